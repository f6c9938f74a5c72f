"""What is particular to a graph in a directory: locks, foreign directories, formats, the rdflib face."""

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from kg.errors import GraphError, GraphLockedError
from kg.rdf import read
from kg.rdf.documents import text_digest
from kg.store import create, open_graph

A = NamedNode("https://example.org/a")


def _elsewhere(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_second_process_cannot_write(tmp_path: Path) -> None:
    """While one process has the graph open for writing, another one gets a clear error, and can still read."""
    path = tmp_path / "g"
    store = create(path)
    store.add([Quad(A, A, A)])
    writing = _elsewhere(f"from kg.store import open_graph; open_graph({str(path)!r})")
    assert "GraphLockedError" in writing.stderr
    assert "is being written by another process; wait until it is done, or end it" in writing.stderr
    reading = _elsewhere(
        f"from kg.store import open_graph; print(len(list(open_graph({str(path)!r}, read_only=True).quads())))"
    )
    assert reading.stdout.strip() == "1"
    store.close()
    assert _elsewhere(f"from kg.store import open_graph; open_graph({str(path)!r})").returncode == 0


def test_second_writer_of_one_process(tmp_path: Path) -> None:
    """Nor can one process open a graph for writing twice."""
    with create(tmp_path / "g"), pytest.raises(GraphLockedError):
        open_graph(tmp_path / "g")
    open_graph(tmp_path / "g").close()


def test_missing(tmp_path: Path) -> None:
    """A graph that is not there is not made by looking for it; the error says how to make one."""
    with pytest.raises(GraphError, match="init"):
        open_graph(tmp_path / "g")
    assert not (tmp_path / "g").exists()


def test_foreign_directory(tmp_path: Path) -> None:
    """A directory with something else in it is neither opened nor written to."""
    (tmp_path / "letter.txt").write_text("Dear Ann")
    with pytest.raises(GraphError, match="is no graph"):
        open_graph(tmp_path)
    with pytest.raises(GraphError, match="choose another place"):
        create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_file_for_a_directory(tmp_path: Path) -> None:
    """A file is no graph and cannot become one."""
    (tmp_path / "g").write_text("")
    for attempt in (open_graph, create):
        with pytest.raises(GraphError):
            attempt(tmp_path / "g")


def test_made_twice(tmp_path: Path) -> None:
    """A graph is not made over another one."""
    create(tmp_path / "g").close()
    with pytest.raises(GraphError, match="already"):
        create(tmp_path / "g")


def test_interrupted_making(tmp_path: Path) -> None:
    """What was left of an attempt to make a graph that was killed does not stand in the way."""
    create(tmp_path / "g").close()
    (tmp_path / "g" / "graph.toml").rename(tmp_path / "g" / "graph.toml.123.new")
    create(tmp_path / "g").close()
    open_graph(tmp_path / "g").close()


def test_newer_format(tmp_path: Path) -> None:
    """A graph that a later program made is refused, with what to do."""
    create(tmp_path / "g").close()
    settings = tmp_path / "g" / "graph.toml"
    settings.write_text(settings.read_text().replace("format = 1", "format = 2"))
    with pytest.raises(GraphError, match="upgrade"):
        open_graph(tmp_path / "g")


@pytest.mark.parametrize("content", ["", "base = ", 'base = "x"', 'base = "x"\nformat = "one"'])
def test_broken_settings(tmp_path: Path, content: str) -> None:
    """A graph.toml that cannot be understood is named."""
    create(tmp_path / "g").close()
    (tmp_path / "g" / "graph.toml").write_text(content)
    with pytest.raises(GraphError, match=r"graph\.toml is broken"):
        open_graph(tmp_path / "g")


def test_broken_database(tmp_path: Path) -> None:
    """A database that cannot be opened is named, with what to do."""
    create(tmp_path / "g").close()
    (tmp_path / "g" / "store" / "CURRENT").write_text("nonsense")
    with pytest.raises(GraphError, match="backup"):
        open_graph(tmp_path / "g")


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib warns of itself
def test_rdflib_face(tmp_path: Path, made_up) -> None:
    """The same graph is an rdflib Dataset, with claims as its named graphs."""
    with create(tmp_path / "g") as store:
        made_up("Ann speaks.", ("Ann", "Bridge")).put(store)
        assert len(store.dataset) == len(list(store.quads()))
        found = store.dataset.query("SELECT ?place WHERE { GRAPH ?claim { ?who ?lost ?place } }")
        assert [str(row[0]) for row in found] == [store.base + "place/bridge"]


def test_light_to_import() -> None:
    """Opening graphs does not load rdflib, pySHACL or spaCy."""
    code = "import sys, kg.store; print([m for m in ('rdflib', 'pyshacl', 'spacy') if m in sys.modules])"
    assert _elsewhere(code).stdout.strip() == "[]"


def test_text_comes_back_to_the_letter(tmp_path: Path, made_up) -> None:
    """Line ends and rare characters of a text are kept."""
    document = made_up("one\r\ntwo\rthree\n\u2028 \U0001f600 \x00", ("Ann", "Bridge"))
    with create(tmp_path / "g") as store:
        document.put(store)
        assert store.text(text_digest(document.text)) == document.text
        (back,) = read.documents(store.quads(), store.text)
    assert back.text == document.text


def test_claims_are_not_said_by_the_graph(tmp_path: Path, made_up) -> None:
    """What is claimed is found in GRAPH only."""
    with create(tmp_path / "g") as store:
        made_up("Ann speaks.", ("Ann", "Bridge")).put(store)
        assert store.query("ASK { GRAPH ?claim { ?who relation:lost ?place } }")
        assert not store.query("ASK { ?who relation:lost ?place }")
