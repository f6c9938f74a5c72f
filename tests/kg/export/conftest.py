"""A small graph to write out, and the seed reports."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.export import export
from kg.export.selection import Selection
from kg.pipeline import ingest, load_entities
from kg.rdf.entities import load_entities as read_entities
from kg.resources import folder
from kg.store import View, create, open_graph

CASES = Path(__file__).parents[2] / "cases" / "export"
SEEDS = folder("seeds") / "mosul-2016"


@pytest.fixture
def view(tmp_path: Path) -> Iterator[View]:
    """Open the graph of `tests/cases/export/data.trig`."""
    with create(tmp_path / "test.kg") as store:
        store.add(ox.parse((CASES / "data.trig").read_bytes(), format=ox.RdfFormat.TRIG))
        yield store


@pytest.fixture
def written(view: View) -> Callable[..., bytes]:
    """Give a function that writes the graph in a format."""

    def write(name: str, selection: Selection | None = None) -> bytes:
        return to_bytes(name, view, selection)

    return write


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Open a graph that holds the seed reports, read with the seeds' entities, as a reader does."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.kg"
    with create(path) as store:
        load_entities(read_entities(SEEDS / "entities.ttl"), store)
        assert list(ingest([str(SEEDS / "articles")], store))
    store = open_graph(path, read_only=True)
    yield store
    store.close()


def to_bytes(name: str, view: View, selection: Selection | None = None) -> bytes:
    """Write a graph in a format."""
    stream = io.BytesIO()
    export(name, view, stream, selection)
    return stream.getvalue()


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Open a graph that was read from `tests/cases/export/told.txt`, with its text."""
    with kg.create(tmp_path_factory.mktemp("told") / "test.kg") as graph:
        graph.ingest(
            CASES / "told.txt", publisher="Daily Ferry", published="2031-05-06", url="https://ferry.example/one"
        )
        yield graph.store


@pytest.fixture
def exported(told: View) -> Callable[[str], bytes]:
    """Give a function that writes that graph in a format."""
    return lambda name: to_bytes(name, told)
