"""Each file of tests/cases/imports gives the statements, the messages and the exit code that are listed beside it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.intake import IMPORTERS
from kg.rdf.validate import validate
from kg.store import open_graph
from tests.kg.intake.told import told

CASES = Path(__file__).parents[2] / "cases" / "imports"
NAMES = sorted(str(path.relative_to(CASES))[: -len(".json")] for path in CASES.glob("*/*.*.json"))


def run(*words: str) -> Result:
    """Run a command on the graph of this folder."""
    return CliRunner().invoke(main, ["--graph", "x.kg", *words])


def taken(name: str) -> dict[str, Any]:
    """Take a file in, and say what became of it."""
    shutil.copy(CASES / name, ".")
    result = run("import", Path(name).name, "--format", Path(name).parts[0])
    with open_graph("x.kg", read_only=True) as store:
        found = told(store)
    return {"exit": result.exit_code, "stderr": result.stderr.splitlines(), "statements": found}


@pytest.fixture(autouse=True)
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with an empty graph."""
    monkeypatch.chdir(tmp_path)
    assert run("init").exit_code == 0


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str) -> None:
    """What goes in is what the case says; the graph is valid, and the same file once more changes nothing."""
    if name.startswith("annotations"):
        assert run("ingest", str(CASES / "documents")).exit_code == 0
    wanted = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    assert taken(name) == wanted
    with open_graph("x.kg", read_only=True) as store:
        assert list(validate(store.quads())) == []
        before = set(store.quads())
    taken(name)
    with open_graph("x.kg", read_only=True) as store:
        assert set(store.quads()) == before


@pytest.mark.parametrize("form", IMPORTERS.names())
def test_every_format_has_cases(form: str) -> None:
    """No format is taken in without a case that shows how."""
    assert any(name.startswith(f"{form}/") for name in NAMES)
