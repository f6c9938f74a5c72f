import pytest

from kg.corroborate.quantities import fit
from kg.model import Quantity

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
    ("20 killed", "20 wounded", "not comparable"),
    ("0.333 share of eastern Marrow", "6 quarters of eastern Marrow", "not comparable"),
]


def quantity(words: str) -> Quantity:
    """Read "20 killed", "20.. killed" or "..20 killed"."""
    number, unit = words.split(" ", 1)
    low, dots, high = number.partition("..")
    ends = (low, high) if dots else (number, number)
    return Quantity(
        low=float(ends[0]) if ends[0] else None, high=float(ends[1]) if ends[1] else None, unit=unit, text=""
    )


@pytest.mark.parametrize(("first", "second", "expected"), CASES)
def test_fit_of_two_quantities(first: str, second: str, expected: str) -> None:
    """Numbers of one unit are compared as intervals; large ones that nearly agree are roundings."""
    assert fit(quantity(first), quantity(second)).value == expected
