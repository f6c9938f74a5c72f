"""What was known on a day: a report that is taken back later stands until then."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import kg, read

REPORTS = (
    ("2024-03-06", "Coast Wire reported that the Hask bridge had collapsed."),
    ("2024-03-07", "The governor, Ilka Bren, said that the Hask bridge had collapsed."),
    ("2024-03-09", "Coast Wire withdrew its report of March 6 that the Hask bridge had collapsed."),
)
CLAIM = "The Hask bridge collapsed"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read three reports of three days, the last of which takes the first back."""
    folder = tmp_path_factory.mktemp("days")
    rows = [{"id": day, "publisher": "Fen Post", "published": day, "text": text} for day, text in REPORTS]
    (folder / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return read(folder / "days.kg", folder / "reports.jsonl")


def answer(graph: Path, day: str) -> dict[str, Any]:
    """Ask what was known on a day."""
    found: dict[str, Any] = json.loads(kg(graph, "corroborate", "--format", "json", "--as-of", day, CLAIM).stdout)
    return found


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        ("2024-03-05", "unknown"),
        ("2024-03-06", "uncorroborated"),
        ("2024-03-08", "corroborated"),
        ("2024-03-09", "contested"),
    ],
)
def test_the_verdict_changes_with_what_was_published(graph: Path, day: str, verdict: str) -> None:
    """A second source corroborates from its day on; a retraction contests from its day on."""
    assert answer(graph, day)["verdict"] == verdict


def test_who_took_it_back_is_said(graph: Path) -> None:
    """The reasons name the source, and both days."""
    said = "Coast Wire changed position: first affirmed it on 2024-03-06, then denied it on 2024-03-09"
    assert said in answer(graph, "2024-03-10")["why"]


def test_a_source_that_contradicts_itself_is_listed(graph: Path) -> None:
    """The query changed-position finds it, with both statements."""
    assert "Coast Wire" in kg(graph, "query", "changed-position", "--format", "csv").stdout
