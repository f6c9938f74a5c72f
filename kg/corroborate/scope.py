"""Says whether two claims are about the same time, and what differs where they are not."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from kg.model import Claim, Period

RECENT = timedelta(days=2)  # what is reported without a day is taken to have happened this long before at most,
LASTING = timedelta(days=7)  # this long where it lasts, as to hold a place does,
AFTERWARDS = timedelta(days=14)  # so long after it, what falls short of something said still answers it
LONG_AGO = timedelta(days=31)  # or as long as the time lasted that is asked about, up to this


class Overlap(StrEnum):
    """How the time of a second claim stands to that of the first."""

    SAME = "same"
    MORE_EXACT = "more exact"  # the second names days, the first does not, or more of them
    LESS_EXACT = "less exact"
    UNKNOWN = "unknown"  # the first names days, the second does not
    OTHER = "other period"


def overlap(first: Period | None, second: Period | None) -> Overlap:
    """Say how the second of two periods stands to the first."""
    if second is None:
        return Overlap.SAME if first is None else Overlap.UNKNOWN
    if first is None:
        return Overlap.MORE_EXACT
    start, end = _ends(first)
    other_start, other_end = _ends(second)
    if other_start > end or start > other_end:
        return Overlap.OTHER
    if (start, end) == (other_start, other_end):
        return Overlap.SAME
    if first.start is None:
        end = min(date.max - RECENT, end) + RECENT  # what was counted "by" a day was reported soon after it
    return Overlap.MORE_EXACT if start <= other_start and other_end <= end else Overlap.LESS_EXACT


def spoken_about(asked: Period, spoken: Period | None, *, lasting: bool = True) -> bool:
    """Tell whether something said without a day can be about the asked days: it was said in them or soon after."""
    if spoken is None:
        return True
    start, end = _ends(asked)
    said_from, said_to = _ends(spoken)
    recent = LASTING if lasting else RECENT
    lasted = end - start if asked.start and asked.end else LASTING
    return said_to >= start and (end == date.max or said_from <= end + max(recent, min(lasted, LONG_AGO)))


def same_days(one: Period | None, others: Iterable[Period | None]) -> bool:
    """Tell whether something was said on a day on which any of the others was; of unknown days nothing is ruled out."""
    known = [other for other in others if other]
    if one is None or not known:
        return True
    return any(overlap(one, other) is not Overlap.OTHER for other in known)


def said_later(one: Period | None, others: Iterable[Period | None]) -> bool:
    """Tell whether something was said on a day of any of the others, or not long after one."""
    known = [other for other in others if other]
    if one is None or not known:
        return True
    start, end = _ends(one)
    return any(start >= _ends(other)[0] and end - AFTERWARDS <= _ends(other)[1] for other in known)


def said_after(spoken: Period | None, asked: Period) -> bool:
    """Tell whether something was said after a time of which only the end is asked: "by 9 March"."""
    return bool(asked.start is None and asked.end and spoken and spoken.start and spoken.start > asked.end)


def last_days(period: Period) -> Period | None:
    """Give the last day of a period with those on which it is reported; None where it has no end."""
    return Period(start=period.end, end=period.end + RECENT) if period.end else None


def days(period: Period) -> str:
    """Write a period for people."""
    start = period.start.isoformat() if period.start else ""
    end = period.end.isoformat() if period.end else ""
    if start == end:
        return start
    return f"{start} to {end}" if start and end else f"until {end}" if end else f"from {start}"


def difference(first: Claim, second: Claim) -> str:
    """Name the two periods that do not meet."""
    one = days(first.period) if first.period else "no stated day"
    other = days(second.period) if second.period else "no stated day"
    return f"other period: {other}, not {one}"


def _ends(period: Period) -> tuple[date, date]:
    return period.start or date.min, period.end or date.max
