"""The readers of a goal, one a file, each adding to what those before it read."""
