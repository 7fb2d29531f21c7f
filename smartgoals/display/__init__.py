"""Analyses as HTML: in notebooks, and the parts that the report shares with them."""

MARKS = {"met": "●", "partial": "◐", "missing": "○", "unknown": "·"}  # of a verdict
