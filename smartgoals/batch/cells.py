"""What a cell of a column says: a text, a day, a history, objectives."""

from __future__ import annotations

import datetime
import json
import re
from enum import Enum
from typing import Any

_BETWEEN_NUMBERS = re.compile(r"[;|]\s*|,\s+|\s+")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")  # day first, as where days are written with points
_BETWEEN_TEXTS = re.compile(r"[;|\n]")


class Missing(Enum):
    """The cell of a key that a JSON object does not have, where null is a value."""

    CELL = 0


def text_of(cell: object) -> str | None:
    """A cell as text: dates as ISO 8601, whole numbers without a point, lists and tables as JSON; None for no value."""
    if cell is None or cell is Missing.CELL:
        return None
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time() and cell.tzinfo is None:
        return cell.date().isoformat()  # how spreadsheets hold a day
    if isinstance(cell, (datetime.date, datetime.time)):
        return cell.isoformat()
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "backslashreplace")
    if isinstance(cell, (list, dict)):
        return json.dumps(cell, ensure_ascii=False, default=text_of)
    return str(cell)


def checked_text(cell: object, use: str) -> str:
    """A cell that must hold a text, empty for no value; TypeError says that what it is for, `use`, is none."""
    if cell is None or cell is Missing.CELL:
        return ""
    if not isinstance(cell, str):
        raise TypeError(f"the {use} is no text")
    return cell


def language(cell: str) -> str | None:
    """The language code of a cell: 'sv-SE' is 'sv'; None for an empty one."""
    return re.split("[-_]", cell.strip().lower())[0] or None


def day(cell: object) -> datetime.date | None:
    """The day of a date, or of a text in ISO 8601 or such as 21.11.2026; None for an empty one.

    Raises ValueError for anything else.
    """
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if cell is None or isinstance(cell, datetime.date):
        return cell
    text = str(cell).strip()
    try:
        if dotted := _DOTTED.fullmatch(text):
            return datetime.date(*map(int, reversed(dotted.groups())))
        return datetime.datetime.fromisoformat(text).date() if text else None
    except ValueError:
        raise ValueError(f"today: {text!r} is no date such as 2026-11-21") from None


def history(cell: object) -> tuple[float, ...]:
    """The past values of a list, or of a text that parts them by ';', '|', blanks or ', ' or is a JSON list.

    A decimal comma is read where no blank follows it; empty values are passed over.  Raises ValueError for what is no
    number.
    """
    if isinstance(cell, str) and cell.lstrip().startswith("["):
        cell = _json(cell, "history")
    if isinstance(cell, str):
        cell = [part.replace(",", ".") for part in _BETWEEN_NUMBERS.split(cell.strip()) if part]
    try:
        return tuple(float(value) for value in _parts(cell))
    except (TypeError, ValueError):
        raise ValueError(f"history: {cell!r} are no numbers such as '30; 32.5'") from None


def objectives(cell: object) -> tuple[str, ...]:
    """The objectives of a list, or of a text that parts them by ';', '|' or line breaks or is a JSON list.

    Raises ValueError for what is none of these.
    """
    if isinstance(cell, str) and cell.lstrip().startswith("["):
        cell = _json(cell, "objectives")
    if isinstance(cell, str):
        return tuple(part.strip() for part in _BETWEEN_TEXTS.split(cell) if part.strip())
    parts = _parts(cell)
    if not all(isinstance(part, str) for part in parts):
        raise ValueError(f"objectives: {cell!r} are no texts")
    return tuple(parts)


def _parts(cell: object) -> list[Any]:
    """What is in a list, or the one thing that is none; without what is None."""
    return [part for part in (cell if isinstance(cell, (list, tuple)) else [cell]) if part is not None]


def _json(cell: str, name: str) -> object:
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        raise ValueError(f"{name}: {cell!r} is no JSON list") from None
