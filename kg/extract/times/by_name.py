"""Rules for times with a name in the calendar: days, months, years, seasons, quarters, decades."""

import re
from datetime import date

from kg.extract.times import values
from kg.extract.times.rules import Rules, at
from kg.extract.times.seen import Seen, Tense
from kg.extract.times.words import (
    CLOCK,
    COUNT,
    DECADES,
    HOLIDAY,
    HOLIDAYS,
    MONTH,
    ORDINALS,
    PART,
    SPELLED_DAY,
    SPELLED_DAYS,
    SPOKEN_YEAR,
    WEEKDAY,
    YEAR,
    count_of,
    month_of,
    weekday_of,
    year_of,
)

NAMED = Rules()
_DAY = r"(?:st|nd|rd|th)?(?![\w:%]|,\d{3}|\.\d)"
_ON = rf"(?:{WEEKDAY},? )?"
_RANK = rf"(?P<rank>{'|'.join(ORDINALS)})"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_MONTHS = 12
_CENTURIES = {"nineteenth": 18, "twentieth": 19, "twenty-first": 20}


@NAMED(r"(?:the )?(?P<from>(?:1[89]|20)\d\d)(?P<mark>[-–/])(?P<to>\d\d(?:\d\d)?)"
       r"(?P<kind> (?:(?:fiscal|financial|academic|school) year|season))?")  # fmt: skip
def _years(match: re.Match[str], _: Seen) -> str | None:
    """Read "the 2015-16 season" and "1990-1995"; "2009-10" alone is a month."""
    last = match["from"][: 4 - len(match["to"])] + match["to"]
    a_month = match["mark"] == "-" and len(match["to"]) == len("10") and int(match["to"]) <= _MONTHS
    return f"{match['from']}/{last}" if last > match["from"] and (match["kind"] or not a_month) else None


@NAMED(r"(?P<iso>\d{4}-\d\d(?:-\d\d)?)")
def _iso(match: re.Match[str], _: Seen) -> str:
    return _checked(match["iso"])


@NAMED(rf"{_ON}{MONTH} (?P<day>\d{{1,2}}){_DAY}(?:,? {YEAR})?")
@NAMED(rf"{_ON}(?:the )?(?P<day>\d{{1,2}}){_DAY} (?:of )?{MONTH}(?:,? {YEAR})?")
@NAMED(rf"{_ON}the (?P<day>{SPELLED_DAY}) of {MONTH}(?:,? {YEAR})?")
def _day_of_month(match: re.Match[str], seen: Seen) -> str:
    day = SPELLED_DAYS.get(match["day"].lower()) or int(match["day"])
    month_day = f"{month_of(match['month']):02}-{day:02}"
    if match["year"]:
        return _checked(f"{match['year']}-{month_day}")
    found = seen.near(f"2000-{month_day}") if _checked(f"2000-{month_day}") else ""
    if not found.endswith(month_day):  # 29 February in a year that has none
        return ""
    return _on_weekday(found, match["weekday"]) if match["weekday"] else found


@NAMED(rf"{HOLIDAY}(?:,? (?:in )?{YEAR})?")
def _holiday(match: re.Match[str], seen: Seen) -> str:
    month_day = HOLIDAYS[match["holiday"].lower().replace("’", "'")]
    return f"{match['year']}-{month_day}" if match["year"] else seen.near(f"2000-{month_day}")


@NAMED(rf"(?:the )?{COUNT} months (?:to|ended|ending|through)(?: the end of)? {MONTH}(?: \d{{1,2}}\b)?(?:,? {YEAR})?")
def _months_to(match: re.Match[str], seen: Seen) -> str:
    month = f"{month_of(match['month']):02}"
    last = f"{match['year']}-{month}" if match["year"] else seen.near(f"2001-{month}")
    return f"{values.shifted(last, 1 - count_of(match['count']), 'month')}/{last}" if last else ""


@NAMED(rf"(?:the )?(?P<end>first|last|final) {COUNT} months of (?:{YEAR}|(?P<which>this|last|next|the) year)")
@NAMED(rf"the (?P<end>first) {COUNT} months(?P<year>)(?P<which>)")
def _months_of_year(match: re.Match[str], seen: Seen) -> str:
    shift = {"last": -1, "next": 1}.get((match["which"] or "").lower(), 0)
    this_year = seen.around("year")
    year = match["year"] or (this_year and values.shifted(this_year, shift, "year"))
    count = count_of(match["count"])
    if not year or count >= _MONTHS:
        return ""
    first = match["end"].lower() == "first"
    return f"{year}-01/{year}-{count:02}" if first else f"{year}-{_MONTHS + 1 - count:02}/{year}-12"


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


@NAMED(rf"(?:(?P<before>{CLOCK}),? (?:on )?)?(?:early |late |overnight (?:on )?)?"
       rf"(?P<which>last|next|(?:this )?(?:past|coming)|this)? ?{WEEKDAY}"
       r"(?:,? (?P<part_of_day>morning|afternoon|evening|night|overnight))?"
       r"(?! (?:times|post|telegraph|mail)\b)")  # fmt: skip
def _weekday(match: re.Match[str], seen: Seen) -> str:
    part = "night" if "overnight" in match.group().lower() else match["part_of_day"]
    return at(_day_on(match, match["which"], seen), match, part)


@NAMED(rf"{WEEKDAY},? at (?:around |about )?{CLOCK}")
def _weekday_at(match: re.Match[str], seen: Seen) -> str:
    return at(_day_on(match, None, seen), match)


@NAMED(rf"(?:the )?{WEEKDAY} before last")
def _weekday_before_last(match: re.Match[str], seen: Seen) -> str:
    last = _day_on(match, "last", seen)
    return values.shifted(last, -1, "week") if last else ""


@NAMED(rf"{COUNT} (?P<unit>week|month|year)s? (?P<side>ago|from|after) (?:on )?(?P<which>last|next)? ?{WEEKDAY}")
@NAMED(rf"{WEEKDAY} (?P<unit>week)(?P<count>)(?P<side>)(?P<which>)(?! \w+ing\b)")
def _counted_from_weekday(match: re.Match[str], seen: Seen) -> str:
    """Read "a week ago Friday", "a week from Monday", "Friday week"."""
    back = match["side"] and match["side"].lower() == "ago"
    day = _day_on(match, match["which"], seen.speaking(Tense.PAST if back else Tense.AHEAD))
    return (
        values.shifted(day, count_of(match["count"] or "a") * (-1 if back else 1), match["unit"].lower()) if day else ""
    )


def _day_on(match: re.Match[str], which: str | None, seen: Seen) -> str:
    if seen.today is None:
        return ""
    day = values.shift(date(2001, 1, 1), weekday_of(match["weekday"]), "day")  # a Monday and on
    return _stepped(day.isoformat(), which, seen, "week")


def _stepped(value: str, which: str | None, seen: Seen, step: str) -> str:
    """Give the last one before today, the next one after, or the nearest that the tense allows."""
    named = (which or "").lower().removeprefix("this ")
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
    return next((each for each in moved if date.fromisoformat(each).weekday() == weekday_of(weekday)), day)


def _checked(value: str) -> str:
    """Give a day or month that the calendar has, else ""."""
    try:
        date.fromisoformat(value if len(value) > len("2001-01") else value + "-01")
    except ValueError:
        return ""
    return value
