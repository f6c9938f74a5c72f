"""Reports of one story are told from those of others: `tests/cases/matching/stories.jsonl`."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.corroborate.stories import Stories, names_in

TEXTS = {
    "dam-1": "The dam above Tarn broke on Friday night and water ran into the streets.",
    "dam-2": "Streets of Tarn lie under water after a dam gave way.",
    "dam-3": "Engineers had warned that the dam at Tarn would give way.",
    "dam-4": "Engineers warned of it for years, says the council.",
    "flood-1": "Heavy rain flooded streets in Velm; the river Sar rose to its highest level.",
    "flood-2": "Velm under water as the Sar rises to a record level.",
    "ferry-1": "A ferry with ninety people sank off Orlen.",
    "ferry-2": "Ninety feared dead as Orlen ferries collide.",
}
CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "matching" / "stories.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']} {case['nearer']} {case['than']}")
def test_likeness(case: dict[str, Any]) -> None:
    """Two reports of one story are more alike than two of different ones."""
    stories = Stories(TEXTS)
    nearer, farther = (stories.likeness(case["text"], case[other]) for other in ("nearer", "than"))
    assert nearer > 2 * farther, case["why"]


def test_order_of_texts_changes_nothing() -> None:
    """The same texts in another order are as much alike."""
    turned = dict(reversed(TEXTS.items()))
    assert Stories(turned).likeness("dam-1", "dam-3") == pytest.approx(Stories(TEXTS).likeness("dam-1", "dam-3"))


def test_names() -> None:
    """A name is what stands with a capital where it need not; a headline in capitals tells nothing."""
    assert names_in(["Rain fell in Velm", "The rain ended", "DAM BREAKS IN TARN NOW"]) == {"velm"}
