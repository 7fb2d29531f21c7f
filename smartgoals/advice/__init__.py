"""Findings in words, and the goal as it could read."""
