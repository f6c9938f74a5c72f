"""Days of speech are resolved against the day of publication, never against the clock."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.dates import PartialDate
from kg.extract.times.find import times_in
from kg.extract.times.said import day_of
from kg.extract.times.seen import Seen, Tense
from kg.model import DateBasis

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[3] / "cases" / "times" / "said.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['words']} ({case['published']})" for case in CASES])
def test_words_beside_a_cue_date_it(case: dict[str, Any]) -> None:
    """Words resolve to the day, or the month or year, that they can mean; what they leave open stays open."""
    published = PartialDate(case["published"]) if case["published"] else None
    found = day_of(times_in(case["words"], Seen(published, Tense.PAST)), case["words"])
    assert found == (case["day"], DateBasis(case["basis"]))
