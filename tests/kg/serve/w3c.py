"""Reads the query evaluation tests of the W3C SPARQL suites."""

import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.serve.guard import graphs_named
from kg.serve.problems import RequestError

SUITE = Path(__file__).parents[4] / "shared" / "standards" / "w3c_sparql10_sparql11.tar.gz"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
_FIRST = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#first")
_SUFFIXES = {".ttl": ox.RdfFormat.TURTLE, ".rdf": ox.RdfFormat.RDF_XML, ".nt": ox.RdfFormat.N_TRIPLES}


@dataclass(frozen=True)
class Evaluation:
    """One test: a query, the data of the default graph, and that of named graphs."""

    name: str
    query: str
    data: tuple[ox.Quad, ...]


def unpacked(archive: Path, folder: Path) -> Path:
    """Unpack a suite."""
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder


def evaluations(folder: Path) -> Iterator[Evaluation]:
    """Give the query evaluation tests of all manifests, in a fixed order."""
    for manifest in sorted(folder.rglob("manifest.ttl")):
        base = manifest.as_uri()
        store = ox.Store()
        store.load(path=manifest, format=ox.RdfFormat.TURTLE, base_iri=base)
        tests = store.quads_for_pattern(None, _FIRST, None)
        for test in sorted((quad.object for quad in tests), key=str):
            if found := _evaluation(store, test):
                yield found


def _evaluation(store: ox.Store, test: object) -> Evaluation | None:
    def one(subject: object, predicate: str) -> ox.NamedNode | None:
        quads = store.quads_for_pattern(subject, ox.NamedNode(predicate), None)
        return next((quad.object for quad in quads), None)

    action = one(test, MF + "action")
    query = action and one(action, QT + "query")
    if not query:
        return None
    text = f"BASE <{query.value}>\n" + _path(query).read_text(encoding="utf-8")
    try:
        ox.Store().query(text)
        data = [
            ox.Quad(*triple, ox.DefaultGraph()) for each in _all(store, action, "data") for triple in _triples(each)
        ]
        named = {*_all(store, action, "graphData"), *map(ox.NamedNode, graphs_named(text, query.value, {}))}
        data += [ox.Quad(*triple, each) for each in sorted(named, key=str) for triple in _triples(each)]
    except (SyntaxError, OSError, KeyError, RuntimeError, RequestError):
        return None  # the engine itself does not read it, or it asks another server
    return Evaluation(f"{_path(query).parent.name}/{_path(query).stem}", text, tuple(data))


def _all(store: ox.Store, action: object, name: str) -> list[ox.NamedNode]:
    quads = store.quads_for_pattern(action, ox.NamedNode(QT + name), None)
    return sorted((quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)), key=str)


def _path(node: ox.NamedNode) -> Path:
    return Path(node.value.removeprefix("file://"))


def _triples(node: ox.NamedNode) -> Iterator[ox.Triple]:
    path = _path(node)
    for quad in ox.parse(path=path, format=_SUFFIXES[path.suffix], base_iri=node.value):
        yield quad.triple


def plain(results: object) -> object:
    """Give an answer in a form that compares: rows counted, names of blank nodes left out."""
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    if isinstance(results, ox.QuerySolutions):
        names = [variable.value for variable in results.variables]
        return Counter(tuple((name, _term(row[name])) for name in names) for row in results)
    graph = ox.Dataset(ox.Quad(*triple, ox.DefaultGraph()) for triple in results)  # type: ignore[attr-defined]
    graph.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return graph


def _term(term: object) -> str:
    return "_" if isinstance(term, ox.BlankNode) else str(term)
