"""A small graph to write out."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.export import export
from kg.store import View, create

CASES = Path(__file__).parents[2] / "cases" / "export"


@pytest.fixture
def view(tmp_path: Path) -> Iterator[View]:
    """Open the graph of `tests/cases/export/data.trig`."""
    with create(tmp_path / "test.kg") as store:
        store.add(ox.parse((CASES / "data.trig").read_bytes(), format=ox.RdfFormat.TRIG))
        yield store


@pytest.fixture
def written(view: View) -> Callable[[str], bytes]:
    """Give a function that writes the graph in a format."""

    def write(name: str) -> bytes:
        stream = io.BytesIO()
        export(name, view, stream)
        return stream.getvalue()

    return write


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

    def write(name: str) -> bytes:
        stream = io.BytesIO()
        export(name, told, stream)
        return stream.getvalue()

    return write
