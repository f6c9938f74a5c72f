"""W3C's tests of the SPARQL 1.1 Protocol, each request as its manifest writes it."""

import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.serve.formats import GRAPHS, ROWS
from kg.store import create
from tests.kg.serve.serving import TOKEN, Answer, Server, serving
from tests.kg.serve.w3c import SUITE

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
HT = "http://www.w3.org/2011/http#"
CNT = "http://www.w3.org/2011/content#"
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
FOLDER = "sparql/sparql11/protocol/"
_ROWS = set(ROWS)
TYPES = {"boolean": _ROWS - {"text/csv", "text/tab-separated-values"}, "tabular": _ROWS, "RDF": set(GRAPHS)}

pytestmark = pytest.mark.skipif(not SUITE.exists(), reason="the W3C suite is not beside this checkout")


@dataclass(frozen=True)
class Request:
    """One request of a test, and what it is to bring."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: tuple[int, ...]  # their first digits
    boolean: bool | None
    form: str | None


class Manifest:
    """The tests, and the data of their graphs."""

    def __init__(self, archive: Path) -> None:
        with tarfile.open(archive) as tar:
            inside = {name: tar.extractfile(FOLDER + name) for name in ("manifest.ttl", *_data())}
            self.files = {name: file.read() for name, file in inside.items() if file}
        self._store = ox.Store()
        self._store.load(self.files["manifest.ttl"], format=ox.RdfFormat.TURTLE, base_iri="x:/")

    def names(self) -> list[str]:
        """Name the tests."""
        quads = self._store.quads_for_pattern(None, _node(RDF, "type"), _node(MF, "ProtocolTest"))
        return sorted(quad.subject.value.rpartition("#")[2] for quad in quads)

    def requests(self, name: str) -> list[Request]:
        """Give the requests of a test in their order."""
        action = self._one(self._test(name), MF, "action")
        return [self._request(each) for each in self._listed(self._one(action, HT, "requests"))]

    def graphs(self, name: str) -> Iterator[tuple[str, str]]:
        """Give the graphs that a test needs, each with its triples."""
        for quad in self._store.quads_for_pattern(self._test(name), _node(UT, "graphData"), None):
            file = self._one(quad.object, UT, "graph").value.rpartition("/")[2]
            yield self._text(quad.object, "", LABEL), self.files[file].decode()

    def _test(self, name: str) -> ox.NamedNode:
        quads = self._store.quads_for_pattern(None, _node(RDF, "type"), _node(MF, "ProtocolTest"))
        return next(quad.subject for quad in quads if quad.subject.value.endswith(f"#{name}"))

    def _request(self, request: object) -> Request:
        body, response = self._one(request, HT, "body"), self._one(request, HT, "resp")
        chars = body and self._text(body, CNT, "chars").encode(self._text(body, CNT, "characterEncoding"))
        headers = self._one(request, HT, "headers")
        truth = self._text(response, MF, "expectedBoolean")
        quads = self._store.quads_for_pattern(response, _node(MF, "expectedStatus"), None)
        return Request(
            method=self._text(request, HT, "methodName"),
            path=self._text(request, HT, "absolutePath"),
            headers={
                self._text(each, HT, "fieldName"): self._text(each, HT, "fieldValue") for each in self._listed(headers)
            },
            body=chars,
            statuses=tuple(int(quad.object.value.rpartition("StatusCode")[2][0]) for quad in quads),
            boolean=truth == "true" if truth else None,
            form=self._text(response, MF, "expectedFormat"),
        )

    def _one(self, subject: object, space: str, name: str) -> object:
        quads = self._store.quads_for_pattern(subject, _node(space, name), None)
        return next((quad.object for quad in quads), None)

    def _text(self, subject: object, space: str, name: str) -> str:
        found = self._one(subject, space, name)
        return found.value if isinstance(found, ox.Literal) else ""

    def _listed(self, head: object) -> Iterator[object]:
        while head and (first := self._one(head, RDF, "first")):
            yield first
            head = self._one(head, RDF, "rest")


def _data() -> Iterator[str]:
    return (f"data{number}.nt" for number in (1, 2, 3))


def _node(space: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(space + name)


MANIFEST = Manifest(SUITE) if SUITE.exists() else None
NAMES = MANIFEST.names() if MANIFEST else []


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve an empty graph that may be written."""
    graph = tmp_path_factory.mktemp("protocol") / "test.kg"
    create(graph).close()
    with serving(graph, "--write", environment={"KG_TOKEN": TOKEN}) as server:
        yield server


@pytest.mark.parametrize("name", NAMES)
def test_w3c_protocol(server: Server, name: str) -> None:
    """Each request of the test gets a status, a type and a truth that the manifest says it may get."""
    assert MANIFEST
    graphs = " ".join(f"GRAPH <{graph}> {{ {triples} }}" for graph, triples in MANIFEST.graphs(name))
    assert server.update(f"CLEAR ALL ; INSERT DATA {{ {graphs} }}").status == 204
    for request in MANIFEST.requests(name):
        headers = request.headers | {"Authorization": f"Bearer {TOKEN}"}
        check(server.send(request.method, request.path, headers, request.body), request)


def check(answer: Answer, request: Request) -> None:
    """Compare an answer with what may come."""
    assert answer.status // 100 in request.statuses, answer.text[:300]
    if request.form:
        assert answer.headers["content-type"] in TYPES[request.form]
    if request.boolean is not None:
        assert json.loads(answer.body)["boolean"] is request.boolean
