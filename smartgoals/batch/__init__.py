"""Many goals at once: an Arrow kernel, and files and workers around it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smartgoals.batch.kernel import Scorer
    from smartgoals.batch.rows import Columns

__all__ = ["Columns", "Scorer"]


def __getattr__(name: str) -> Any:
    if name in __all__:  # loaded when asked for: worker processes do without Arrow
        from smartgoals.batch import kernel

        return getattr(kernel, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
