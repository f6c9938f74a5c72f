"""Quads gathered by the node they describe, to be read back as domain types."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.model import Iri
from kg.rdf.terms import Term, iri
from kg.rdf.vocab import RDF

Value = TypeVar("Value")


class Node:
    """One node with all that the default graph says of it."""

    def __init__(self, iri: Iri) -> None:
        self.iri = iri
        self._values: dict[NamedNode, list[Term]] = defaultdict(list)

    def add(self, predicate: NamedNode, value: Term) -> None:
        """Take up one more value of a property."""
        self._values[predicate].append(value)

    def all(self, predicate: NamedNode) -> list[Term]:
        """Give all values of a property, in a fixed order."""
        values = self._values.get(predicate, ())
        return sorted(values, key=str) if len(values) > 1 else list(values)

    def one(self, predicate: NamedNode, read: Callable[[Term], Value]) -> Value | None:
        """Read the value of a property, or None; of several, the first in order."""
        values = self.all(predicate)
        return read(values[0]) if values else None

    def need(self, predicate: NamedNode, read: Callable[[Term], Value]) -> Value:
        """Read the value of a property that must be there; raises ValueError without it."""
        value = self.one(predicate, read)
        if value is None:
            raise ValueError(f"{self.iri} has no {predicate.value}")
        return value

    def iris(self, predicate: NamedNode) -> tuple[Iri, ...]:
        """Read all values of a property as IRIs."""
        return tuple(iri(value) for value in self.all(predicate))

    def texts(self, predicate: NamedNode) -> tuple[str, ...]:
        """Read all values of a property as text."""
        return tuple(text(value) for value in self.all(predicate))

    def quads(self) -> Iterator[Quad]:
        """Give all that is said of it, in a fixed order."""
        subject = NamedNode(self.iri)
        for predicate in sorted(self._values, key=str):
            yield from (Quad(subject, predicate, value) for value in self.all(predicate))

    def is_a(self, kind: NamedNode) -> bool:
        """Whether the node is of this class."""
        return kind in self._values.get(RDF.type, ())


class Nodes(dict[Iri, Node]):
    """All nodes that some quads describe in the default graph; claimed triples are in `graphs`."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        super().__init__()
        self.graphs: dict[Iri, list[Quad]] = defaultdict(list)
        for quad in quads:
            if isinstance(quad.graph_name, DefaultGraph):
                self[iri(quad.subject)].add(quad.predicate, quad.object)
            else:
                self.graphs[iri(quad.graph_name)].append(quad)

    def __missing__(self, key: Iri) -> Node:
        self[key] = made = Node(key)
        return made

    def of_class(self, kind: NamedNode) -> Iterator[Node]:
        """Give all nodes of a class, ordered by IRI."""
        return (self[key] for key in sorted(self) if self[key].is_a(kind))


def text(term: Term) -> str:
    """Read the words of a literal, or the IRI of a node."""
    if isinstance(term, Literal | NamedNode):
        return term.value
    raise ValueError(f"{term} is neither text nor IRI")


def number(term: Term) -> float:
    """Read a decimal."""
    return float(text(term))


def truth(term: Term) -> bool:
    """Read a truth value."""
    return text(term) in {"true", "1"}


def day(term: Term) -> date:
    """Read a day."""
    return date.fromisoformat(text(term))
