"""Calendar values: what words like "March" or "last week" stand for, and the days that lie in it.

A value is written as TIMEX3 and ISO 8601 do: `1998-02-27`, `1998-02`, `1998`, `1998-W09`, `1998-W09-WE` (a weekend),
`1998-Q1`, `1998-H1`, `1998-SU` (a season), `199` (a decade), `19` (a century), `1998-02-27TMO` (a part of a day),
`1998-02-27T13:30`, and `A/B` for a stretch from A to B, either of which may be empty.
Seasons are those of the northern hemisphere, by whole months; a winter begins in the December of its year.

Source: TimeML Annotation Guidelines 1.2.1, section 2.3 (TIMEX3).
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date | None, date | None]

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_GRAINS = (
    ("day", re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")),
    ("month", re.compile(r"(\d{4})-(\d\d)")),
    ("year", re.compile(r"(\d{4})")),
    ("weekend", re.compile(r"(\d{4})-W(\d\d)-WE")),
    ("week", re.compile(r"(\d{4})-W(\d\d)")),
    ("quarter", re.compile(r"(\d{4})-Q([1-4])")),
    ("half", re.compile(r"(\d{4})-H([12])")),
    ("season", re.compile(r"(\d{4})-(SP|SU|FA|WI)")),
    ("decade", re.compile(r"(\d{3})")),
    ("century", re.compile(r"(\d\d)")),
)
_MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def grain_of(value: str) -> str:
    """Name the unit of the calendar that a value is one of; "" for an interval."""
    return next((grain for grain, pattern in _GRAINS if pattern.fullmatch(value)), "")


def days_of(value: str) -> Days:
    """Give the first and the last day of a value.

    >>> [str(day) for day in days_of("2024-Q1")]
    ['2024-01-01', '2024-03-31']
    """
    if "/" in value:
        start, _, end = value.partition("/")
        return (days_of(start)[0] if start else None), (days_of(end)[1] if end else None)
    grain = grain_of(value)
    if grain in {"week", "weekend"}:
        monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        return monday + timedelta(5 if grain == "weekend" else 0), monday + timedelta(6)
    if grain == "day":
        return (date.fromisoformat(value[:10]),) * 2
    first = _first_day(grain, value)
    return first, months_on(first, _MONTHS_IN[grain]) - timedelta(1)


def _first_day(grain: str, value: str) -> date:
    number = value[6:]
    readers: dict[str, Callable[[], date]] = {
        "month": lambda: date(int(value[:4]), int(value[5:]), 1),
        "year": lambda: date(int(value), 1, 1),
        "quarter": lambda: date(int(value[:4]), 3 * int(number) - 2, 1),
        "half": lambda: date(int(value[:4]), 6 * int(number) - 5, 1),
        "season": lambda: date(int(value[:4]), _SEASON_STARTS[value[5:]], 1),
        "decade": lambda: date(int(value) * 10, 1, 1),
        "century": lambda: date(int(value) * 100, 1, 1),
    }
    return readers[grain]()


def value_at(grain: str, day: date) -> str:
    """Give the day, week, month … that a day lies in.

    >>> value_at("week", date(1998, 2, 16)), value_at("decade", date(1998, 2, 16))
    ('1998-W08', '199')
    """
    return _WRITERS[grain](day)


def _season_at(day: date) -> str:
    year = day.year - 1 if day.month < min(_SEASON_STARTS.values()) else day.year
    return f"{year}-" + next((name for name, start in reversed(_SEASON_STARTS.items()) if start <= day.month), "WI")


def _week_at(day: date) -> str:
    week = day.isocalendar()
    return f"{week.year}-W{week.week:02}"


_WRITERS: dict[str, Callable[[date], str]] = {
    "day": date.isoformat,
    "week": _week_at,
    "weekend": lambda day: f"{_week_at(day)}-WE",
    "month": lambda day: f"{day:%Y-%m}",
    "quarter": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    "half": lambda day: f"{day.year}-H{(day.month + 5) // 6}",
    "season": _season_at,
    "year": lambda day: f"{day.year}",
    "decade": lambda day: f"{day.year // 10}",
    "century": lambda day: f"{day.year // 100}",
}


def months_on(day: date, count: int) -> date:
    """Give the day so many months on; the last day of the month where it has no such day."""
    months = day.year * 12 + day.month - 1 + count
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def shift(day: date, count: int, unit: str) -> date:
    """Give the day that lies so many units on.

    >>> str(shift(date(2024, 3, 31), -1, "month"))
    '2024-02-29'
    """
    if unit in _MONTHS_IN:
        return months_on(day, count * _MONTHS_IN[unit])
    return day + timedelta(days=count * {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}[unit])


def shifted(value: str, count: int, unit: str) -> str:
    """Give the value of the same grain that lies so many units on: a quarter a year before another."""
    first, _ = days_of(value)
    return value_at(grain_of(value), shift(first, count, unit)) if first and grain_of(value) else value
