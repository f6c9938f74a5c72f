"""People grade sources, see it beside verdicts, and take it back, through the command line with a real graph."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from .conftest import kg, lines, read, refused

CASES = Path(__file__).parents[2] / "cases" / "judging"


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """Read two reports of made-up outlets."""
    return read(tmp_path / "graded.kg", CASES / "one.md", CASES / "two.md")


def verdict(graph: Path) -> dict[str, Any]:
    """Ask for the verdict on a claim of Mira Tal's."""
    claims = json.loads(kg(graph, "reliability", "--format", "json").stdout)["claims"]
    hers = next(each for each in claims if any(left["name"] == "Mira Tal" for left in each["without"]))
    answer: dict[str, Any] = json.loads(kg(graph, "corroborate", hers["claim"], "--format", "json").stdout)
    return answer


def without_grades(answer: dict[str, Any]) -> dict[str, Any]:
    """Give an answer as it would be if nobody had graded anybody."""
    return answer | {"origins": [origin | {"grades": []} for origin in answer["origins"]]}


def test_a_grade_is_shown_beside_and_changes_nothing(graph: Path) -> None:
    """Verdict, score and order stay; sources, origins and reliability show the grade."""
    before = verdict(graph)
    assert all(origin["grades"] == [] for origin in before["origins"])
    kg(graph, "judge", "grade", "Mira Tal", "d4", "--by", "editor", "--reason", "boasts")
    after = verdict(graph)
    (given,) = [each for origin in after["origins"] for each in origin["grades"]]
    assert (given["grade"], given["by"], given["reason"]) == ("D4", "editor", "boasts")
    assert without_grades(after) == before
    assert "graded D4 by editor" in kg(graph, "corroborate", after["claim"]).stdout
    assert "D4 by editor" in kg(graph, "sources", "Mira", "--format", "csv").stdout
    assert "D4 by editor" in kg(graph, "reliability", "--format", "csv").stdout
    assert kg(graph, "validate").exit_code == 0


def test_a_grade_taken_back_is_only_history(graph: Path) -> None:
    """It goes from verdicts and sources, and stays in `kg query grades`; given again it is a new one."""
    before = verdict(graph)
    given = kg(graph, "judge", "grade", "Mira Tal", "B2", "--by", "editor").stdout.strip()
    assert kg(graph, "judge", "grade", "Mira Tal", "B2", "--by", "editor").stdout.strip() == given
    kg(graph, "retract", given)
    assert verdict(graph) == before
    assert "B2" not in kg(graph, "sources", "Mira", "--format", "csv").stdout
    assert "B2,person:editor,editor says so" in kg(graph, "query", "grades", "--format", "csv").stdout
    assert kg(graph, "judge", "grade", "Mira Tal", "B2", "--by", "editor").stdout.strip() != given


def test_a_grade_follows_its_source(graph: Path) -> None:
    """Of two names that are judged to be one source, the grade of either is the grade of both."""
    kg(graph, "judge", "grade", "Tomas Orr", "C3", "--by", "editor")
    kg(graph, "judge", "same", "Tomas Orr", "Mira Tal", "--by", "editor")
    found = json.loads(kg(graph, "reliability", "--format", "json").stdout)["sources"]
    assert [each["grade"] for source in found for each in source["grades"]] == ["C3"]


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("judge", "grade", "Mira Tal", "G9"), "2: .*'G9' is no grade; give A to F"),
        (("judge", "grade", "Mira Tal", "C3", "--by", "editor"), "2: .*says B2; take it back first: kg retract grade:"),
        (("judge", "grade", "Nobody", "B2"), "1: .*has no agent or party called 'Nobody'"),
        (("retract", "grade:0000"), "1: .*holds no judgement grade:0000"),
    ],
)
def test_what_is_no_grade_is_refused(graph: Path, arguments: tuple[str, ...], answer: str) -> None:
    """One line says what is wrong, and nothing changes."""
    kg(graph, "judge", "grade", "Mira Tal", "B2", "--by", "editor")
    before = lines(graph)
    assert re.match(answer, refused(graph, *arguments), re.DOTALL)
    assert lines(graph) == before
