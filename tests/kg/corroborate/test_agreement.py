from kg.corroborate.agreement import Agreement, agreement, contradictions
from kg.corroborate.during import during
from kg.dates import PartialDate
from tests.kg.corroborate import worlds

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


def test_sources_that_speak_to_the_same_claims_are_counted() -> None:
    """Two named sources share what either wording of a claim makes them share; unnamed ones are left out."""
    assert rows(agreement(worlds.evidence(STATEMENTS))) == [("League Voice", "Tobin Vorn", 2, 1, 1)]


def test_parties_are_counted_together() -> None:
    """By party, a spokesman counts for his side."""
    assert rows(agreement(worlds.evidence(STATEMENTS), by="party")) == [("Crown of Sorrel", "Sorrel League", 2, 1, 1)]


def test_publishers_are_counted_by_what_they_carry() -> None:
    """By publisher, what a paper carries counts for the paper."""
    assert rows(agreement(worlds.evidence(STATEMENTS), by="publisher")) == [("Harbour Post", "Marrow Mirror", 2, 1, 1)]


def test_contradictions_come_once_with_scope_and_reason() -> None:
    """A pair that contradicts each other is listed once, with where and why."""
    found = contradictions(worlds.evidence(STATEMENTS))
    assert [(each.left.statement[-1], each.right.statement[-1]) for each in found] == [("c", "d")]
    assert found[0].scope == "Tanner Row; no stated day"
    assert found[0].reason


def test_only_what_was_said_in_the_period_counts() -> None:
    """Statements of other days and of unknown days are left out, and a note says how many."""
    days = {"a": "2031-05-04", "b": "2031-05", "c": "2031-06-01", "d": "2031-06-02"}
    said = [entry | ({"on": days[entry["id"]]} if entry["id"] in days else {}) for entry in STATEMENTS]
    whole = worlds.evidence(said)
    may = during(whole, PartialDate("2031-05-01"), PartialDate("2031-05-31"))
    assert rows(agreement(may)) == [("League Voice", "Tobin Vorn", 1, 1, 0)]
    assert may.notes == ("4 statements of other days are left out, 2 of them of unknown day",)
    assert [row[2:] for row in rows(agreement(during(whole, since=PartialDate("2031-06"))))] == [(1, 0, 1)]
    assert during(whole) is whole
