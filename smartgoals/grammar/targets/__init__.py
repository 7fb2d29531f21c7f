"""Numbers bound to metrics, and what each target takes from the rest of the goal."""
