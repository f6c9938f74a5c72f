"""Writes answers in the format that the client likes best, up to the limits."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from gzip import compress
from io import BytesIO
from typing import TypeVar

import pyoxigraph as ox

from kg.iris import KINDS
from kg.rdf.vocab import PREFIXES
from kg.serve.limits import Limits
from kg.serve.negotiate import choose
from kg.serve.problems import AnswerTooLongError, TooManyRowsError
from kg.serve.wire import Reply, Wish

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


def written(
    results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples,
    wish: Wish,
    limits: Limits,
    prefixes: Mapping[str, str],
) -> Reply:
    """Write any answer; raises RequestError."""
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
