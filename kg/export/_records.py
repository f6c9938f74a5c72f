"""What is selected of a graph, read node by node: no more than some nodes are in memory at any time.

The nodes of a class come in the order of the database, which follows from the ids alone, so that the same graph is
always written in the same order.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from kg.export._parts import quads_of
from kg.export.selection import Selection, chosen
from kg.model import Iri
from kg.rdf.nodes import Node, text
from kg.rdf.terms import iri
from kg.rdf.vocab import KG, RDF, SKOS
from kg.store.base import GraphName, Term, View

REMEMBERED = 5000  # nodes that are asked for again and again: agents, documents, runs
_AT_ONCE = 500_000  # quads that are put into a scratch database together


class Readable(Protocol):
    """What is needed of a view."""

    @property
    def base(self) -> str:
        """As of a view."""
        ...

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
        graph: GraphName | None = None,
    ) -> Iterator[Quad]:
        """As of a view."""
        ...

    def text(self, digest: str) -> str | None:
        """As of a view."""
        ...


class Records:
    """Reads nodes of a graph: `of_class` gives all of a class, `node` one, `told_of` what refers to one."""

    def __init__(self, view: Readable) -> None:
        self.base = view.base
        self._view = view
        self.node = lru_cache(REMEMBERED)(self.read)

    def read(self, name: str) -> Node:
        """Read one node that is asked for once only."""
        found = Node(Iri(name))
        for quad in self._view.quads(NamedNode(name), None, None, DefaultGraph()):
            found.add(quad.predicate, quad.object)
        return found

    def of_class(self, kind: NamedNode) -> Iterator[Node]:
        """Give all nodes of a class."""
        for quad in self._view.quads(None, RDF.type, kind, DefaultGraph()):
            yield self.read(iri(quad.subject))

    def told_of(self, name: str, link: NamedNode) -> Iterator[Node]:
        """Give the nodes that a link leads from to this one, ordered by IRI; there may be very many."""
        found = (iri(quad.subject) for quad in self._view.quads(None, link, NamedNode(name), DefaultGraph()))
        return map(self.read, sorted(found))

    def statements(self) -> Iterator[Node]:
        """Give the statements that carry a claim."""
        return (found for found in self.of_class(KG.Statement) if found.all(KG.claim))

    def hops(self, statement: str) -> Iterator[Node]:
        """Give the statements by which one was passed on, from the speaker's end; a ring is gone round once."""
        seen = {statement}
        while passed := next((hop for hop in self.told_of(statement, KG.reports) if hop.iri not in seen), None):
            seen.add(passed.iri)
            statement = passed.iri
            yield passed

    def claimed(self, claim: str) -> Triple | None:
        """Give the triple that a claim holds."""
        for quad in self._view.quads(None, None, None, NamedNode(claim)):
            return quad.triple
        return None

    def said(self) -> Iterator[Quad]:
        """Give all quads of the default graph."""
        return self._view.quads(None, None, None, DefaultGraph())

    def name(self, name: str) -> str:
        """Give the words for a node, or the end of its IRI."""
        return self.node(name).one(SKOS.prefLabel, text) or name.rpartition("/")[2]

    def text(self, digest: str) -> str | None:
        """Find a document's text by its digest."""
        return self._view.text(digest)


@contextmanager
def records(view: View, selection: Selection) -> Iterator[Records]:
    """Give what is selected of a graph.

    A part of a graph, and a graph on a server, is first copied to a scratch database on disk, where it is read.
    """
    picked = chosen(view, selection)
    if picked is None and view.table is not None:
        yield Records(view)
        return
    folder = Path(mkdtemp(prefix="kg-export-"))
    try:
        yield Records(_Copy(view, quads_of(view, picked), folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class _Copy:
    """A scratch database on disk."""

    def __init__(self, view: View, quads: Iterable[Quad], folder: Path) -> None:
        self.base = view.base
        self.text = view.text
        self._store = Store(str(folder))
        waiting = iter(quads)
        while some := list(islice(waiting, _AT_ONCE)):
            self._store.bulk_extend(some)

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
        graph: GraphName | None = None,
    ) -> Iterator[Quad]:
        return self._store.quads_for_pattern(subject, predicate, object, graph)
