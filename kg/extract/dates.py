"""Reads the day on which something was said from words like "on Thursday", "Nov. 15" or "last week"."""

import re
from datetime import date, timedelta

from kg.dates import PartialDate
from kg.model import DateBasis

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DAY_SHIFTS = {"today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": -1}
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_ISO = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")
_MONTH_DAY = re.compile(rf"\b{_MONTH} {_DAY}\b(?:,? {_YEAR})?")
_DAY_MONTH = re.compile(rf"\b{_DAY} (?:of )?{_MONTH}\b(?:,? {_YEAR})?")
_MONTH_YEAR = re.compile(rf"\b{_MONTH},? {_YEAR}\b")
_WEEKDAY = re.compile(rf"\b(?P<last>last )?(?P<name>{'|'.join(WEEKDAYS)})\b(?! (?:Times|Post|Telegraph))", re.I)
_DAYS_AGO = re.compile(
    r"\b(?P<count>a|one|two|three|four|five|six|seven|\d{1,2}) (?P<unit>day|week)s? (?:ago|earlier)\b", re.I
)
_PAST_SPAN = re.compile(
    r"\b(?:last|the previous|the past) (?P<unit>week|month|year)\b|\bearlier this (?P<this>week|month|year)\b", re.I
)
_A_DAY = rf"(?:{_MONTH} {_DAY}|{_DAY} {_MONTH}|(?:{'|'.join(day.title() for day in WEEKDAYS)})\b)"
_BOUNDS = re.compile(  # "since Oct. 17" tells when something else began
    r"\b(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter) (?:\w+ )?" + re.sub(r"\?P<\w+>", "?:", _A_DAY)
)
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_Resolved = tuple[PartialDate | None, DateBasis]
_UNKNOWN: _Resolved = (None, DateBasis.UNKNOWN)


def resolve_day(words: str, published: PartialDate | None) -> _Resolved:
    """Resolve the first day that words name, against the day of publication where it takes that.

    A weekday is the latest such day up to the publication day, that day included; "last Friday" on a Friday is
    a week before; a month and day without a year lie within the year up to publication. What is not a day stays
    a month, a year or None; words that name no day, or need a publication day that is not known, are unknown.
    """
    words = _BOUNDS.sub(" ", words)
    stated = _full(words)
    if stated is not None:
        return stated
    for read in (_day_of_month, _weekday, _shift, _ago, _span):
        found = read(words, published)
        if found is not None:
            return found
    return _UNKNOWN


def names_day(words: str) -> bool:
    """Whether words name a day, or a span of days, on which something may have been said."""
    return resolve_day(words, PartialDate("2000-06-15")) != _UNKNOWN


def _day(published: PartialDate | None) -> date | None:
    return published.first_day if published is not None and published.is_day else None


def _dated(day: date) -> _Resolved:
    return PartialDate(day.isoformat()), DateBasis.RESOLVED_FROM_PUBLICATION


def _month(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.casefold()[:3]))


def _full(words: str) -> _Resolved | None:
    """Read dates that need no help: 2016-11-15, 15 November 2016, November 2016."""
    if match := _ISO.search(words):
        return _stated(match[1])
    for pattern in (_MONTH_DAY, _DAY_MONTH):
        match = pattern.search(words)
        if match and match["year"]:
            return _stated(f"{match['year']}-{_month(match['month']):02}-{int(match['day']):02}")
    match = _MONTH_YEAR.search(words)
    return _stated(f"{match['year']}-{_month(match['month']):02}") if match else None


def _stated(value: str) -> _Resolved | None:
    try:
        return PartialDate(value), DateBasis.STATED
    except ValueError:
        return None


def _day_of_month(words: str, published: PartialDate | None) -> _Resolved | None:
    match = _MONTH_DAY.search(words) or _DAY_MONTH.search(words)
    if not match:
        return None
    last = published.last_day if published is not None else None
    if last is None:
        return _UNKNOWN
    for year in (last.year, last.year - 1):
        try:
            day = date(year, _month(match["month"]), int(match["day"]))
        except ValueError:
            continue
        if day <= last:
            return _dated(day)
    return _UNKNOWN


def _weekday(words: str, published: PartialDate | None) -> _Resolved | None:
    match = _WEEKDAY.search(words)
    if not match:
        return None
    day = _day(published)
    if day is None:
        return _UNKNOWN
    back = (day.weekday() - WEEKDAYS.index(match["name"].casefold())) % 7
    return _dated(day - timedelta(days=7 if match["last"] and back == 0 else back))


def _shift(words: str, published: PartialDate | None) -> _Resolved | None:
    for phrase, days in _DAY_SHIFTS.items():
        if re.search(rf"\b{phrase}\b", words, re.I):
            day = _day(published)
            return _dated(day + timedelta(days=days)) if day else _UNKNOWN
    return None


def _ago(words: str, published: PartialDate | None) -> _Resolved | None:
    match = _DAYS_AGO.search(words)
    if not match:
        return None
    day = _day(published)
    if day is None or match["unit"].casefold() == "week":
        return _UNKNOWN
    count = match["count"].casefold()
    return _dated(day - timedelta(days=_NUMBERS.get(count) or int(count)))


def _span(words: str, published: PartialDate | None) -> _Resolved | None:
    """Read "last week" as the month, or year, that all its days share."""
    match = _PAST_SPAN.search(words)
    if not match:
        return None
    day = _day(published)
    if day is None:
        return _UNKNOWN
    first, last = _bounds(match["unit"], match["this"], day)
    if (first.year, first.month) == (last.year, last.month):
        return PartialDate(f"{first:%Y-%m}"), DateBasis.RESOLVED_FROM_PUBLICATION
    if first.year == last.year:
        return PartialDate(f"{first:%Y}"), DateBasis.RESOLVED_FROM_PUBLICATION
    return _UNKNOWN


def _bounds(past: str | None, current: str | None, day: date) -> tuple[date, date]:
    """Give the first and last day of the week, month or year before, or of this one up to `day`."""
    unit = (past or current or "").casefold()
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return (monday, day) if current else (monday - timedelta(days=7), monday - timedelta(days=1))
    if unit == "month":
        first = day.replace(day=1)
        before = first - timedelta(days=1)
        return (first, day) if current else (before.replace(day=1), before)
    year = day.year if current else day.year - 1
    return date(year, 1, 1), (day if current else date(year, 12, 31))
