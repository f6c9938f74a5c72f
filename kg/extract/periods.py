"""Stretches of days that words name, seen from the day of publication.

An end that the words leave open stays None, and so does one that would need a day of publication that is not known.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.dates import PartialDate
from kg.model import Period

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if n}
_MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if n} | {"sept": 9}
_DAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
_COUNTS = {
    w: n
    for n, w in enumerate(
        re.findall(
            r"\S+",
            "one two three four five six seven eight nine ten eleven twelve",
        ),
        1,
    )
}
_COUNTS |= {"a": 1, "an": 1, "a couple of": 2, "couple of": 2, "few": 3, "a few": 3, "several": 3}

_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:,?\s+(?P<year{0}>(?:19|20)\d\d))?"
_COUNT = r"(?P<count{0}>\d+|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + ")"
_LENGTH = r"(?P<length{0}>day|week|month|year|hour)s?"
# one moment: a day, a month or a year, by name or as seen from the day of publication
_POINT = (
    r"(?:(?P<iso{0}>\d{{4}}-\d\d-\d\d)"
    r"|(?:the\s+)?(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH.format("{0}a") + _YEAR.format("{0}a") +
    r"|" + _MONTH.format("{0}b") + r"\s+(?P<dayb{0}>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)" + _YEAR.format("{0}b") +
    r"|(?P<part{0}>early|mid|late|the\s+end\s+of|the\s+start\s+of|the\s+beginning\s+of)?[\s-]*" +
    _MONTH.format("{0}c") + _YEAR.format("{0}c") +
    r"|(?P<week{0}>last\s+|this\s+|next\s+)?(?P<weekday{0}>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"|(?P<near{0}>the\s+day\s+before\s+yesterday|yesterday|today|tonight|overnight|this\s+morning|this\s+evening"
    r"|this\s+afternoon|last\s+night|tomorrow|now)"
    r"|(?P<span{0}>last|this|next|previous)\s+(?P<unit{0}>week|month|year|weekend)"
    r"|" + _COUNT.format("{0}ago") + r"\s+" + _LENGTH.format("{0}ago") + r"\s+ago"
    r"|(?P<bare{0}>(?:19|20)\d\d))"
)  # fmt: skip
_LEAD = (
    r"(?P<lead>since|from|by|until|till|before|after|as\s+of|between|through|starting|in|on|during|over|at"
    r"|late\s+on|early\s+on)"
)
_TIME = re.compile(
    rf"\b(?:{_LEAD}\s+)?(?:(?P<first>\d{{1,2}})\s*(?:to|and|-|–)\s*(?=\d))?(?:{_POINT.format('1')})"
    rf"(?:\s*(?P<to>to|and|until|through|till|-|–)\s*(?:{_POINT.format('2')}))?(?!\w)"
    rf"|\b(?:(?:in|over|during|for|within)\s+)?(?:the\s+)?(?P<past>past|last|previous|next|coming)\s+"
    rf"(?:{_COUNT.format('p')}\s+)?{_LENGTH.format('p')}\b"
    rf"|\b(?:(?:for|in|during|over)\s+)?(?:the\s+)?{_COUNT.format('b')}\s+{_LENGTH.format('b')}"
    rf"\s+(?P<side>before|after|until|to)\s+(?:{_POINT.format('3')})(?!\w)"
    rf"|\bfor\s+{_COUNT.format('f')}\s+(?:straight\s+|consecutive\s+)?{_LENGTH.format('f')}\b",
    re.IGNORECASE,
)
# words that name a moment only after a preposition, for they have other uses
_NEEDS_LEAD = re.compile(r"(may|march|mar|sun|now|(?:19|20)\d\d)", re.IGNORECASE)

Ends = tuple[date | None, date | None]
UNKNOWN: Ends = (None, None)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A period and where its words stand in the text it was read from."""

    period: Period
    start: int
    end: int


