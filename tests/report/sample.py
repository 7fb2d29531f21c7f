"""Goals that a report is made of: each with its team."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

GOALS = [
    ("Get 40 new leads from LinkedIn by Oct 31 (owner: Anna)", "marketing"),
    ("Få fler kunder snart", "Nordics"),
    ("Збільшити дохід на 20 % до кінця року", "Nordics"),
    ("Get <script>window.hit = 1</script> <b>more</b> \"leads\" & 'so on'", "marketing"),
    ("Reach 500", ""),
    ("", "Nordics"),
    ("Получить 50 заявок с сайта до конца квартала", "sales"),
]

Report = Callable[..., Path]
