"""Rules for times with a name in the calendar: days, months, years, seasons, quarters, decades."""

import re
from datetime import date

from kg.extract.times import values
from kg.extract.times.rules import Rules, at
from kg.extract.times.seen import Seen, Tense
from kg.extract.times.words import (
    CLOCK,
    DECADES,
    MONTH,
    ORDINALS,
    PART,
    SPOKEN_YEAR,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    month_of,
    year_of,
)

NAMED = Rules()
_DAY = r"(?:st|nd|rd|th)?(?![\w:%]|,\d{3}|\.\d)"
_ON = rf"(?:{WEEKDAY},? )?"
_RANK = rf"(?P<rank>{'|'.join(ORDINALS)})"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_CENTURIES = {"nineteenth": 18, "twentieth": 19, "twenty-first": 20}


@NAMED(r"(?P<iso>\d{4}-\d\d(?:-\d\d)?)")
def _iso(match: re.Match[str], _: Seen) -> str:
    return _checked(match["iso"])


@NAMED(rf"{_ON}{MONTH} (?P<day>\d{{1,2}}){_DAY}(?:,? {YEAR})?")
@NAMED(rf"{_ON}(?:the )?(?P<day>\d{{1,2}}){_DAY} (?:of )?{MONTH}(?:,? {YEAR})?")
def _day_of_month(match: re.Match[str], seen: Seen) -> str:
    month_day = f"{month_of(match['month']):02}-{int(match['day']):02}"
    if match["year"]:
        return _checked(f"{match['year']}-{month_day}")
    found = seen.near(f"2000-{month_day}") if _checked(f"2000-{month_day}") else ""
    if not found.endswith(month_day):  # 29 February in a year that has none
        return ""
    return _on_weekday(found, match["weekday"]) if match["weekday"] else found


@NAMED(rf"{MONTH} (?P<day>\d{{1,2}}) ?(?:to|and|-|–) ?(?P<last>\d{{1,2}}){_DAY}(?:,? {YEAR})?")
@NAMED(rf"(?:the )?(?P<day>\d{{1,2}}) ?(?:to|and|-|–) ?(?P<last>\d{{1,2}}){_DAY} (?:of )?{MONTH}(?:,? {YEAR})?")
def _days_of_month(match: re.Match[str], seen: Seen) -> str:
    month, year = month_of(match["month"]), match["year"] or "2000"
    first, last = (_checked(f"{year}-{month:02}-{int(match[name]):02}") for name in ("day", "last"))
    if not first or not last or first >= last:
        return ""
    if not match["year"]:
        first = seen.near(first)
    return f"{first}/{first[:4]}{last[4:]}" if first else ""


@NAMED(rf"{PART}(?P<which>last|this|next|past)? ?{MONTH}(?:,? (?:of )?{YEAR})?")
def _month(match: re.Match[str], seen: Seen) -> str:
    month = month_of(match["month"])
    return f"{match['year']}-{month:02}" if match["year"] else _of_year(f"2001-{month:02}", match["which"], seen)


@NAMED(rf"(?:{PART}(?P<which>last|this|next|the|past)? ?{_SEASON}(?:,? (?:of |in )?(?:{YEAR}|{SPOKEN_YEAR}))?)")
def _season(match: re.Match[str], seen: Seen) -> str:
    code = values.SEASONS[match["season"].lower()]
    if match["year"] or match["spoken"]:
        return f"{match['year'] or year_of(match['spoken'])}-{code}"
    return _of_year(f"2001-{code}", match["which"], seen)


def _of_year(value: str, which: str | None, seen: Seen) -> str:
    """Find the year of a month or season from "last", "this" and the like."""
    if which and which.lower() == "this" and seen.published:
        return seen.around("year") + value[4:]
    return _stepped(value, which, seen, "year")


@NAMED(rf"(?:(?P<before>{CLOCK}),? (?:on )?)?(?:early |late )?(?P<which>last|this|next|past|coming)? ?{WEEKDAY}"
       r"(?:,? (?P<part_of_day>morning|afternoon|evening|night))?(?! (?:times|post|telegraph|mail)\b)")  # fmt: skip
