"""Stretches of days that words name: a time with the word that leads it ("since Monday"), or two times ("from … to …").

An end that the words leave open stays None, and so does one that would need a day of publication that is not known.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kg.dates import PartialDate
from kg.extract.times.find import Named, read, times_in
from kg.extract.times.seen import Seen, Tense
from kg.extract.times.values import Days, days_of, grain_of, shift
from kg.extract.times.words import COUNT, UNIT, count_of
from kg.model import DateBasis, Period

UNKNOWN: Days = (None, None)
_ANYWHEN = Seen(None)
_LEAD = re.compile(
    r"\b(?P<lead>since|from|by|until|till|before|after|as\s+of|between|through|starting|in|on|during|over|at|within|for)"
    r"(?:\s+(?:early|late)\s+on|\s+the)?\s+$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"\b(?:(?:for|in|during|over)\s+)?(?:the\s+)?{COUNT}\s+{UNIT}s?\s+(?P<side>before|after|until|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:to|and|until|through|till|-|–)\s*(?:the\s+)?", re.IGNORECASE)
_LASTING = re.compile(
    rf"\bfor\s+{COUNT}\s+(?:straight\s+|consecutive\s+)?{UNIT}s?\b(?!\s+(?:before|after|ago|until))", re.I
)
_SINCE_START = re.compile(
    r"\bsince\s+(?:(?!(?:that|which|who|and|but)\b)[\w'’-]+\s+){0,4}?"
    r"(?:start|beginning|launch|outbreak|onset|began|started|broke\s+out|was\s+launched)\b(?:\s+of(?:\s+the)?\s+[\w'’-]+)?",
    re.IGNORECASE,
)
_STARTED_ON = re.compile(r"(?:\s+[\w'’-]+){0,12}?\s+(?:on|in)\s+(?:the\s+)?")
# words that name a time only after a preposition, for they have other uses
_NEEDS_LEAD = re.compile(r"(?:christmas|may|march|mar|fall|spring|\d{4}|the (?:month|year|quarter))", re.IGNORECASE)
_NO_LEAD_OF_TIME = frozenset({"for", "at", "over"})  # "over 2000", "for 1990 people"
_PARTS = {  # of a month: its first and last day, counted from the end where below 0
    "early": (1, 10), "mid": (11, 20), "middle": (11, 20), "late": (21, 31), "start": (1, 3), "beginning": (1, 3),
    "end": (-3, 31), "close": (-3, 31), "first week": (1, 7), "second week": (8, 14), "third week": (15, 21),
    "fourth week": (22, 28), "last week": (-7, 31), "final week": (-7, 31), "first half": (1, 15),
    "second half": (16, 31), "last half": (16, 31), "first days": (1, 5), "opening days": (1, 5), "last days": (-5, 31),
    "final days": (-5, 31), "closing days": (-5, 31), "last weeks": (-14, 31), "first weeks": (1, 14),
}  # fmt: skip
_PART = re.compile(rf"\b({'|'.join(sorted(_PARTS, key=len, reverse=True))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A period and where its words stand in the text it was read from."""

    period: Period
    start: int
    end: int


def time_expressions(
    text: str, published: PartialDate | None, tense: Tense = Tense.OPEN, before: str = ""
) -> list[TimeExpression]:
    """Find every stretch of days that a text names; `before` is the value of the time named before it.

    >>> [e.period.start.isoformat() for e in time_expressions("on Friday", PartialDate("2024-03-05"))]
    ['2024-03-01']
    """
    return list(_expressions(text, Seen(published, tense, before)))


@lru_cache(maxsize=4096)
def _expressions(text: str, seen: Seen) -> tuple[TimeExpression, ...]:
    named = times_in(text, seen)
    found = [_since_start(text, match, named, seen) for match in _SINCE_START.finditer(text)]
    named = [each for each in named if not any(since.start <= each.start < since.end for since in found)]
    position = 0
    while position < len(named):
        first = named[position]
        second = named[position + 1] if position + 1 < len(named) else None
        joined = second is not None and _TO.fullmatch(text, first.end, second.start) is not None
        if joined and second is not None and not _only_listed(text, first, second):
            found.append(_joint(text, first, second))
            position += 2
            continue
        single = _single(text, first, seen)
        found += [single] if single else []
        position += 1
    found += [_lasting(match, seen) for match in _LASTING.finditer(text) if not _covered(match, found)]
    return tuple(sorted(found, key=lambda each: each.start))


