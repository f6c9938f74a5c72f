from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.corroborate.agreement import Agreement, By, agreement, contradictions
from kg.corroborate.derive import derive
from kg.corroborate.during import during
from kg.dates import PartialDate
from kg.store import create
from kg.table import open_table
from tests.kg.corroborate import graphs, worlds

STATEMENTS = [
    {"id": "a", "says": "crown-forces | took | salt-gate", "in": "harbour-post", "by": "vorn"},
    {"id": "b", "says": "league-fighters | lost | salt-gate", "in": "marrow-mirror", "by": "league-voice"},
    {"id": "c", "says": "crown-forces | took | tanner-row", "in": "harbour-post", "by": "vorn"},
    {"id": "d", "says": "guard | took | tanner-row", "in": "marrow-mirror", "by": "league-voice", "affirms": False},
    {"id": "e", "says": "crown-forces | took | old-quay", "in": "marrow-mirror", "by": "osk"},
    {"id": "f", "says": "crown-forces | took | salt-gate", "in": "marrow-mirror", "by": "resident"},
]


def rows(found: Agreement) -> list[tuple[str, str, int, int, int]]:
    """Write a matrix shortly."""
    return [(row.left_name, row.right_name, row.shared, row.agree, row.contradict) for row in found.rows]


@pytest.fixture
def matrix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Agreement]]:
    """Give a function that makes a graph of statements, derives what follows, and compares."""
    relations = tuple(worlds.world().relations.values())
    monkeypatch.setattr("kg.corroborate.evidence.shipped_relations", lambda: relations)
    with create(tmp_path / "test.kg") as store:

        def compare(said: list[dict[str, Any]], by: By = "source", **days: PartialDate) -> Agreement:
            if not any(store.quads()):
                store.add(graphs.graph(worlds.evidence(said)))
                derive(store)
            with open_table(store) as table:
                return agreement(table, by, **days)

        yield compare


def test_sources_that_speak_to_the_same_claims_are_counted(matrix) -> None:
    """Two named sources share what either wording of a claim makes them share; unnamed ones are left out."""
    assert rows(matrix(STATEMENTS)) == [("League Voice", "Tobin Vorn", 2, 1, 1)]


def test_parties_are_counted_together(matrix) -> None:
    """By party, a spokesman counts for his side."""
    assert rows(matrix(STATEMENTS, by="party")) == [("Crown of Sorrel", "Sorrel League", 2, 1, 1)]


def test_publishers_are_counted_by_what_they_carry(matrix) -> None:
    """By publisher, what a paper carries counts for the paper."""
    assert rows(matrix(STATEMENTS, by="publisher")) == [("Harbour Post", "Marrow Mirror", 2, 1, 1)]


def test_contradictions_come_once_with_scope_and_reason() -> None:
    """A pair that contradicts each other is listed once, with where and why."""
    found = contradictions(worlds.evidence(STATEMENTS))
    assert [(each.left.statement[-1], each.right.statement[-1]) for each in found] == [("c", "d")]
    assert found[0].scope == "Tanner Row; no stated day"
    assert found[0].reason


def test_only_what_was_said_in_the_period_counts(matrix) -> None:
    """Statements of other days and of unknown days are left out, and a note says how many."""
    days = {"a": "2031-05-04", "b": "2031-05", "c": "2031-06-01", "d": "2031-06-02"}
    said = [entry | ({"on": days[entry["id"]]} if entry["id"] in days else {}) for entry in STATEMENTS]
    may = matrix(said, since=PartialDate("2031-05-01"), until=PartialDate("2031-05-31"))
    assert rows(may) == [("League Voice", "Tobin Vorn", 1, 1, 0)]
    assert may.notes == ("4 statements of other days are left out, 2 of them of unknown day",)
    assert [row[2:] for row in rows(matrix(said, since=PartialDate("2031-06")))] == [(1, 0, 1)]


def test_evidence_keeps_what_was_said_in_the_period() -> None:
    """What other days said is left out of evidence too, and a note says how much."""
    said = [entry | {"on": "2031-05" if entry["id"] == "a" else "2031-06-01"} for entry in STATEMENTS]
    whole = worlds.evidence(said)
    may = during(whole, PartialDate("2031-05-01"), PartialDate("2031-05-31"))
    assert len(may.testimonies) == 1
    assert may.notes == ("5 statements of other days are left out, 0 of them of unknown day",)
    assert during(whole) is whole
