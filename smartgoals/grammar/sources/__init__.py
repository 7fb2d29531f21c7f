"""Which words of a channel say where results come from."""
