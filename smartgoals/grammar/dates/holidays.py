"""The days that a goal may name instead of a date, by the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, easter


def _fixed(month: int, day: int) -> Callable[[int], date]:
    def on(year: int) -> date:
        return date(year, month, day)

    return on


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian reckoning, as a Gregorian date."""
    found: date = easter(year, EASTER_ORTHODOX)
    return found


def _weekday_from(month: int, day: int, weekday: int) -> Callable[[int], date]:
    """The first such weekday (Monday 0) on or after a day."""

    def on(year: int) -> date:
        begin = date(year, month, day)
        return begin + timedelta(days=(weekday - begin.weekday()) % 7)

    return on


def _after(feast: Callable[[int], date], days: int) -> Callable[[int], date]:
    """So many days after a movable feast, or before it."""

    def on(year: int) -> date:
        return feast(year) + timedelta(days=days)

    return on


_THANKSGIVING = _weekday_from(11, 22, 3)  # the fourth Thursday of November
HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new_year": _fixed(12, 31),
    "christmas": _fixed(12, 25),
    "christmas_eve": _fixed(12, 24),
    "christmas_january": _fixed(1, 7),
    "epiphany_eve": _fixed(1, 5),
    "valentine": _fixed(2, 14),
    "womens_day": _fixed(3, 8),
    "may_day": _fixed(5, 1),
    "walpurgis": _fixed(4, 30),
    "victory_day": _fixed(5, 9),
    "knowledge_day": _fixed(9, 1),
    "independence_day_uk": _fixed(8, 24),
    "national_day_sv": _fixed(6, 6),
    "lucia": _fixed(12, 13),
    "midyear": _fixed(6, 30),
    "halloween": _fixed(10, 31),
    "thanksgiving": _THANKSGIVING,
    "black_friday": _after(_THANKSGIVING, 1),
    "cyber_monday": _after(_THANKSGIVING, 4),
    "giving_tuesday": _after(_THANKSGIVING, 5),
    "bonfire_night": _fixed(11, 5),
    "earth_day": _fixed(4, 22),
    "st_patrick": _fixed(3, 17),
    "burns_night": _fixed(1, 25),
    "juneteenth": _fixed(6, 19),
    "martin_luther_king_day": _weekday_from(1, 15, 0),
    "early_may_holiday": _weekday_from(5, 1, 0),
    "spring_holiday": _weekday_from(5, 25, 0),
    "late_august_holiday": _weekday_from(8, 25, 0),
    "easter": easter,
    "maundy_thursday": _after(easter, -3),
    "good_friday": _after(easter, -2),
    "easter_eve": _after(easter, -1),
    "easter_monday": _after(easter, 1),
    "ascension": _after(easter, 39),
    "whitsun": _after(easter, 49),
    "whit_monday": _after(easter, 50),
    "orthodox_easter": orthodox_easter,
    "orthodox_good_friday": _after(orthodox_easter, -2),
    "orthodox_easter_monday": _after(orthodox_easter, 1),
    "new_years_day": _fixed(1, 1),
    "boxing_day": _fixed(12, 26),
    "independence_day_us": _fixed(7, 4),
    "labor_day": _weekday_from(9, 1, 0),
    "memorial_day": _weekday_from(5, 25, 0),
    "mothers_day": _weekday_from(5, 8, 6),  # the second Sunday of May
    "mothers_day_sv": _weekday_from(5, 25, 6),  # the last Sunday of May
    "fathers_day": _weekday_from(6, 15, 6),  # the third Sunday of June
    "fathers_day_sv": _weekday_from(11, 8, 6),  # the second Sunday of November
    "constitution_day_uk": _fixed(6, 28),
    "defenders_day_uk": _fixed(10, 1),
    "defenders_day_ru": _fixed(2, 23),
    "st_nicholas": _fixed(12, 6),
    "advent_1": _weekday_from(11, 27, 6),  # the fourth Sunday before Christmas
    "advent_2": _weekday_from(12, 4, 6),
    "advent_3": _weekday_from(12, 11, 6),
    "advent_4": _weekday_from(12, 18, 6),
    "all_saints_sv": _weekday_from(10, 31, 5),  # a Saturday
    "shrove_tuesday": _after(easter, -47),
    "waffle_day": _fixed(3, 25),
    "cinnamon_bun_day": _fixed(10, 4),
    "midsummer": _weekday_from(6, 19, 4),  # Midsummer's Eve, a Friday
}
