"""What people write in a cell or a field: days, times, amounts, truth values, each as kg keeps it."""

import re
from enum import StrEnum
from typing import TypeVar

from kg.dates import PartialDate
from kg.extract.quantities.amounts import amounts
from kg.model import DateBasis, Period, Quantity
from kg.units import unit_at

Word = TypeVar("Word", bound=StrEnum)
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*", re.DOTALL)


def day(words: str) -> PartialDate:
    """Read a day, month or year, or the day of a moment; raises ValueError.

    >>> day("2031-05"), day("2031-05-06T08:00:00Z")
    ('2031-05', '2031-05-06')
    """
    moment = _MOMENT.fullmatch(words.strip())
    return PartialDate(moment[1] if moment else words.strip())


def period(words: str) -> Period:
    """Read a time in EDTF: a day, month or year, or two with a slash between; an end that is not known is left out.

    >>> period("2031-05/").edtf
    '2031-05-01/'
    """
    first, slash, last = words.strip().partition("/")
    start, end = (day(each) if each.strip() else None for each in (first, last if slash else first))
    if start is None and end is None:
        raise ValueError(f"{words!r} is no time; write 2031-05-06, 2031-05 or 2031-05-06/2031-05-09")
    if start and end and start.first_day > end.last_day:
        raise ValueError(f"{words!r} ends before it begins; write the earlier day first")
    return Period(
        start=start.first_day if start else None, end=end.last_day if end else None,
        basis=DateBasis.STATED,
    )  # fmt: skip


def quantity(words: str) -> Quantity:
    """Read an amount with what it counts or measures: "at least 20 people killed", "12 km"; raises ValueError."""
    found = amounts(words)
    amount = found[0] if len(found) == 1 else None
    rest = " ".join((words[: amount.start] + words[amount.end :]).split()) if amount else ""
    if amount is None or not (rest or amount.code):
        raise ValueError(f"{words!r} is no amount with its unit; write such as: at least 20 people killed")
    code = amount.code or (measured[0].code if (measured := unit_at(rest)) else None)
    unit = rest or (code or "").partition(":")[2]
    return Quantity(
        low=amount.low, high=amount.high, operator=amount.operator,
        unit=f"share of {unit.removeprefix('of ')}" if amount.share else unit, code=code,
        text=" ".join(words[amount.start : amount.end].split()),
    )  # fmt: skip


def truth(words: str) -> bool:
    """Read a truth value; raises ValueError."""
    if words.strip().lower() not in _TRUTH:
        raise ValueError(f"{words!r} is neither; write true or false")
    return _TRUTH[words.strip().lower()]


def one_of(kind: type[Word], words: str) -> Word:
    """Read one of the words that kg knows; raises ValueError that lists them."""
    try:
        return kind(words.strip().lower())
    except ValueError as error:
        raise ValueError(f"{words!r} is unknown; write one of {', '.join(kind)}") from error
