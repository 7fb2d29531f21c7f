"""Many goals at once: an Arrow kernel, and files and workers around it."""

from smartgoals.batch.kernel import Columns, Scorer

__all__ = ["Columns", "Scorer"]
