"""Days of speech are resolved against the day of publication, never against the clock."""

import pytest

from kg.dates import PartialDate
from kg.extract.times import names_day, resolve_day
from kg.model import DateBasis

THURSDAY = PartialDate("2024-03-07")
RESOLVED = DateBasis.RESOLVED_FROM_PUBLICATION


@pytest.mark.parametrize(
    ("words", "day", "basis"),
    [
        ("on Thursday", "2024-03-07", RESOLVED),
        ("on Friday", "2024-03-01", RESOLVED),
        ("last Thursday", "2024-02-29", RESOLVED),
        ("yesterday", "2024-03-06", RESOLVED),
        ("earlier today", "2024-03-07", RESOLVED),
        ("three days ago", "2024-03-04", RESOLVED),
        ("On Nov. 15", "2023-11-15", RESOLVED),
        ("17 February", "2024-02-17", RESOLVED),
        ("Monday, March 4", "2024-03-04", RESOLVED),
        ("on 2 January 2024", "2024-01-02", DateBasis.STATED),
        ("Nov. 3, 2021", "2021-11-03", DateBasis.STATED),
        ("2024-01-02", "2024-01-02", DateBasis.STATED),
        ("in January 2023", "2023-01", DateBasis.STATED),
        ("last month", "2024-02", RESOLVED),
        ("last year", "2023", RESOLVED),
        ("since Monday", None, DateBasis.UNKNOWN),
        ("in May 200 people", "2023-05", RESOLVED),
        ("30 February 2024", None, DateBasis.UNKNOWN),
        ("at a meeting", None, DateBasis.UNKNOWN),
    ],
)
def test_words_and_publication_day(words: str, day: str | None, basis: DateBasis) -> None:
    """Words resolve to the day, or the month or year, that they can mean."""
    assert resolve_day(words, THURSDAY) == (day, basis)


def test_a_week_over_two_months_is_only_a_year() -> None:
    """What is not a day stays as vague as its words."""
    assert resolve_day("last week", THURSDAY) == ("2024", RESOLVED)
    assert resolve_day("last week", PartialDate("2024-03-20")) == ("2024-03", RESOLVED)


@pytest.mark.parametrize("published", [None, PartialDate("2024-03")])
def test_without_publication_day_a_weekday_is_unknown(published: PartialDate | None) -> None:
    """No day is made up where the publication day is not known."""
    assert resolve_day("on Thursday", published) == (None, DateBasis.UNKNOWN)


def test_words_that_name_a_day() -> None:
    """Only words for a day, or a span of days, count as naming one."""
    assert names_day("on Thursday")
    assert not names_day("in Orlen")
