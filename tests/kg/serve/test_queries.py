"""What comes through /sparql is what the engine itself answers: our own cases, and a sample of W3C's."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.serve.formats import ROWS, known_prefixes
from kg.store import create
from tests.kg.serve.cases import Case, read
from tests.kg.serve.serving import CASES, TOKEN, Server, serving
from tests.kg.serve.w3c import SUITE, evaluations, plain, unpacked

BASE = "https://w3id.org/claim-graph/id/"
EVERY = 12  # of the suite's tests are sampled
XML = "application/sparql-results+xml, text/turtle"


@pytest.fixture(scope="module")
def engine() -> ox.Store:
    """Give the engine itself, with the graph that is served."""
    store = ox.Store()
    store.load(path=CASES / "graph.trig", format=ox.RdfFormat.TRIG)
    return store


@pytest.mark.parametrize("media", ROWS)
@pytest.mark.parametrize("case", read("queries.jsonl"), ids=lambda case: case["name"])
def test_query(server: Server, engine: ox.Store, case: Case, media: str) -> None:
    """Each answer has, in each format, the rows of the engine's own."""
    results = engine.query(case["query"], prefixes=known_prefixes(BASE))
    answer = server.query(case["query"], accept=media)
    assert answer.status == 200, answer.text[:300]
    assert sorted(answer.body) == sorted(results.serialize(format=ROWS[media]) or b"")
    assert answer.headers["content-type"] == media


@pytest.mark.parametrize("case", read("queries.jsonl"), ids=lambda case: case["name"])
def test_rows_are_counted(server: Server, case: Case) -> None:
    """The answer has as many rows as the case says."""
    assert len(server.query(case["query"]).rows) == case["rows"]


@pytest.fixture(scope="module")
def emptied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve an empty graph that may be written."""
    graph = tmp_path_factory.mktemp("w3c") / "test.kg"
    create(graph).close()
    with serving(graph, "--write", environment={"KG_TOKEN": TOKEN}) as server:
        yield server


@pytest.mark.skipif(not SUITE.exists(), reason="the W3C suite is not beside this checkout")
def test_a_sample_of_the_w3c_suite(emptied: Server, tmp_path: Path) -> None:
    """Every twelfth query evaluation test, and all about datasets, answers as the engine itself does."""
    tests = [each for each in evaluations(unpacked(SUITE, tmp_path)) if not each.name.startswith("service/")]
    assert len(tests) > 500
    chosen = [each for number, each in enumerate(tests) if number % EVERY == 0 or each.name.startswith("dataset/")]
    different = []
    for test in chosen:
        engine = ox.Store()
        engine.extend(test.data)
        update = emptied.update(f"CLEAR ALL ; INSERT DATA {{ {' '.join(map(_line, test.data))} }}")
        assert update.status == 204, update.text[:300]
        answer = emptied.query(test.query, accept=XML)
        if answer.status != 200 or _read(answer.body, answer.headers["content-type"]) != plain(
            engine.query(test.query)
        ):
            different.append((test.name, answer.status, answer.text[:200]))
    assert different == []


def _line(quad: ox.Quad) -> str:
    triple = f"{quad.subject} {quad.predicate} {quad.object}"
    return f"{triple} ." if isinstance(quad.graph_name, ox.DefaultGraph) else f"GRAPH {quad.graph_name} {{ {triple} }}"


def _read(body: bytes, media: str) -> object:
    if media == "text/turtle":
        return plain(quad.triple for quad in ox.parse(body, format=ox.RdfFormat.TURTLE))
    return plain(ox.parse_query_results(body, format=ox.QueryResultsFormat.XML))
