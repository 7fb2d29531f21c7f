"""What Unicode's CLDR knows of languages, by Babel."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def locale(language: str) -> Locale:
    """What CLDR knows of a language; Babel, given the code, works out anew each time which that is."""
    from babel import Locale

    return Locale.parse(language)


def plural(language: str, n: int) -> str:
    """The plural category of a whole number in a language: 'one', 'few' …"""
    return str(locale(language).plural_form(n))
