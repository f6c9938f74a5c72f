"""How sentences stand to claims: `tests/cases/matching/leanings.jsonl`."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.corroborate.leanings import leaning

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "matching" / "leanings.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"])
def test_leaning(case: dict[str, Any]) -> None:
    """A sentence is with a claim, against it, or leaves it open."""
    assert leaning(case["sentence"], case["claim"]).value == case["leaning"], case.get("why")
