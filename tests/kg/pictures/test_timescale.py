"""Days as places on a line."""

from itertools import pairwise

import pytest

from kg.dates import PartialDate
from kg.pictures.timescale import APART, scale


def line(*days: str) -> list[str]:
    """Give the marks of a line of 590 points."""
    return [words for _, words in scale(map(PartialDate, days), 0, 590).ticks()]


@pytest.mark.parametrize(
    ("days", "marks"),
    [
        (["2031-03-02"], ["2031-03-02"]),
        (["2031-03-02", "2031-03-05"], ["2031-03-02", "2031-03-03", "2031-03-04", "2031-03-05"]),
        (["2031-03-02", "2031-03-30"], ["2031-03-02", "2031-03-09", "2031-03-16", "2031-03-23", "2031-03-30"]),
        (["2031-01-15", "2031-08-15"], ["2031-02", "2031-03", "2031-04", "2031-05", "2031-06", "2031-07", "2031-08"]),
        (["2024-06-01", "2031-06-01"], ["2025", "2026", "2027", "2028", "2029", "2030", "2031"]),
        (["1931", "2031"], ["1940", "1950", "1960", "1970", "1980", "1990", "2000", "2010", "2020", "2030"]),
    ],
)  # fmt: skip
def test_marks_are_as_fine_as_there_is_room(days: list[str], marks: list[str]) -> None:
    """Days, weeks, months or years."""
    assert line(*days) == marks


@pytest.mark.parametrize("last", [f"{year}-03-02" for year in range(2031, 2600, 7)])
def test_marks_do_not_crowd(last: str) -> None:
    """However long the line, its marks stand apart."""
    places = [x for x, _ in scale([PartialDate("2031-03-01"), PartialDate(last)], 0, 590).ticks()]
    assert all(other - one >= APART * 0.9 for one, other in pairwise(places))
    assert all(0 <= x <= 590 for x in places)


def test_a_year_does_not_stretch_days_that_lie_in_it() -> None:
    """What is known to the day decides; what is known by the year is drawn as far as that goes."""
    found = scale([PartialDate("2031"), PartialDate("2031-03-02"), PartialDate("2031-03-04")], 0, 300)
    assert (str(found.first), str(found.last)) == ("2031-03-02", "2031-03-04")
    assert (found.start(PartialDate("2031").first_day), found.end(PartialDate("2031").last_day)) == (0, 300)


def test_a_year_elsewhere_is_on_the_line() -> None:
    """Nothing is drawn where it was not."""
    found = scale([PartialDate("2029"), PartialDate("2031-03-02")], 0, 300)
    assert (str(found.first), str(found.last)) == ("2029-01-01", "2031-03-02")
