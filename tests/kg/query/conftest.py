"""A graph to ask, made from a few lines of TriG."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store import View, create

Graph = Callable[[str], View]


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[Graph]:
    """Give a function that puts TriG into a new graph and gives its view."""
    with create(tmp_path / "test.kg") as store:

        def fill(trig: str) -> View:
            store.add(ox.parse(trig, format=ox.RdfFormat.TRIG))
            return store

        yield fill
