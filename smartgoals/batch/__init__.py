"""Many goals at once."""
