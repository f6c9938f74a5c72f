"""Claims are found by a text that repeats them: `tests/cases/matching/searches.jsonl`."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.corroborate.search import Search

CLAIMS = {
    "dam": "A dam near Tarn broke",
    "ferry": "A ferry sank off Orlen",
    "cows": "Cows must be vaccinated before Tarn's fair",
    "mayor": "The mayor of Orlen broke his promise",
}
CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "matching" / "searches.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["query"])
def test_best(case: dict[str, Any]) -> None:
    """The claim that a text repeats is found first; what shares nothing is not found."""
    assert Search(CLAIMS).best(case["query"], 1) == ([case["first"]] if case["first"] else []), case.get("why")


def test_nothing_to_search() -> None:
    """Without texts nothing is found."""
    assert Search[str]({}).best("dam") == []
