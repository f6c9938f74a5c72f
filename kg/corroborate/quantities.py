"""Compares two quantities as the intervals they are, those of one kind in one unit.

`compare` says whether two are equal, compatible, disjoint or not comparable, the same from either side; `fit` also
says which of two compatible ones is the more exact.
"""

import math
import re
from enum import StrEnum

from rapidfuzz import fuzz

from kg.corroborate.words import stem, stems
from kg.model import Operator, Quantity
from kg.units import convert, kind_of

NEAR = 0.02  # shares, and numbers of 100 and more, that differ by less are roundings of one number
CLOSE = 1.1  # times as much: up to here two numbers hardly differ
FAR = 5  # times as much: from here on two numbers hardly count the same,
FARTHER = 10  # even at one place
SHARE = stem("share")
PARTICULAR = 200  # from here on a number that is not round is hardly given twice by chance
ROUGH = 0.25  # a range that is at most so wide, of its upper end, is a rough number: "some 23,000"
_NUMBER = re.compile(r"\d|\b(?:least|fewer|less|more|than)\b")
SPELLING = 90  # of 100: from here on two words are spellings of one


class Fit(StrEnum):
    """How a second quantity stands to the first."""

    EQUAL = "equal"
    MORE_EXACT = "more exact"
    LESS_EXACT = "less exact"
    DISJOINT = "disjoint"
    NOT_COMPARABLE = "not comparable"


