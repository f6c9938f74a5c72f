"""How quantities compare: pairs with the answer, and what holds for any two."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corroborate.quantities import Comparison, compare, fit
from kg.model import Operator, Quantity

CASES = [
    ("20 killed", "20 killed", "equal"),
    ("20 killed", "21 killed", "disjoint"),
    ("8000 families", "7900 families", "equal"),
    ("8000 families", "6000 families", "disjoint"),
    ("0.333 share of the bank", "0.3333 share of the east bank", "equal"),
    ("0.333 share of the bank", "0.5 share of the bank", "disjoint"),
    ("1000.. killed", "1100 rebels killed", "more exact"),
    ("1100 rebels killed", "1000.. killed", "less exact"),
    ("1000.. killed", "2000.. killed", "more exact"),
    ("1000.. killed", "..900 killed", "disjoint"),
    ("61000..75000 displaced", "68000.. displaced", "equal"),
    ("54000.. displaced", "50000..60000 displaced", "equal"),
    ("61000..75000 displaced", "54000.. displaced", "less exact"),
    ("40 neighbourhoods held", "40 neighborhoods regained", "equal"),
    ("..40 killed", "..500 killed", "less exact"),
    ("20 killed", "20..30 killed", "less exact"),
    ("20..30 killed", "20 killed", "more exact"),
    ("20 killed", "20 wounded", "not comparable"),
    ("0.333 share of eastern Marrow", "6 quarters of eastern Marrow", "not comparable"),
]


def quantity(words: str) -> Quantity:
    """Read "20 killed", "20.. killed" or "..20 killed"."""
    number, unit = words.split(" ", 1)
    low, dots, high = number.partition("..")
    ends = (low, high) if dots else (number, number)
    return interval(float(ends[0]) if ends[0] else None, float(ends[1]) if ends[1] else None, unit)


def interval(low: float | None, high: float | None, unit: str, code: str | None = None) -> Quantity:
    """Make a quantity of which only the interval and the unit matter."""
    return Quantity(low=low, high=high, operator=Operator.BETWEEN, unit=unit, code=code, text="")


@pytest.mark.parametrize(("first", "second", "expected"), CASES)
def test_fit_of_two_quantities(first: str, second: str, expected: str) -> None:
    """Numbers of one unit are compared as intervals; large ones that nearly agree are roundings."""
    assert fit(quantity(first), quantity(second)).value == expected


UNITS = [("killed", None), ("miles", "UCUM:[mi_i]"), ("km", "UCUM:km"), ("hours", "UCUM:h"), ("USD", "ISO4217:USD")]


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Make any interval that is open at one end at most, in any unit."""
    low, high = sorted(draw(st.tuples(st.integers(0, 10_000), st.integers(0, 10_000))))
    ends = draw(st.sampled_from([(low, high), (low, low), (low, None), (None, high)]))
    return interval(*ends, *draw(st.sampled_from(UNITS)))


@given(quantities(), quantities())
def test_comparison_is_symmetric(one: Quantity, other: Quantity) -> None:
    """Which of two quantities is named first does not matter."""
    assert compare(one, other) is compare(other, one)


@given(quantities())
def test_a_quantity_equals_itself(one: Quantity) -> None:
    """Nothing excludes itself."""
    assert compare(one, one) is Comparison.EQUAL


@given(quantities(), st.integers(0, 500), st.integers(0, 500))
def test_a_wider_interval_is_no_contradiction(one: Quantity, below: int, above: int) -> None:
    """What says less than a quantity agrees with it."""
    wider = replace(
        one,
        low=None if one.low is None else one.low - below,
        high=None if one.high is None else one.high + above,
    )
    assert compare(one, wider) in {Comparison.EQUAL, Comparison.COMPATIBLE}


@given(quantities().filter(lambda each: each.code == "UCUM:km"))
def test_units_of_one_kind_are_converted(one: Quantity) -> None:
    """Kilometres compare as the miles that they are."""
    miles = interval(*(end and end / 1.609344 for end in (one.low, one.high)), "miles", "UCUM:[mi_i]")
    assert compare(miles, one) is Comparison.EQUAL
