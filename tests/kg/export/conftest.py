"""A small graph to write out."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

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