class Comparison(StrEnum):
    """How two quantities stand to each other."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    DISJOINT = "disjoint"
    NOT_COMPARABLE = "not comparable"


def compare(first: Quantity, second: Quantity) -> Comparison:
    """Say whether two quantities are one number, can both be so, or exclude each other.

    >>> from kg.model import Operator
    >>> road = Quantity(low=10, high=10, operator=Operator.EXACTLY, unit="miles", code="UCUM:[mi_i]", text="10 miles")
    >>> river = Quantity(low=16, high=16, operator=Operator.EXACTLY, unit="km", code="UCUM:km", text="16 km")
    >>> compare(road, river).value
    'equal'
    """
    return _COMPARISONS.get(fit(first, second), Comparison.COMPATIBLE)


def fit(first: Quantity, second: Quantity) -> Fit:
    """Say how the second of two quantities stands to the first.

    >>> from kg.model import Operator
    >>> bound = Quantity(low=20, high=None, operator=Operator.AT_LEAST, unit="people killed", text="at least 20")
    >>> exact = Quantity(low=25, high=25, operator=Operator.EXACTLY, unit="people killed", text="25")
    >>> fit(bound, exact).value
    'more exact'
    """
    if not _measure_the_same(first, second):
        return Fit.NOT_COMPARABLE
    low, high = _ends(first)
    other_low, other_high = _ends(second)
    if (other_low > high and not _near(other_low, high)) or (other_high < low and not _near(other_high, low)):
        return Fit.DISJOINT
    if _share_an_end((low, high), (other_low, other_high)):
        return Fit.EQUAL  # "a third" and "more than a third"
    if _rounds((low, high), (other_low, other_high)) or _rounds((other_low, other_high), (low, high)):
        return Fit.EQUAL  # "about 68,000" and "over 68,500"
    if _is_rough(low, high) and _is_rough(other_low, other_high):
        return Fit.EQUAL  # "about 1,959" and "1,959"
    inside = low <= other_low and other_high <= high
    return Fit.MORE_EXACT if inside else Fit.LESS_EXACT


def comparable(first: Quantity, second: Quantity, far: float = FAR) -> bool:
    """Tell whether two numbers may be differing counts of one thing: neither all but the same, nor one of a part."""
    ends = (_ends(first), _ends(second))
    smaller, larger = sorted(abs(low if not math.isinf(low) else high) for low, high in ends)
    return CLOSE * smaller < larger <= far * smaller


def is_unmistakable(quantity: Quantity) -> bool:
    """Tell whether a number is so particular that who gives it means the same: 1,959, not 2,000.

    >>> from kg.model import Operator
    >>> is_unmistakable(Quantity(low=1763.1, high=2154.9, operator=Operator.ABOUT, unit="killed", text="about 1,959"))
    True
    """
    low, high = _ends(quantity)
    middle = round(low if math.isinf(high) else (low + high) / 2) if low > 0 else 0
    return middle >= PARTICULAR and middle % 50 != 0


def is_vague(quantity: Quantity) -> bool:
    """Tell whether a quantity only says that there were many: "thousands", not "at least a thousand"."""
    return quantity.operator is Operator.AT_LEAST and not _NUMBER.search(quantity.text)


def is_lower(first: Quantity, second: Quantity) -> bool:
    """Tell whether the first number lies below the second."""
    return _ends(first)[1] < _ends(second)[0]


def is_part(quantity: Quantity) -> bool:
    """Tell whether a quantity is a share that is not the whole."""
    return SHARE in stems(quantity.unit) and quantity.low is not None and (quantity.high or quantity.low) < 1


def same_unit(one: str, other: str) -> bool:
    """Tell whether two units share a word: "rebels killed" and "killed", not "killed" and "wounded".

    Of what the numbers are, the things of the two claims say the rest.
    """
    left, right = set(stems(one)), set(stems(other))
    if SHARE in left or SHARE in right:
        return SHARE in left and SHARE in right
    return not (left and right) or any(fuzz.ratio(word, near) >= SPELLING for word in left for near in right)


def _measure_the_same(first: Quantity, second: Quantity) -> bool:
    """Tell whether two units are of one kind, as their codes tell, or else their words."""
    kinds = [kind_of(each.code) for each in (first, second) if each.code]
    return kinds[0] == kinds[1] if len(kinds) == 2 else same_unit(first.unit, second.unit)


def _ends(quantity: Quantity) -> tuple[float, float]:
    low = -math.inf if quantity.low is None else _converted(quantity.low, quantity.code)
    return low, math.inf if quantity.high is None else _converted(quantity.high, quantity.code)


def _converted(value: float, code: str | None) -> float:
    return convert(value, code) if code and kind_of(code) else value


def _share_an_end(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Tell whether two intervals have one end in common, and the other end too unless one of them leaves it open."""
    near = [_near(*ends) for ends in zip(one, other, strict=True)]
    is_open = [math.isinf(first) or math.isinf(second) for first, second in zip(one, other, strict=True)]
    known = [not (math.isinf(first) and math.isinf(second)) for first, second in zip(one, other, strict=True)]
    return any(known[n] and near[n] and (near[1 - n] or is_open[1 - n]) for n in (0, 1))


def _rounds(about: tuple[float, float], bound: tuple[float, float]) -> bool:
    """Tell whether the one end of a bound lies in a range of which both ends are known."""
    ends = [end for end in bound if not math.isinf(end)]
    wide = about[0] < about[1] and not (math.isinf(about[0]) or math.isinf(about[1]))
    return wide and len(ends) == 1 and about[0] <= ends[0] <= about[1]


def _is_rough(low: float, high: float) -> bool:
    """Tell whether a range stands for one number, exact or not."""
    return not (math.isinf(low) or math.isinf(high)) and high - low <= ROUGH * abs(high)


def _near(one: float, other: float) -> bool:
    if one == other or math.isinf(one) or math.isinf(other):
        return one == other
    larger = max(abs(one), abs(other))
    exact = larger < 100 and one % 1 == 0 and other % 1 == 0
    return not exact and abs(one - other) <= NEAR * larger


_COMPARISONS = {
    Fit.EQUAL: Comparison.EQUAL,
    Fit.DISJOINT: Comparison.DISJOINT,
    Fit.NOT_COMPARABLE: Comparison.NOT_COMPARABLE,
}
