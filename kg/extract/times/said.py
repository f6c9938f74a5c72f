"""The day on which something was said, from the words beside its cue."""

import re
from collections.abc import Iterable, Sequence

from kg.dates import PartialDate
from kg.extract.times.find import Named, read
from kg.extract.times.seen import Seen
from kg.extract.times.values import days_of
from kg.model import DateBasis

Said = tuple[PartialDate | None, DateBasis]
UNKNOWN: Said = (None, DateBasis.UNKNOWN)
_ANYWHEN = Seen(None)
_BOUND = re.compile(
    r"\b(?:(?:since|until|till|by|from|before|after|as of|as at)\s+(?:(?:early|late)\s+)?(?:the\s+)?"
    r"|(?!(?:hours?|day|days|week|month|morning|afternoon|evening|night|end|start|\d+(?:st|nd|rd|th))\b)\w+\s+of\s+)$",
    re.IGNORECASE,
)
_BEFORE = 30  # characters that hold the words that bound a time


def day_of(named: Sequence[Named], text: str) -> Said:
    """Choose the day that the times named beside a cue give it.

    A date in full comes before others. What is not a day stays a month, a year or None; times that only bound a day
    ("since Monday") or own something ("Sunday's vote"), or that need a publication day that is not known, give none.
    """
    kept = unbound(named, text)
    stated = list(_partials(each for each in kept if read(text[each.start : each.end], _ANYWHEN)))
    if stated:
        return stated[0], DateBasis.STATED
    found = list(_partials(kept))
    days = [day for day in found if day.is_day] or found
    return (days[0], DateBasis.RESOLVED_FROM_PUBLICATION) if days else UNKNOWN


def unbound(named: Iterable[Named], text: str) -> list[Named]:
    """Keep the times that tell when, not those that only bound a day or own something."""
    return [each for each in named if not (_is_bound(text, each) or text.endswith(("'s", "’s"), 0, each.end))]


def _is_bound(text: str, named: Named) -> bool:
    return _BOUND.search(text[max(0, named.start - _BEFORE) : named.start]) is not None


def _partials(named: Iterable[Named]) -> Iterable[PartialDate]:
    return (day for each in named if (day := partial(each.value)))


def partial(value: str) -> PartialDate | None:
    """Give the day, or the month or year that all days of a value share."""
    first, last = days_of(value) if value else (None, None)
    if first is None or last is None:
        return None
    if first == last:
        return PartialDate(first.isoformat())
    if (first.year, first.month) == (last.year, last.month):
        return PartialDate(f"{first:%Y-%m}")
    return PartialDate(f"{first:%Y}") if first.year == last.year else None
