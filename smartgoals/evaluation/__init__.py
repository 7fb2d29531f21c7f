"""Measure the library against gold goals."""
