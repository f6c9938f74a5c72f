"""Days that may be known only in part: "2016", "2016-11", "2016-11-17"."""

import calendar
import re
from datetime import UTC, date, datetime

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class PartialDate(str):
    """An ISO 8601 year, month or day that is never padded: what is unknown stays so.

    >>> PartialDate("2016-11").first_day, PartialDate("2016-11").last_day
    (datetime.date(2016, 11, 1), datetime.date(2016, 11, 30))
    """

    __slots__ = ()

    def __new__(cls, value: str) -> "PartialDate":
        """Check `value`; raises ValueError for what is no date of the calendar."""
        match = _PATTERN.fullmatch(value)
        if not match:
            raise ValueError(f"{value!r} is no date; write 2016, 2016-11 or 2016-11-17")
        try:
            date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        except ValueError as error:
            raise ValueError(f"{value!r} is not in the calendar; write 2016, 2016-11 or 2016-11-17") from error
        return super().__new__(cls, value)

    @property
    def first_day(self) -> date:
        """The earliest day it can be."""
        return date.fromisoformat((self + "-01-01")[:10] if len(self) == 4 else (self + "-01")[:10])

    @property
    def last_day(self) -> date:
        """The latest day it can be."""
        first = self.first_day
        if len(self) == 4:
            return first.replace(month=12, day=31)
        if len(self) == 7:
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return first

    @property
    def is_day(self) -> bool:
        """Whether year, month and day are all known."""
        return len(self) == 10


def now() -> datetime:
    """Give the time of the clock, to the second."""
    return datetime.now(UTC).replace(microsecond=0)
