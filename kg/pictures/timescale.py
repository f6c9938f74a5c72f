"""Days as places on a line, and the days at which the line is marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.dates import PartialDate

APART = 58.0  # points between two marks at least
SHORT = 31  # days: what is known no better does not stretch the line where it lies on it anyway
MONTH = 30.4
_DAYS, _MONTHS, _YEARS = (1, 2, 7, 14), (1, 3, 6), (1, 2, 5, 10, 25, 50, 100, 500)


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of days from left to right."""

    first: date
    last: date
    left: float
    right: float

    @property
    def a_day(self) -> float:
        """How many points a day takes."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def start(self, day: date) -> float:
        """Say where a day begins; what lies outside is put to the edge."""
        return min(max(self.left + (day - self.first).days * self.a_day, self.left), self.right)

    def end(self, day: date) -> float:
        """Say where a day ends."""
        return min(max(self.left + ((day - self.first).days + 1) * self.a_day, self.left), self.right)

    def middle(self, day: date) -> float:
        """Say where the middle of a day is."""
        return (self.start(day) + self.end(day)) / 2

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Give the days to mark, or the months or years, as many as there is room for."""
        for step in _DAYS:
            if step * self.a_day >= APART:
                days = range(0, (self.last - self.first).days + 1, step)
                yield from ((self.middle(day), day.isoformat()) for day in (self.first + timedelta(n) for n in days))
                return
        for step in _MONTHS:
            if step * MONTH * self.a_day >= APART:
                yield from ((self.start(day), day.isoformat()[:7]) for day in self._months(step))
                return
        step = next((step for step in _YEARS if step * 365 * self.a_day >= APART), _YEARS[-1])
        years = range(self.first.year + 1, self.last.year + 1)
        yield from ((self.start(date(year, 1, 1)), str(year)) for year in years if year % step == 0)

    def _months(self, step: int) -> Iterator[date]:
        months = range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month)
        found = (date(month // 12, month % 12 + 1, 1) for month in months if month % 12 % step == 0)
        yield from (day for day in found if day >= self.first)


def scale(days: Iterable[PartialDate], left: float, right: float) -> Scale:
    """Make a line that is long enough for some days; a year that lies on it already does not stretch it."""
    spans = sorted(((day.first_day, day.last_day) for day in days), key=lambda span: (span[1] - span[0], span))
    first, last = spans[0] if spans else (date(1970, 1, 1), date(1970, 1, 1))
    for start, end in spans[1:]:
        if (end - start).days < SHORT or end < first or start > last:
            first, last = min(first, start), max(last, end)
    return Scale(first, last, left, right)