def time_expressions(text: str, published: PartialDate | None, ahead: bool = False) -> list[TimeExpression]:
    """Find every stretch of days that a text names; `ahead` says that it speaks of what is to come.

    >>> [e.period.start.isoformat() for e in time_expressions("on Friday", PartialDate("2024-03-05"))]
    ['2024-03-01']
    """
    calendar_of = _Calendar(published, ahead)
    found = []
    for match in _TIME.finditer(text):
        words = match.group().strip()
        if _NEEDS_LEAD.fullmatch(words):
            continue
        start, end = calendar_of.read(match)
        found.append(TimeExpression(Period(start=start, end=end, text=words), *match.span()))
    return found


def period_in(text: str, published: PartialDate | None, ahead: bool = False) -> Period | None:
    """Give the first stretch of days that a text names."""
    found = time_expressions(text, published, ahead)
    return found[0].period if found else None


class _Calendar:
    """Turns matched words into days, as seen from one day of publication."""

    def __init__(self, published: PartialDate | None, ahead: bool) -> None:
        self.known_until = published.last_day if published else None
        self.today = published.first_day if published and published.is_day else None
        self.ahead = ahead

    def read(self, match: re.Match[str]) -> Ends:
        """Give both ends of a match of `_TIME`."""
        if match["past"] or match["countf"]:
            return self._stretch(match)
        if match["side"]:
            return self._beside(match)
        start, end = self._point(match, "1")
        if match["to"]:
            return _between(start, self._point(match, "2")[1])
        if match["first"] and start:
            return _between(start.replace(day=int(match["first"])), end)
        return self._bounded((match["lead"] or "").lower().split(" ")[0], start, end)

    def _beside(self, match: re.Match[str]) -> Ends:
        """Give the days from a moment back or on: "for three days before 17 November"."""
        start, end = self._point(match, "3")
        if start is None or end is None:
            return UNKNOWN
        after = match["side"].lower() == "after"
        there = self._shift(match["countb"], match["lengthb"].lower(), 1 if after else -1, end if after else start)
        return (end, there) if after else (there, start)

    def _bounded(self, lead: str, start: date | None, end: date | None) -> Ends:
        match lead:
            case "since" | "from" | "starting":
                return start, self.today if lead == "since" else None
            case "by" | "until" | "till" | "through" | "as":
                return None, end
            case "before":
                return None, start and start - timedelta(1)
            case "after":
                return end and end + timedelta(1), None
        return start, end

    def _stretch(self, match: re.Match[str]) -> Ends:
        if not self.today:
            return UNKNOWN
        suffix = "p" if match["past"] else "f"
        count, length = match["count" + suffix], match["length" + suffix].lower()
        which = (match["past"] or "past").lower()
        if count is None and which in {"last", "next", "previous"} and length != "hour":
            return _unit(self.today, {"last": -1, "previous": -1, "next": 1}[which], length)
        there = self._shift(count or "one", length, 1 if which in {"next", "coming"} else -1)
        return (there, self.today) if there < self.today else (self.today, there)

    def _shift(self, count: str, length: str, sign: int, from_day: date | None = None) -> date:
        day = from_day or self.today
        if day is None:
            raise ValueError("no day to count from")
        n = int(count) if count.isdigit() else _COUNTS[count.lower()]
        if length in {"day", "week", "hour"}:
            days = {"day": n, "week": 7 * n, "hour": -(-n // 24)}[length]
            return day + timedelta(sign * days)
        months = day.year * 12 + day.month - 1 + sign * n * (12 if length == "year" else 1)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))

    def _point(self, match: re.Match[str], n: str) -> Ends:
        readers: dict[str, Callable[[re.Match[str], str], Ends]] = {
            "iso": lambda m, n: (date.fromisoformat(m["iso" + n]),) * 2,
            "day": lambda m, n: self._day(m["day" + n], m[f"month{n}a"], m[f"year{n}a"]),
            "dayb": lambda m, n: self._day(m["dayb" + n], m[f"month{n}b"], m[f"year{n}b"]),
            "weekday": self._weekday,
            "near": self._near,
            "span": self._span,
            "bare": lambda m, n: (date(int(m["bare" + n]), 1, 1), date(int(m["bare" + n]), 12, 31)),
        }
        for group, reader in readers.items():
            if match[group + n]:
                try:
                    return reader(match, n)
                except ValueError:  # "31 June"
                    return UNKNOWN
        if match[f"count{n}ago"]:
            if not self.today:
                return UNKNOWN
            return (self._shift(match[f"count{n}ago"], match[f"length{n}ago"].lower(), -1),) * 2
        return self._month(match[f"month{n}c"], match[f"year{n}c"], match["part" + n])

    def _year_of(self, month: int, day: int, year: str | None) -> int | None:
        if year:
            return int(year)
        if not self.known_until:
            return None
        late = (month, day) > (self.known_until.month, self.known_until.day)
        return self.known_until.year - (1 if late and not self.ahead else 0)

    def _day(self, day: str, month: str, year: str | None) -> Ends:
        which = _MONTHS[month.lower().rstrip(".")]
        in_year = self._year_of(which, int(day), year)
        return (date(in_year, which, int(day)),) * 2 if in_year else UNKNOWN

    def _month(self, month: str, year: str | None, part: str | None) -> Ends:
        which = _MONTHS[month.lower().rstrip(".")]
        in_year = self._year_of(which, 1, year)
        if not in_year:
            return UNKNOWN
        last = calendar.monthrange(in_year, which)[1]
        bounds = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}
        bounds |= {"start": (1, 3), "beginning": (1, 3), "end": (last - 2, last)}
        named = (part or "").lower().removeprefix("the ").split(" ")[0]
        low, high = bounds.get(named, (1, last))
        return date(in_year, which, low), date(in_year, which, high)

    def _weekday(self, match: re.Match[str], n: str) -> Ends:
        if not self.today:
            return UNKNOWN
        weekday, week = _DAYS[match["weekday" + n].lower()], (match["week" + n] or "").strip().lower()
        back = (self.today.weekday() - weekday) % 7
        if week == "next" or (self.ahead and week != "last"):
            return (self.today + timedelta(((weekday - self.today.weekday()) % 7) or 7),) * 2
        return (self.today - timedelta(7 if week == "last" and back == 0 else back),) * 2

    def _near(self, match: re.Match[str], n: str) -> Ends:
        if not self.today:
            return UNKNOWN
        words = re.sub(r"\s+", " ", match["near" + n].lower())
        if words in {"overnight", "last night"}:
            return self.today - timedelta(1), self.today
        shift = {"the day before yesterday": -2, "yesterday": -1, "tomorrow": 1}.get(words, 0)
        return (self.today + timedelta(shift),) * 2

    def _span(self, match: re.Match[str], n: str) -> Ends:
        if not self.today:
            return UNKNOWN
        shift = {"last": -1, "previous": -1, "this": 0, "next": 1}[match["span" + n].lower()]
        return _unit(self.today, shift, match["unit" + n].lower())


def _between(first: date | None, last: date | None) -> Ends:
    """Give both ends, in one year where only the last one names it."""
    if first and last and first > last:
        for year in (last.year, last.year - 1):
            moved = first.replace(year=year, day=min(first.day, 28) if first.month == 2 else first.day)
            if moved <= last:
                return moved, last
    return first, last


def _unit(today: date, shift: int, unit: str) -> Ends:
    """Give the calendar day, week, month or year that lies `shift` units away."""
    if unit == "day":
        return (today + timedelta(shift),) * 2
    monday = today - timedelta(today.weekday()) + timedelta(7 * shift)
    if unit == "week":
        return monday, monday + timedelta(6)
    if unit == "weekend":
        return monday + timedelta(5), monday + timedelta(6)
    if unit == "year":
        return date(today.year + shift, 1, 1), date(today.year + shift, 12, 31)
    months = today.year * 12 + today.month - 1 + shift
    first = date(months // 12, months % 12 + 1, 1)
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])
