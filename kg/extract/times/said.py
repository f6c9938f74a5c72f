"""The day on which something was said, from the words beside its cue."""

import re

from kg.dates import PartialDate
from kg.extract.times.find import Named, times_in
from kg.extract.times.seen import Seen, Tense
from kg.extract.times.values import days_of
from kg.model import DateBasis

Said = tuple[PartialDate | None, DateBasis]
UNKNOWN: Said = (None, DateBasis.UNKNOWN)
_BOUND = re.compile(r"\b(?:since|until|till|by|from|before|after)\s+(?:(?:early|late)\s+)?(?:the\s+)?$", re.IGNORECASE)


def resolve_day(words: str, published: PartialDate | None) -> Said:
    """Resolve the day that words name, against the day of publication where it takes that.

    A date in full comes before others. What is not a day stays a month, a year or None; words that name no day, that
    only bound one ("since Monday"), or that need a publication day that is not known, are unknown.
    """
    stated = [day for each in _named(words, None) if (day := _partial(each.value))]
    if stated:
        return stated[0], DateBasis.STATED
    found = [day for each in _named(words, published) if (day := _partial(each.value))]
    days = [day for day in found if day.is_day] or found
    return (days[0], DateBasis.RESOLVED_FROM_PUBLICATION) if days else UNKNOWN


def names_day(words: str) -> bool:
    """Whether words name a day, or a span of days, on which something may have been said."""
    return resolve_day(words, PartialDate("2000-06-15")) != UNKNOWN


def _named(words: str, published: PartialDate | None) -> list[Named]:
    found = times_in(words, Seen(published, Tense.PAST))
    return [each for each in found if not _BOUND.search(words, 0, each.start)]


def _partial(value: str) -> PartialDate | None:
    """Give the day, or the month or year that all days of a value share."""
    first, last = days_of(value) if value else (None, None)
    if first is None or last is None:
        return None
    if first == last:
        return PartialDate(first.isoformat())
    if (first.year, first.month) == (last.year, last.month):
        return PartialDate(f"{first:%Y-%m}")
    return PartialDate(f"{first:%Y}") if first.year == last.year else None