def _since_start(text: str, match: re.Match[str], named: Sequence[Named], seen: Seen) -> TimeExpression:
    """Read "since the start of the offensive", from the day that the words beside it give; else from one unknown."""
    following = [each for each in named if each.start >= match.end()]
    if following and _STARTED_ON.fullmatch(text, match.end(), following[0].start):
        days = _days(text, following[0])[0], seen.today
        return _expression(text, days, match.start(), following[:1])
    basis = DateBasis.RESOLVED_FROM_PUBLICATION if seen.today else DateBasis.UNKNOWN
    return TimeExpression(Period(start=None, end=seen.today, text=match.group(), basis=basis), *match.span())


def _only_listed(text: str, first: Named, second: Named) -> bool:
    """Whether "and" lists two times ("on Monday and Tuesday") instead of bounding a stretch."""
    lead = _LEAD.search(text, 0, first.start)
    return "and" in text[first.end : second.start].lower() and not (lead and lead["lead"].lower() == "between")


def _joint(text: str, first: Named, second: Named) -> TimeExpression:
    lead = _LEAD.search(text, 0, first.start)
    start = lead.start() if lead else first.start
    days = _between(_days(text, first)[0], _days(text, second)[1])
    return _expression(text, days, start, (first, second))


def _single(text: str, named: Named, seen: Seen) -> TimeExpression | None:
    beside = _BESIDE.search(text, 0, named.start)
    if beside:
        return _expression(text, _beside(beside, _days(text, named)), beside.start(), (named,))
    lead = _LEAD.search(text, 0, named.start)
    word = re.sub(r"\s.*", "", lead["lead"].lower()) if lead else ""
    if _NEEDS_LEAD.fullmatch(text[named.start : named.end]) and (not lead or word in _NO_LEAD_OF_TIME):
        return None
    start = lead.start() if lead else named.start
    days = _days(text, named) if "/" in named.value else _bounded(word, _days(text, named), seen)
    return _expression(text, days, start, (named,))


def _expression(text: str, days: Days, start: int, named: Sequence[Named]) -> TimeExpression:
    """Put together a time whose words begin at `start`; it is stated where its days can be read anywhere."""
    basis, end = DateBasis.RESOLVED_FROM_PUBLICATION, named[-1].end
    if days == UNKNOWN:
        basis = DateBasis.UNKNOWN
    elif all(read(text[each.start : each.end], _ANYWHEN) for each in named):
        basis = DateBasis.STATED
    return TimeExpression(Period(start=days[0], end=days[1], text=text[start:end], basis=basis), start, end)


def _days(text: str, named: Named) -> Days:
    """Give the days of a value, of a part of it where its words say so: "early May", "earlier this month"."""
    if not named.value:
        return UNKNOWN
    first, last = days_of(named.value)
    words = text[named.start : named.end].lower()
    if named.value.endswith("TNI") and ("last" in words or "overnight" in words):
        return first, last and last + timedelta(1)
    part = _PART.search(words)
    if first and last and part and grain_of(named.value) == "month":
        low, high = _PARTS[part[1]]
        return first.replace(day=low % (last.day + 1)), first.replace(day=min(high, last.day))
    return first, last


def _bounded(lead: str, days: Days, seen: Seen) -> Days:
    start, end = days
    match lead:
        case "since" | "from" | "starting":
            return start, seen.today if lead == "since" else None
        case "by" | "until" | "till" | "through" | "as":
            return None, end
        case "before":
            return None, start and start - timedelta(1)
        case "after":
            return end and end + timedelta(1), None
    return days


def _beside(match: re.Match[str], days: Days) -> Days:
    """Give the days from a time back or on: "for three days before 17 November"."""
    start, end = days
    if start is None or end is None:
        return UNKNOWN
    count, unit = count_of(match["count"]), match["unit"].lower()
    if match["side"].lower() == "after":
        return end, shift(end, count, unit)
    return shift(start, -count, unit), start


def _lasting(match: re.Match[str], seen: Seen) -> TimeExpression:
    """Read "for three days": up to the publication, or from it on for what is to come."""
    days = UNKNOWN
    if seen.today is not None:
        ahead = seen.tense is Tense.AHEAD
        there = shift(seen.today, count_of(match["count"]) * (1 if ahead else -1), match["unit"].lower())
        days = (seen.today, there) if ahead else (there, seen.today)
    basis = DateBasis.UNKNOWN if days == UNKNOWN else DateBasis.RESOLVED_FROM_PUBLICATION
    return TimeExpression(Period(start=days[0], end=days[1], text=match.group(), basis=basis), *match.span())


def _covered(match: re.Match[str], found: list[TimeExpression]) -> bool:
    return any(each.start < match.end() and match.start() < each.end for each in found)


def _between(first: date | None, last: date | None) -> Days:
    """Give both ends, in one year where only the last one names it."""
    if first and last and first > last:
        moved = shift(first, last.year - first.year, "year")
        return (moved if moved <= last else shift(moved, -1, "year")), last
    return first, last
