"""Stretches of days, seen from the day of publication."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.dates import PartialDate
from kg.extract.times import Tense, time_expressions

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[3] / "cases" / "times" / "periods.jsonl").read_text().splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['words']} ({case['published']})" for case in CASES])
def test_words_name_the_days_that_they_mean(case: dict[str, Any]) -> None:
    """Each phrase of the case file names the days written beside it."""
    published = PartialDate(case["published"]) if case["published"] else None
    found = time_expressions(case["words"], published, Tense(case.get("tense", "open")))
    ends = [str(end) if end else None for end in (found[0].period.start, found[0].period.end)] if found else None
    assert ends == case["period"]


def test_a_period_knows_its_words() -> None:
    """The offsets of a time expression cover the words it was read from, which stay in the period."""
    text = "They left on 3 May and came back two weeks ago."
    found = time_expressions(text, PartialDate("2016-11-17"))
    assert [text[each.start : each.end].strip() for each in found] == ["on 3 May", "two weeks ago"]
    assert [each.period.text for each in found] == ["on 3 May", "two weeks ago"]
