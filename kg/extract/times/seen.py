"""The point in time from which words are read: the day of publication, the tense, what was named before."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from kg.dates import PartialDate
from kg.extract.times import values

_FAR = 3  # times as far: the other one is nearer by so much that it is meant, whatever the tense seems to be
_MOST_DAYS = {"week": 7, "year": 366}


class Tense(Enum):
    """What the words around a time expression speak of."""

    PAST = "past"  # what has been
    OPEN = "open"  # what has been, or is
    AHEAD = "ahead"  # what is to come


@dataclass(frozen=True, slots=True)
class Seen:
    """From when words are read; each part that is not known leaves unknown what needs it."""

    published: PartialDate | None
    tense: Tense = Tense.OPEN
    before: str = ""  # the value of the time expression before, for "the following month"

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.published.first_day if self.published is not None and self.published.is_day else None

    def after(self, value: str) -> "Seen":
        """Give the same view once another value has been named."""
        return replace(self, before=value)

    def speaking(self, tense: Tense) -> "Seen":
        """Give the same view in another tense."""
        return replace(self, tense=tense)

    def around(self, grain: str) -> str:
        """Give the day, month … of the publication; "" where it is not known so exactly."""
        if self.published is None or (len(self.published) == 4 and grain not in {"year", "decade", "century"}):
            return ""
        if not self.published.is_day and grain in {"day", "week", "weekend"}:
            return ""
        return values.value_at(grain, self.published.first_day)

    def near(self, value: str, step: str = "year") -> str:
        """Move a value of any year to the one that is meant: the last one, or the next in the future tense.

        One that lies much nearer is meant even so, but nothing ahead in the past tense, and no weekday.
        """
        if self.published is None:
            return ""
        low, high = self.published.first_day, self.published.last_day
        last = values.shifted(value, (high - _starts(value)).days // _MOST_DAYS[step], step)
        while _starts(last) > high:
            last = values.shifted(last, -1, step)
        while _starts(values.shifted(last, 1, step)) <= high:
            last = values.shifted(last, 1, step)
        following = values.shifted(last, 1, step)
        if self.tense is Tense.PAST or _ends(last) >= low:
            return last
        ahead, back = (_starts(following) - high).days, (low - _ends(last)).days
        if self.tense is Tense.AHEAD:
            return following if ahead < back * _FAR else last
        return following if ahead * _FAR < back and step == "year" else last


def _starts(value: str) -> date:
    return values.days_of(value)[0] or date.min


def _ends(value: str) -> date:
    return values.days_of(value)[1] or date.max
