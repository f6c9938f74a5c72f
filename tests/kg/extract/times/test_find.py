"""Time expressions and the values that they stand for, as they are read in an article of a given day."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import PartialDate
from kg.extract.times import Tense
from kg.extract.times.find import read, times_in
from kg.extract.times.seen import Seen
from kg.extract.times.values import days_of, grain_of, shifted, value_at

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[3] / "cases" / "times" / "values.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
GRAINS = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade")
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['words']} ({case['published']})" for case in CASES])
def test_words_have_the_value_written_beside_them(case: dict[str, Any]) -> None:
    """Each phrase of the case file has its value; "" is a time that cannot be known, null is no time."""
    published = PartialDate(case["published"]) if case["published"] else None
    seen = Seen(published, Tense(case.get("tense", "open")), case.get("before", ""))
    assert read(case["words"], seen) == case["value"]


@given(DAYS, st.sampled_from(GRAINS))
def test_a_day_lies_in_the_unit_that_is_its_own(day: date, grain: str) -> None:
    """The days of a value hold the day that it was taken at; a weekend is that of the day's week."""
    value = value_at(grain, day)
    first, last = days_of(value)
    assert grain_of(value) == grain
    assert first is not None
    assert last is not None
    assert first <= last
    assert first <= day <= last or (grain == "weekend" and first - timedelta(5) <= day)


@given(DAYS, st.sampled_from(("week", "month", "quarter", "year")), st.integers(-40, 40))
def test_steps_can_be_taken_back(day: date, grain: str, count: int) -> None:
    """So many units on and back again is the same value."""
    value = value_at(grain, day)
    assert shifted(shifted(value, count, grain), -count, grain) == value


@given(st.text(alphabet="0123456789 ,.-:/adeghimnorstuwyMTSJ", max_size=60), st.sampled_from([None, "2024-03-08"]))
def test_any_text_is_read_without_harm(text: str, published: str | None) -> None:
    """Times never overlap, lie inside the text, and have days or are unknown."""
    end = 0
    for each in times_in(text, Seen(PartialDate(published) if published else None)):
        assert end <= each.start < each.end <= len(text)
        assert not each.value or any(days_of(each.value))
        end = each.end
