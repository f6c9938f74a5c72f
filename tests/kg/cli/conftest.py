"""The seed reports in a graph, as a user would make it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.rdf.vocab import PROV
from kg.resources import folder
from kg.store import open_graph

SEEDS = folder("seeds") / "mosul-2016"


def kg(graph: Path, *arguments: object) -> Result:
    """Run a command that must succeed."""
    done = CliRunner().invoke(main, ["--graph", str(graph), *map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done


def lines(graph: Path) -> set[str]:
    """Give the graph as N-Quads, but for the times of the runs."""
    store = open_graph(graph, read_only=True)
    try:
        found = store.dump("nq").decode().splitlines()
    finally:
        store.close()
    return {line for line in found if str(PROV.generatedAtTime) not in line}


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a graph that holds the seed reports, read with the seeds' entities."""
    graph = tmp_path_factory.mktemp("seeded") / "seeds.kg"
    kg(graph, "init")
    kg(graph, "entities", "load", SEEDS / "entities.ttl")
    kg(graph, "ingest", SEEDS / "articles")
    return graph