def _weekday(match: re.Match[str], seen: Seen) -> str:
    if seen.today is None:
        return ""
    day = values.shift(date(2001, 1, 1), WEEKDAYS[match["weekday"].lower()], "day")  # a Monday and on
    return at(_stepped(day.isoformat(), match["which"], seen, "week"), match, match["part_of_day"])


def _stepped(value: str, which: str | None, seen: Seen, step: str) -> str:
    """Give the last one before today, the next one after, or the nearest that the tense allows."""
    named = (which or "").lower()
    last = seen.speaking(Tense.PAST).near(value, step)
    going_on = bool(last) and last == seen.around(values.grain_of(last))  # "last Friday" said on a Friday
    if named in {"last", "past"}:
        return values.shifted(last, -1, step) if going_on else last
    if named in {"next", "coming"}:
        return values.shifted(last, 1, step) if last else ""
    return seen.near(value, step)


@NAMED(rf"(?:the )?(?:early|late|mid)?[ -]?(?:fiscal |calendar |the )?(?:year )?{YEAR}(?: fiscal year)?")
@NAMED(rf"(?:the )?(?:end|start|beginning|middle|close) of (?:fiscal )?{YEAR}")
def _year(match: re.Match[str], _: Seen) -> str:
    return str(match["year"])


@NAMED(rf"(?:the year )?{SPOKEN_YEAR}")
def _spoken_year(match: re.Match[str], _: Seen) -> str:
    return str(year_of(match["spoken"]))


@NAMED(r"(?:the )?(?:(?:early|late|mid)[ -]|(?:first|last) half of the |end of the )?"
       rf"(?:['’]?(?P<tens>(?:1[89]|20)?\d0)['’]?s|(?P<named>{'|'.join(DECADES)}))")  # fmt: skip
def _decade(match: re.Match[str], _: Seen) -> str | None:
    if match["named"]:
        return f"19{DECADES[match['named'].lower()]}" if "the" in match.group().lower() else None
    return str(match["tens"])[:3] if len(match["tens"]) == len("1990") else f"19{match['tens'][0]}"


@NAMED(rf"(?:the )?(?:(?:early|late|mid)[ -])?(?:(?P<ordinal>\d\d)(?:st|nd|rd|th)|(?P<named>{'|'.join(_CENTURIES)}))"
       r"[ -]century")  # fmt: skip
def _century(match: re.Match[str], _: Seen) -> str:
    return str(int(match["ordinal"]) - 1 if match["ordinal"] else _CENTURIES[match["named"].lower()])


@NAMED(rf"(?:the |its |their |a )?(?:fiscal )?(?:{_RANK}[ -](?P<unit>quarter|half)|(?P<code>Q[1-4]|H[12]))"
       rf"(?:,? (?:of )?(?:fiscal )?(?:{YEAR}|(?P<which>last|this|next) year|the year))?")  # fmt: skip
def _quarter(match: re.Match[str], seen: Seen) -> str:
    code = (match["code"] or "").upper() or _code(match["unit"].lower(), match["rank"].lower())
    if match["year"]:
        return f"{match['year']}-{code}"
    if match["which"] and seen.published:
        shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
        return values.shifted(seen.around("year"), shift, "year") + f"-{code}"
    return seen.speaking(Tense.AHEAD if seen.tense is Tense.AHEAD else Tense.PAST).near(f"2001-{code}")


def _code(unit: str, rank: str) -> str:
    return {"quarter": "Q", "half": "H"}[unit] + str(min(ORDINALS[rank], {"quarter": 4, "half": 2}[unit]))


def _on_weekday(day: str, weekday: str) -> str:
    """Move a day to the year beside, if in that one only it is such a weekday."""
    moved = (values.shifted(day, years, "year") for years in (0, 1, -1))
    return next((each for each in moved if date.fromisoformat(each).weekday() == WEEKDAYS[weekday.lower()]), day)


def _checked(value: str) -> str:
    """Give a day or month that the calendar has, else ""."""
    try:
        date.fromisoformat(value if len(value) > len("2001-01") else value + "-01")
    except ValueError:
        return ""
    return value
