"""`kg.open` and `kg.create`: the graph from Python."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import GraphError, GraphLockedError, QueryError, UsageError

REPORT = {"id": "f1", "publisher": "Daily Ferry", "text": "The mill at Velm burned down, Orla Brenn said on Monday."}
ENTITIES = Path(__file__).parents[1] / "cases" / "entities" / "two-towns.ttl"


def report(folder: Path, **changed: str) -> Path:
    """Write a report."""
    path = folder / f"{len(list(folder.iterdir()))}.jsonl"
    path.write_text(json.dumps(REPORT | changed))
    return path


def test_import_is_light() -> None:
    """`import kg` brings nothing heavy; opening a graph brings no parser."""
    script = "import sys, kg; light = set(sys.modules); kg.Graph; print(*light); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    light, opened = (set(line.split()) for line in run.stdout.splitlines())
    assert not {"pyoxigraph", "numpy", "kg.store"} & light
    assert not {"spacy", "pandas"} & opened


def test_unknown_names_are_unknown() -> None:
    """The module has no more than it says."""
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        kg.opne  # noqa: B018


def test_ingest_forgets_old_answers(tmp_path: Path) -> None:
    """A verdict after an ingest knows of what came in; days and folders may be given as they are."""
    with kg.create(tmp_path / "claims.kg") as graph:
        graph.ingest(report(tmp_path), published="2031-05-06")
        assert graph.corroborate("The mill at Velm burned down").verdict == "uncorroborated"
        assert graph.statements.count("*").fetchall() == [(1,)]
        (outcome,) = graph.ingest(
            report(
                tmp_path, id="p1", publisher="North Post", text="The mill at Velm burned down, farmer Tam Osric said."
            ),
            published="2031-05-07",
        )
        assert outcome.statements == 1
        assert graph.statements.count("*").fetchall() == [(2,)]
        assert graph.corroborate("The mill at Velm burned down").verdict == "corroborated"
        assert graph.corroborate("The mill at Velm burned down", as_of="2031-05-06").verdict == "uncorroborated"
        assert [tuple(row) for row in graph.agreement("publisher")] == [("Daily Ferry", "North Post", 1, 1, 0)]
        assert not graph.agreement("publisher", until="2031-05-04")


def test_entities_are_loaded(tmp_path: Path) -> None:
    """Texts are read again with them."""
    with kg.create(tmp_path / "claims.kg") as graph:
        graph.ingest(report(tmp_path))
        assert graph.load_entities(ENTITIES) == 1
        assert graph.query("parties")


def test_opens_what_was_made(tmp_path: Path) -> None:
    """A graph that is open for writing is open once; one opened for reading is not written to."""
    with kg.create(tmp_path / "claims.kg"), pytest.raises(GraphLockedError):
        kg.open(tmp_path / "claims.kg")
    with kg.open(tmp_path / "claims.kg", read_only=True) as graph:
        assert not graph.query("timeline")
        with pytest.raises(GraphError, match="reading only"):
            graph.ingest(report(tmp_path))
    with pytest.raises(GraphError, match="there is no graph"):
        kg.open(tmp_path / "nowhere")


def test_values_are_python_values(tmp_path: Path) -> None:
    """Parameters may be numbers and truth values; a wrong one is refused as on the command line."""
    with kg.create(tmp_path / "claims.kg") as graph:
        graph.ingest(report(tmp_path), published="2031-05-06")
        assert len(graph.query("timeline", narrated=True)) == 1
        assert not graph.query("unattributed-share", statements=2)
        assert graph.query("SELECT ?s WHERE { ?s a kg:Claim }")
        with pytest.raises(QueryError, match="takes a whole number, not 'two'"):
            graph.query("unattributed-share", statements="two")
        with pytest.raises(UsageError, match="no date"):
            graph.agreement(since="Monday")


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # of rdflib about itself
def test_rdflib_sees_the_same_graph(tmp_path: Path) -> None:
    """The dataset reads what was ingested."""
    with kg.create(tmp_path / "claims.kg") as graph:
        graph.ingest(report(tmp_path))
        dataset = graph.dataset
        assert len(list(dataset.query("SELECT ?c WHERE { ?c a kg:Claim }"))) == 1
    kg.open(tmp_path / "claims.kg").close()  # the dataset lets go too
