"""What a graph can do: readers get a `View`, writers a `Store`. Any backend keeps these two promises."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Triple,
)

from kg.iris import Minter
from kg.model import Iri
from kg.rdf.terms import boolean
from kg.rdf.vocab import KG

if TYPE_CHECKING:
    from rdflib import Dataset

Term = NamedNode | BlankNode | Literal | Triple
GraphName = NamedNode | BlankNode | DefaultGraph
Results = QuerySolutions | QueryBoolean | QueryTriples


def stale_quad(base: str) -> Quad:
    """Mark a graph: what is derived from it waits to be made anew."""
    return Quad(NamedNode(base + "graph"), KG.stale, boolean(True))


class Found(NamedTuple):
    """All that was found in one document, and its text where that is kept."""

    document: Iri
    quads: Iterable[Quad]
    text: str | None


class View(Protocol):
    """Read access to a graph.

    `query` asks in SPARQL, `quads` looks up by pattern, `text` finds the full text of a document.
    """

    @property
    def base(self) -> str:
        """The IRI under which the graph names its things."""
        ...

    @property
    def words(self) -> Path | None:
        """The file of the text index, which may not be there; None where there is no place for one."""
        ...

    @property
    def places(self) -> Path | None:
        """The file of the places from lists that others keep, which may not be there; None as above."""
        ...

    @property
    def dataset(self) -> "Dataset":
        """The same graph as an rdflib Dataset."""
        ...

    @property
    def table(self) -> Path | None:
        """The file of the flat table of statements, which may not be there; None where there is no place for one."""
        ...

    @property
    def minter(self) -> Minter:
        """Mints ids under the graph's base."""
        ...

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Results:
        """Ask in SPARQL; `substitutions` binds projected variables by name. Raises QueryError."""
        ...

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
        graph: GraphName | None = None,
    ) -> Iterator[Quad]:
        """Look up quads by pattern; None fits anything, also any graph."""
        ...

    def text(self, digest: str) -> str | None:
        """Find a document's text by its digest; None where the graph is kept without texts."""
        ...

    def ingested(self, document: Iri, maker: str) -> bool:
        """Tell whether this maker's run over this document is in the graph."""
        ...

    def dump(self, format: str = "trig") -> bytes:  # noqa: A002
        """Write the whole graph out, as "trig" or "nq"."""
        ...

    def close(self) -> None:
        """Let go of the graph, so that another process can write to it."""
        ...


class Store(View, Protocol):
    """Write access to a graph; every call is one transaction: all of it happens or nothing."""

    def add_documents(self, documents: Iterable[Found]) -> None:
        """Put in all that some documents say, in place of what earlier runs found in them."""
        ...

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads."""
        ...

    def remove(self, quads: Iterable[Quad]) -> None:
        """Remove quads."""
        ...

    def replace(self, remove: Iterable[Quad], add: Iterable[Quad]) -> None:
        """Remove some quads and add others; what is in both stays."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def is_stale(view: View) -> bool:
    """Tell whether what is derived from a graph waits to be made anew, as after an ingest that was killed."""
    return any(view.quads(NamedNode(view.base + "graph"), KG.stale))
