"""Numbers with their units and cadences, and what holds digits and is none."""
