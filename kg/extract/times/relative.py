"""Rules for times seen from the day of publication, or from the time named before."""

import re
from datetime import date

from kg.extract.times import values
from kg.extract.times.rules import Rules, at
from kg.extract.times.seen import Seen, Tense
from kg.extract.times.words import ABOUT, CLOCK, COUNT, ORDINALS, PARTS_OF_DAY, SOME, UNIT, count_of

RELATIVE = Rules()
_SATURDAY = 5
_NO_CALENDAR = frozenset({"night", "fortnight"})  # units that no calendar counts by
_NEAR = {
    "the day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0, "overnight": -1, "tomorrow": 1,
    "the day after tomorrow": 2,
}  # fmt: skip
_AHEAD = frozenset({"next", "coming", "following"})
_SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "before": -1,
    "next": 1, "coming": 1, "following": 1, "after": 1,
}  # fmt: skip
_BACK = frozenset({"ago", "earlier", "before", "back", "previously"})
_FROM_NOW = frozenset({"ago", "back", "from now", "hence"})
_PART_OF_DAY = r"(?P<part_of_day>morning|afternoon|evening|night)"


@RELATIVE(rf"(?:(?P<before>{CLOCK}) )?(?:early |late |earlier |later )?(?P<near>{'|'.join(_NEAR)})"
          rf"(?:'s|’s)?(?: {_PART_OF_DAY})?")  # fmt: skip
def _near(match: re.Match[str], seen: Seen) -> str:
    if seen.today is None:
        return ""
    word = match["near"].lower()
    day = values.shift(seen.today, _NEAR[word], "day").isoformat()
    return at(day, match, "night" if word in {"tonight", "overnight"} else match["part_of_day"])


@RELATIVE(rf"(?:early |late )?(?P<which>this|last) {_PART_OF_DAY}")
def _part_of_day(match: re.Match[str], seen: Seen) -> str:
    if seen.today is None:
        return ""
    shift = -1 if match["which"].lower() == "last" else 0
    return at(values.shift(seen.today, shift, "day").isoformat(), None, match["part_of_day"])


@RELATIVE(r"(?:(?:earlier|later|early|late|mid|so far)[ -](?:in )?)?(?:the )?"
          r"(?P<which>last|this|next|past|current|coming)(?P<past> past)?"
          rf" (?:fiscal |calendar |full |entire |whole )?{UNIT}(?:'s|’s|s)?(?: or so)?")  # fmt: skip
def _unit(match: re.Match[str], seen: Seen) -> str | None:
    which, unit = match["which"].lower(), match["unit"].lower()
    if unit in _NO_CALENDAR or (which, unit) == ("next", "day"):
        return None
    shift = -1 if match["past"] else _SHIFTS.get(which, 0)
    if (which, unit) == ("coming", "weekend"):
        shift += _weekend_back(seen)
    if which == "this" and unit == "weekend" and seen.tense is Tense.PAST:
        shift = _weekend_back(seen)
    return _moved(seen, unit, shift)


@RELATIVE(rf"(?:the )?{UNIT} before last")
def _before_last(match: re.Match[str], seen: Seen) -> str | None:
    unit = match["unit"].lower()
    return (
        _moved(seen, unit, -1 + (_weekend_back(seen) if unit == "weekend" else -1))
        if unit not in _NO_CALENDAR
        else None
    )


@RELATIVE(r"(?:the )?(?:last|past) fortnight")
def _fortnight(_: re.Match[str], seen: Seen) -> str:
    return f"{values.shift(seen.today, -1, 'fortnight')}/{seen.today}" if seen.today else ""


@RELATIVE(rf"(?:earlier in |later in )?(?:the )(?:fiscal |calendar |full |entire |whole )?{UNIT}(?:'s|’s)?")
def _the_unit(match: re.Match[str], seen: Seen) -> str | None:
    unit = match["unit"].lower()
    if unit == "weekend":
        return _moved(seen, unit, 0 if seen.tense is Tense.AHEAD else _weekend_back(seen))
    if unit == "quarter":
        return _quarter(seen)
    return seen.around(unit) if unit in {"year", "month"} else None


