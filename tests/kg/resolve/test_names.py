"""When two names are one."""

from typing import Any

import pytest

from kg.iris import compact
from kg.model import Entity
from kg.resolve.names import Names
from kg.resolve.spelling import normalise
from tests.kg.resolve.conftest import cases


@pytest.mark.parametrize("case", cases("names"), ids=[case["name"] for case in cases("names")])
def test_a_name_finds_its_entity_or_none(case: dict[str, Any], entities: tuple[Entity, ...]) -> None:
    """Spelling, titles, articles and members do not matter; a name that fits two entities fits none."""
    found = Names(entities).find(case["name"], case["types"])
    assert (compact(found.entity.id) if found else None) == case["entity"]


def test_a_loose_name_can_be_left_out(entities: tuple[Entity, ...]) -> None:
    """Loose names are asked for, and last."""
    assert Names(entities).find("militants", ["agent"], loose=False) is None


def test_every_match_says_why(entities: tuple[Entity, ...]) -> None:
    """A match has a rule, a score and a reason that names both sides."""
    found = Names(entities).find("al-Karbachiyah", ["place"])
    assert found
    assert (found.rule, found.score < 1) == ("rule:spelling", True)
    assert "Karbajiya" in found.reason


@pytest.mark.parametrize("name", ["The Harbour Post", "harbour post's", "HARBOUR POST", "Harbour  Post"])
def test_normalising_twice_changes_nothing(name: str) -> None:
    """A normalised name is its own normal form, the same for every way to write it."""
    assert normalise(name) == normalise(normalise(name)) == "harbour post"
