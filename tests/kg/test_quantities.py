"""Quantities all the way: from sentences as news writes them to the claims they make, and how two of them compare."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.corroborate.quantities import compare
from kg.model import Quantity
from kg.tools import Recipe, Tools

CASES = Path(__file__).parents[1] / "cases" / "quantities"
FLOOR = 0.7  # share of the sentences; some are parsed wrong


def read(name: str) -> list[dict[str, Any]]:
    """Read a case file."""
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def tools() -> Tools:
    """Give an extractor and a resolver that know nobody."""
    return Tools(Recipe())


def quantities(tools: Tools, sentence: str) -> list[Quantity]:
    """Give each quantity of the claims of a sentence once."""
    found = [claim.quantity for claim, _ in tools.question(sentence)]
    return list(dict.fromkeys(quantity for quantity in found if quantity))


def written(quantity: Quantity) -> list[Any]:
    """Write a quantity as the cases do."""
    plain = [quantity.low, quantity.high, quantity.operator.value, quantity.unit]
    return [*plain, quantity.code] if quantity.code else plain


def test_sentences_give_their_quantities(tools: Tools) -> None:
    """Interval, operator, unit and code of every quantity of a sentence are right, and nothing else is one."""
    wrong = {
        case["sentence"]: found
        for case in read("sentences.jsonl")
        if (found := [written(each) for each in quantities(tools, case["sentence"])]) != case["quantities"]
    }
    assert 1 - len(wrong) / len(read("sentences.jsonl")) >= FLOOR, wrong


@pytest.mark.parametrize("case", read("comparisons.jsonl"), ids=lambda case: f"{case['first']} / {case['second']}")
def test_amounts_in_words_compare(tools: Tools, case: dict[str, str]) -> None:
    """Two amounts in words are equal, compatible, disjoint or not comparable, whatever their units."""
    first, second = (quantities(tools, f"They lost {case[each]}.")[0] for each in ("first", "second"))
    assert compare(first, second).value == case["is"]
