"""Calendar periods and the deadlines that they make, and what looks like one and is none."""
