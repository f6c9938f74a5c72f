"""Answers SPARQL from a graph, in the format that the client likes best."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from gzip import compress
from io import BytesIO
from typing import TypeVar

import pyoxigraph as ox

from kg.errors import QueryError
from kg.iris import KINDS
from kg.query.bind import bind
from kg.query.catalog import load
from kg.query.catalog import names as query_names
from kg.rdf.vocab import PREFIXES
from kg.serve.guard import graphs_named
from kg.serve.limits import Limits
from kg.serve.negotiate import choose
from kg.serve.problems import AnswerTooLongError, BadRequestError, TooManyRowsError, UnknownError
from kg.serve.wire import Named, Query, Reply, Wish
from kg.store.oxigraph import OxigraphStore

_WORTH_PACKING = 1024  # bytes
Statement = TypeVar("Statement", ox.Triple, ox.Quad)

ROWS: Mapping[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS: Mapping[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/trig": ox.RdfFormat.TRIG,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}

# Counts the rows of an answer as Oxigraph writes it. What could be taken for the mark between two rows cannot stand
# in a value: there JSON escapes quotes, XML angle brackets, and TSV line ends; CSV doubles quotes.
_COUNTED: Mapping[ox.QueryResultsFormat, Callable[[bytes], int]] = {
    ox.QueryResultsFormat.JSON: lambda data: data.count(b'},{"') + 1,
    ox.QueryResultsFormat.XML: lambda data: data.count(b"<result>"),
    ox.QueryResultsFormat.CSV: lambda data: sum(part.count(b"\n") for part in data.split(b'"')[::2]) - 1,
    ox.QueryResultsFormat.TSV: lambda data: data.count(b"\n") - 1,
}


class Sink(BytesIO):
    """Takes in an answer, up to so many bytes."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Take in some more; raises AnswerTooLongError."""
        if self.tell() + len(data) > self._most:
            raise AnswerTooLongError(f"the answer is longer than {self._most:,} bytes; ask for less, or add a LIMIT")
        return super().write(data)


def known_prefixes(base: str) -> dict[str, str]:
    """Give the prefixes that a query need not declare."""
    return PREFIXES | {kind: f"{base}{kind}/" for kind in KINDS}


def answer_query(store: OxigraphStore, asked: Query, wish: Wish, limits: Limits, base_iri: str) -> Reply:
    """Answer a query of anyone's own; raises RequestError."""
    prefixes = known_prefixes(store.base)
    for name in {*graphs_named(asked.text, base_iri, prefixes), *asked.default_graphs, *asked.named_graphs}:
        _check_graph(store, name)
    dataset = asked.default_graphs or asked.named_graphs
    try:
        results = store.inner.query(
            asked.text,
            base_iri=base_iri,
            prefixes=prefixes,
            default_graph=[ox.NamedNode(name) for name in asked.default_graphs] if dataset else None,
            named_graphs=[ox.NamedNode(name) for name in asked.named_graphs] if dataset else None,
        )
        return _written(results, wish, limits, prefixes)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise BadRequestError(f"the query cannot be answered: {_in_one_line(error)}") from error


def answer_named(store: OxigraphStore, asked: Named, wish: Wish, limits: Limits) -> Reply:
    """Answer a query of the catalogue; raises RequestError."""
    if asked.name not in query_names():
        raise UnknownError(f"no query named {asked.name!r}; /queries lists them")
    try:
        results = store.query(bind(store, load(asked.name), asked.values))
    except QueryError as error:
        raise BadRequestError(str(error).replace("needs --", "needs ")) from error
    return _written(results, wish, limits, known_prefixes(store.base))


def _check_graph(store: OxigraphStore, name: str) -> None:
    try:
        there = store.inner.contains_named_graph(ox.NamedNode(name))
    except ValueError as error:
        raise BadRequestError(f"{name!r} is no IRI of a graph: {error}") from error
    if not there:
        raise BadRequestError(f"there is no graph {name!r} here, and nothing is fetched; name a graph of this server")


def _written(
    results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples,
    wish: Wish,
    limits: Limits,
    prefixes: Mapping[str, str],
) -> Reply:
    if isinstance(results, ox.QueryTriples):
        return written_graph(results, wish, limits, prefixes)
    media = choose(wish.accept, list(ROWS))
    sink = Sink(limits.answer_bytes)
    results.serialize(sink, format=ROWS[media])
    if isinstance(results, ox.QuerySolutions) and _COUNTED[ROWS[media]](sink.getvalue()) > limits.rows:
        raise TooManyRowsError(f"the answer has more than {limits.rows:,} rows; ask for less, or add a LIMIT")
    return finished(sink.getvalue(), media, wish)


def written_graph(statements: Iterable[Statement], wish: Wish, limits: Limits, prefixes: Mapping[str, str]) -> Reply:
    """Write triples or quads in the format that the client likes best; raises RequestError."""
    media = choose(wish.accept, list(GRAPHS))
    sink = Sink(limits.answer_bytes)
    ox.serialize(_few(statements, limits.rows), sink, format=GRAPHS[media], prefixes=dict(prefixes))
    return finished(sink.getvalue(), media, wish)


def _few(statements: Iterable[Statement], most: int) -> Iterator[Statement]:
    for number, each in enumerate(statements):
        if number >= most:
            raise TooManyRowsError(f"the answer has more than {most:,} triples; ask for less, or add a LIMIT")
        yield each


def finished(body: bytes, media: str, wish: Wish) -> Reply:
    """Put an answer into its wrapping: tagged, and packed where that is wanted and worth it."""
    tag = hashlib.blake2b(media.encode() + body, digest_size=12).hexdigest()
    headers = {
        "Content-Type": media,
        "ETag": f'W/"{tag}"',
        "Vary": "Accept, Accept-Encoding",
        "Cache-Control": "no-cache",
    }
    if wish.gzip and len(body) >= _WORTH_PACKING:
        return Reply(200, headers | {"Content-Encoding": "gzip"}, compress(body, compresslevel=4, mtime=0))
    return Reply(200, headers, body)


def _in_one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
