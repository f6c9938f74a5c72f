"""A server that only reads, with small limits, and one that writes too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kg.serve.serving import TOKEN, Server, fill, serving

LIMITS = ("--timeout", "2", "--max-rows", "1000", "--max-mb", "1", "--max-body-mb", "1", "--max-queries", "4")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a small graph for reading."""
    graph = tmp_path_factory.mktemp("served") / "test.kg"
    fill(graph)
    with serving(graph, *LIMITS) as server:
        yield server


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[Server]:
    """Serve a small graph for reading and writing."""
    fill(tmp_path / "test.kg")
    with serving(tmp_path / "test.kg", "--write", *LIMITS, environment={"KG_TOKEN": TOKEN}) as server:
        yield server
