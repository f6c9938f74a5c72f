"""What a command says beside its answer."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import NamedNode, Quad

from kg.cli import main
from kg.rdf.terms import boolean
from kg.rdf.vocab import KG
from kg.store import create


def test_an_ingest_that_was_stopped_is_noted(tmp_path: Path) -> None:
    """Whoever asks a graph whose verdicts are out of date is told so; the answer stays clean."""
    graph = tmp_path / "a b.kg"
    with create(graph) as store:
        store.add([Quad(NamedNode(store.base + "graph"), KG.stale, boolean(True))])
    done = CliRunner().invoke(main, ["--graph", str(graph), "stats", "--format", "csv"])
    assert "note: an ingest did not come to its end" in done.stderr
    assert done.stdout.startswith("what,count")


def test_no_color_is_obeyed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR keeps colours out, also of a terminal."""
    graph = tmp_path / "a.kg"
    create(graph).close()
    asked = ["--graph", str(graph), "corroborate", "the bridge fell"]
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in CliRunner().invoke(main, asked, color=True).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in CliRunner().invoke(main, asked, color=True).stdout
