"""The verb or change noun of a goal, and which way it goes."""