def _quarter(seen: Seen) -> str:
    """Give the quarter that is spoken of, else the last one that is over."""
    recent = values.grain_of(seen.before) == "quarter" and not _of_an_earlier_year(seen.before, seen)
    return seen.before if recent else _moved(seen, "quarter", -1)


def _weekend_back(seen: Seen) -> int:
    """Give how many weeks back the last weekend lies that has begun."""
    return 0 if seen.today is not None and seen.today.weekday() >= _SATURDAY else -1


def _moved(seen: Seen, unit: str, count: int) -> str:
    now = seen.around(unit)
    return values.shifted(now, count, unit) if now else ""


@RELATIVE(rf"(?:the )?(?P<which>latest|comparable) (?:period|{UNIT})")
def _latest(match: re.Match[str], seen: Seen) -> str:
    return _quarter(seen) if match["unit"] == "quarter" else seen.before


@RELATIVE(rf"(?:the |these |at least )*(?P<which>past|last|previous|next|coming) {COUNT} (?:{UNIT}|(?P<hour>hour))s?")
def _stretch(match: re.Match[str], seen: Seen) -> str | None:
    """Read so many units up to the publication, or from it on; where "a few" of them began stays open."""
    unit, ahead = (match["unit"] or "day").lower(), match["which"].lower() in _AHEAD
    if seen.today is None or unit in _NO_CALENDAR:
        return ""
    now = seen.around(unit)
    if match["count"].lower() in SOME:
        return f"{now}/" if ahead else f"/{now}"
    count = count_of(match["count"]) if not match["hour"] else -(-count_of(match["count"]) // 24)
    return "/".join(sorted((_counted(count if ahead else -count, unit, seen), now)))


@RELATIVE(rf"(?:the )?(?:end|start|beginning|middle|close) of (?P<which>the|this|last|next) {UNIT}")
@RELATIVE(r"(?P<which>)(?P<unit>year|month|week)(?:'s|’s|-| )end")
def _end_of(match: re.Match[str], seen: Seen) -> str | None:
    unit = match["unit"].lower()
    return _moved(seen, unit, _SHIFTS.get(match["which"].lower(), 0)) if unit not in _NO_CALENDAR else None


@RELATIVE(rf"{ABOUT}{COUNT}[ -]{UNIT}s?[ -](?P<side>ago|earlier|before(?=[,.;]|$)|back|previously|later|afterwards?"
          r"|from now|hence)")  # fmt: skip
def _ago(match: re.Match[str], seen: Seen) -> str:
    unit, side = match["unit"].lower(), match["side"].lower()
    if match["count"].lower() in SOME and side in _FROM_NOW:
        now = seen.around("day" if unit in _NO_CALENDAR else unit)
        return f"/{now}" if side in _BACK else f"{now}/"
    count = count_of(match["count"]) * (-1 if side in _BACK else 1)
    if side in _FROM_NOW and not (unit == "year" and values.grain_of(seen.before) == "quarter"):
        return _counted(count, unit, seen)
    return _counted(count, unit, seen, seen.before) if seen.before or unit == "year" else ""


@RELATIVE(rf"{ABOUT}half an? (?P<unit>year|decade|century) (?P<side>ago|back)")
def _half_ago(match: re.Match[str], seen: Seen) -> str:
    count, unit = {"year": (6, "month"), "decade": (5, "year"), "century": (50, "year")}[match["unit"].lower()]
    return _counted(-count, unit, seen)


@RELATIVE(rf"{COUNT} (?P<unit>week|month|year)s? ago (?P<near>today|yesterday|this (?P<which>week|month))")
def _ago_from(match: re.Match[str], seen: Seen) -> str:
    """Read "a week ago today", "a year ago this month"."""
    there = seen.around(match["which"] or "day")
    if match["near"].lower() == "yesterday" and there:
        there = values.shifted(there, -1, "day")
    return values.shifted(there, -count_of(match["count"]), match["unit"].lower()) if there else ""


@RELATIVE(r"(?:the |a )?(?:comparable )?year[ -](?:ago|earlier)"
          r"(?: (?:(?P<rank>first|second|third|fourth) )?(?P<unit>quarter|period))?")  # fmt: skip
def _year_earlier(match: re.Match[str], seen: Seen) -> str:
    if match["rank"]:
        found = seen.speaking(Tense.PAST).near(f"2001-Q{ORDINALS[match['rank'].lower()]}")
        return values.shifted(found, -1, "year") if found else ""
    before = seen.before
    if match["unit"] == "quarter" and values.grain_of(before) == "day":
        before = values.value_at("quarter", date.fromisoformat(before[:10]))
    return _counted(-1, "year", seen, before)


def _counted(count: int, unit: str, seen: Seen, counted_from: str = "") -> str:
    """Count from a value at its own grain, or from the day of publication at the grain of the unit."""
    grain = values.grain_of(counted_from)
    if grain == "quarter" and _of_an_earlier_year(counted_from, seen):  # itself from "a year ago"
        return counted_from
    if grain:
        return values.shifted(counted_from, count, unit)
    if seen.today is None:
        return ""
    there = values.shift(seen.today, count, unit)
    return values.value_at({"night": "day", "fortnight": "week", "season": "month"}.get(unit, unit), there)


def _of_an_earlier_year(value: str, seen: Seen) -> bool:
    return seen.published is not None and value[:4] < seen.published[:4]


@RELATIVE(rf"(?:(?P<before>{CLOCK}),? )?(?:the )?(?P<which>following|next|previous|preceding|that same|same|that) "
          rf"(?:{UNIT}|{_PART_OF_DAY})")  # fmt: skip
@RELATIVE(rf"(?P<clock>)the (?:{UNIT}|{_PART_OF_DAY}) (?P<which>before|after)(?=[,.;:]|$)")
def _other(match: re.Match[str], seen: Seen) -> str | None:
    """Step from the time named before, if that was as exact; "next week" is seen from the publication."""
    unit = (match["unit"] or "day").lower().replace("night", "day")
    if match["which"].lower() == "next" and unit != "day":
        return _moved(seen, unit, 1)
    if unit == "fortday":
        return None
    first, _ = values.days_of(seen.before) if seen.before else (None, None)
    exact = {"day": {"day"}, "week": {"day", "week"}, "month": {"day", "month"}}.get(unit)
    if first is None or (exact and values.grain_of(seen.before) not in exact):
        return ""
    there = values.shifted(values.value_at(unit, first), _SHIFTS.get(match["which"].lower(), 0), unit)
    part = match["part_of_day"] or ("night" if match["unit"] == "night" else None)
    return at(there, match, part if part in PARTS_OF_DAY else None) if unit == "day" else there


@RELATIVE(r"(?:earlier|later|early|late) (?:in the|on the same|the same|that|that same) day")
def _same_day(_: re.Match[str], seen: Seen) -> str:
    return seen.before[: len("2001-01-01")] if values.grain_of(seen.before) == "day" else seen.around("day")


@RELATIVE(rf"(?:the )?(?:most )?recent {UNIT}s")
@RELATIVE(rf"{UNIT}s (?:ago|earlier)")
def _recent(_: re.Match[str], seen: Seen) -> str:
    now = seen.around("day")
    return f"/{now}" if now else ""


@RELATIVE(rf"(?:around |about |at )?{CLOCK}(?:(?<=:[0-5][0-9])|(?<=m)|(?<=m\.))(?<!\bnoon)")
def _clock(match: re.Match[str], seen: Seen) -> str:
    return at(seen.before[:10] if values.grain_of(seen.before) == "day" else seen.around("day"), match)
