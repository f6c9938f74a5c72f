"""The seed reports in a graph, as a user would make it."""

import gc
import json
from pathlib import Path
from typing import Any

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


def read(graph: Path, *reports: Path) -> Path:
    """Make a graph and read reports into it."""
    kg(graph, "init")
    kg(graph, "ingest", *reports)
    return graph


def refused(graph: Path, *arguments: str) -> str:
    """Run a command that must be refused, and give its exit code and what it says."""
    done = CliRunner().invoke(main, ["--graph", str(graph), *arguments])
    said = f"{done.exit_code}: {done.stderr}"
    del done
    gc.collect()  # what an error holds on to is the open graph, as long as this process lives
    return said


def rows(graph: Path, *arguments: str) -> list[dict[str, str]]:
    """Give the rows that a command answers with."""
    answer: dict[str, Any] = json.loads(kg(graph, *arguments, "--format", "json").stdout)
    return [{name: cell["value"] for name, cell in row.items()} for row in answer["results"]["bindings"]]


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
