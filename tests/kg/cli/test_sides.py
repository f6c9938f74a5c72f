"""Who is of which side and who is opposed to whom is judged, explained and overruled, with a real graph."""

from pathlib import Path

import pytest

from kg.store import open_graph
from kg.table import open_table

from .conftest import kg, read, refused, rows

CASES = Path(__file__).parents[2] / "cases" / "judging"


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """Read a report on a made-up war, without any entities file."""
    return read(tmp_path / "sides.kg", CASES / "war.md")


def opposed(graph: Path) -> dict[str, str]:
    """Give the judgements that sides are opposed, and who makes them."""
    found = rows(graph, "query", "judgements")
    return {row["judgement"]: row["maker"] for row in found if row["decision"] == "opposedTo"}


def test_sides_are_judgements_that_say_why(graph: Path) -> None:
    """What was worked out about sides stands in the graph with its maker, score and reason."""
    ((judgement, maker),) = opposed(graph).items()
    assert maker == "rule:sides-told"
    assert "is opposed to" in kg(graph, "explain", judgement).stdout
    assert kg(graph, "validate").exit_code == 0


def test_people_outrank_the_rule(graph: Path) -> None:
    """A rule's judgement is not taken back but judged otherwise; that can be taken back."""
    ((judgement, _),) = opposed(graph).items()
    (row,) = [row for row in rows(graph, "query", "judgements") if row["judgement"] == judgement]
    cured = refused(graph, "retract", judgement).partition("kg judge ")[2].split()
    assert cured[0] == "not-opposed-to"
    assert row["a"] != row["b"]
    before = verdicts(graph)
    judged = kg(graph, "judge", *cured, "--by", "editor").stdout.strip()
    assert verdicts(graph) != before
    kg(graph, "retract", judged)
    assert verdicts(graph) == before


def test_a_person_places_a_source(graph: Path) -> None:
    """Only a party has members."""
    ((judgement, _),) = opposed(graph).items()
    words = refused(graph, "retract", judgement).split()
    party = next(word for word in words if word.startswith("party:"))
    kg(graph, "judge", "member-of", "Fen Post", party, "--by", "editor")
    assert "editor" in kg(graph, "query", "judgements", "--maker", "person:").stdout
    assert "party" in refused(graph, "judge", "member-of", "Ada Bren", "Fen Post")


def test_sides_that_are_judged_count_in_the_table(graph: Path) -> None:
    """Agreement by party goes by them, until a person says otherwise."""
    told = next(
        row for row in rows(graph, "query", "judgements") if row["decision"] == "memberOf" and row["a"] in placed(graph)
    )
    kg(graph, "judge", "not-member-of", told["a"], told["b"], "--by", "desk")
    assert told["a"] not in placed(graph)


def placed(graph: Path) -> set[str]:
    """Give the sources that the table of statements places on a side."""
    with open_graph(graph, read_only=True) as view, open_table(view) as table:
        return {name for (name,) in table.ask("SELECT source_name FROM statements WHERE party IS NOT NULL").fetchall()}


def verdicts(graph: Path) -> list[str]:
    """Give how each statement stands to the interest of its side."""
    found = kg(graph, "query", "--file", str(CASES / "interests.rq"), "--format", "csv")
    return found.stdout.splitlines()
