"""Amounts in words and digits."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.extract.quantities import amounts, number

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "propositions" / "quantities.jsonl").read_text().splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[case["words"] for case in CASES])
def test_an_amount_is_the_interval_that_its_words_allow(case: dict[str, Any]) -> None:
    """Each phrase of the case file holds the amounts written beside it and no other."""
    found = [[each.low, each.high] + (["share"] if each.share else []) for each in amounts(case["words"])]
    assert found == case["amounts"]


def test_an_amount_knows_its_words() -> None:
    """The offsets of an amount cover the words it was read from."""
    text = "killed more than 1,100 people and wounded dozens"
    assert [text[each.start : each.end] for each in amounts(text)] == ["more than 1,100", "dozens"]


@pytest.mark.parametrize("count", [0, 7, 12, 20, 21, 99, 100])
def test_a_number_is_the_same_in_words_and_digits(count: int) -> None:
    """Small numbers are read alike however they are written."""
    words = {0: "zero", 7: "seven", 12: "twelve", 20: "twenty", 21: "twenty-one", 99: "ninety-nine", 100: "one hundred"}
    assert number(words[count]) == number(str(count)) == count
