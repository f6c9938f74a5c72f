"""People judge who is who, and take it back, through the command line with a real graph."""

import re
from pathlib import Path

import pytest

from kg.store import open_graph

from .conftest import kg, lines, read, refused, rows

CASES = Path(__file__).parents[2] / "cases" / "judging"


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """Read two reports of made-up outlets, without any entities file."""
    return read(tmp_path / "judged.kg", CASES / "one.md", CASES / "two.md")


def sources(graph: Path, name: str) -> set[str]:
    """Give the sources whose names hold some words."""
    return {row["source_name"] for row in rows(graph, "query", "sources", "--name", name)}


def test_names_meet_without_a_file_as_the_text_says(graph: Path) -> None:
    """Spellings of one name are one source; the mention stays beside what it was taken for."""
    assert len(sources(graph, "Mira")) == 1
    with open_graph(graph, read_only=True) as view:
        for name in ("Mira Tal", "Mira Tall"):
            assert view.query(f"ASK {{ ?statement kg:mentionedAs/skos:prefLabel '{name}' }}")
    (found,) = rows(graph, "query", "judgements", "--maker", "rule:defined-in-text")
    assert {found["a"], found["b"]} == {"NRC", "Northern Relief Council"}


def test_a_judgement_outranks_rules_and_survives_a_new_ingest(graph: Path) -> None:
    """What a person calls one is one, also after the reports are read anew with other knowledge."""
    kg(graph, "judge", "different", "Mira Tal", "Mira Tall", "--by", "editor", "--reason", "mother and daughter")
    assert sources(graph, "Mira") == {"Mira Tal", "Mira Tall"}
    kg(graph, "entities", "load", Path(__file__).parents[2] / "cases" / "resolve" / "who.ttl")
    assert sources(graph, "Mira") == {"Mira Tal", "Mira Tall"}


def test_a_wrong_join_withdrawn_leaves_the_graph_that_never_had_it(graph: Path) -> None:
    """All that followed from a join goes with it; only the record of the judgement stays."""
    before = lines(graph)
    said = kg(graph, "judge", "same", "Tomas Orr", "Mira Tal", "--by", "editor").stdout.strip()
    joined = lines(graph)
    assert any("wasAttributedTo" in line for line in joined ^ before)
    kg(graph, "retract", said)
    of_judgement = re.compile(rf"/judgement/{said.partition(':')[2]}>")
    assert {line for line in lines(graph) if not of_judgement.search(line)} == before
    history = kg(graph, "query", "judgements", "--maker", "person:editor", "--format", "csv").stdout
    assert "same,Mira Tal,Tomas Orr" in history or "same,Tomas Orr,Mira Tal" in history
    assert kg(graph, "validate").exit_code == 0


def test_judging_again_changes_nothing_and_after_a_retraction_is_a_new_judgement(graph: Path) -> None:
    """The same judgement twice is one; one that was taken back keeps its own record."""
    first = kg(graph, "judge", "same", "Tomas Orr", "Tomas Orran", "--by", "editor").stdout
    before = lines(graph)
    assert kg(graph, "judge", "same", "Tomas Orran", "Tomas Orr", "--by", "editor").stdout == first
    assert lines(graph) == before
    kg(graph, "retract", first.strip())
    assert kg(graph, "judge", "same", "Tomas Orr", "Tomas Orran", "--by", "editor").stdout != first


def test_suggestions_are_what_no_one_has_judged(graph: Path) -> None:
    """A likely join has a score and a reason, and goes from the list once it is judged."""

    def suggested() -> list[set[str]]:
        found = rows(graph, "entities", "suggest")
        assert all(row["reason"] and 0 < float(row["score"]) < 1 for row in found)
        return [{row["a"], row["b"]} for row in found]

    pair = {"Tomas Orr", "Tomas Orran"}
    assert pair in suggested()
    kg(graph, "judge", "different", *sorted(pair))
    assert pair not in suggested()


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("judge", "same", "Tomas Orr", "Nobody"), "1: .*has no .* called 'Nobody'"),
        (("judge", "same", "Tomas Orr", "Tomas Orr"), "2: .*is one thing; give two"),
        (("judge", "same", "Tomas Orr", "Vell"), "2: .*is a person and .* a place"),
        (("judge", "maybe", "Tomas Orr", "Mira Tal"), "2: .*'maybe' is not one of"),
        (("judge", "same", "Tomas Orr", "claim:0000"), "1: .*has no claim:0000"),
        (("retract", "judgement:0000"), "1: .*holds no judgement judgement:0000"),
    ],
)
def test_what_cannot_be_judged_is_refused(graph: Path, arguments: tuple[str, ...], answer: str) -> None:
    """One line says what is wrong, and nothing changes."""
    before = lines(graph)
    assert re.match(answer, refused(graph, *arguments), re.DOTALL)
    assert lines(graph) == before


def test_contradicting_a_person_and_retracting_a_rule_are_refused(graph: Path) -> None:
    """Two people settle it between them; what a rule finds is overruled, not taken back."""
    made = kg(graph, "judge", "same", "Tomas Orr", "Tomas Orran", "--by", "editor").stdout.strip()
    assert refused(graph, "judge", "different", "Tomas Orr", "Tomas Orran", "--by", "other").startswith("2: ")
    kg(graph, "retract", made)
    assert re.match("1: .*taken back before", refused(graph, "retract", made))
    (found, *_) = rows(graph, "query", "judgements", "--maker", "rule:names")
    assert "kg judge different" in refused(graph, "retract", found["judgement"])
