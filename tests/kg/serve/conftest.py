"""A server that only reads, with small limits, and one that writes too."""

from collections.abc import Iterator

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


@pytest.fixture(scope="session")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a small graph for reading and writing."""
    graph = tmp_path_factory.mktemp("writable") / "test.kg"
    fill(graph)
    with serving(graph, "--write", *LIMITS, environment={"KG_TOKEN": TOKEN}) as server:
        yield server
