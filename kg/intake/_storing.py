"""Puts records into a graph, many in one transaction; what is there already stays, what was put right is replaced."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.errors import UnreadableError
from kg.intake._resolving import Written
from kg.rdf.terms import iri, node
from kg.rdf.vocab import KG, OWL, PROV, RDF, SCHEMA, SKOS
from kg.store import Store
from kg.store.base import stale_quad
from kg.store.replacing import additions, is_taken

# What follows from the rest of a graph, or is told of how a statement came in, is no part of what it says.
_ASIDE = frozenset({KG.origin, KG.interest, KG.party, PROV.wasAttributedTo, PROV.wasGeneratedBy})
_MANY = frozenset({RDF.type, SCHEMA.sourceOrganization, PROV.wasRevisionOf})  # what a document may have several of
# What nodes that several records share may have several of, or the graph puts right; of all else what is known stays.
_OPEN = frozenset(
    {
        RDF.type, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SCHEMA.text, SCHEMA.description, KG.role, KG.party,
        PROV.actedOnBehalfOf, OWL.sameAs, KG.opposedTo,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stored:
    """How many statements of a record went in, were put right, and were known."""

    place: str
    new: int
    corrected: int
    known: int


@dataclass(slots=True)
class Storing:
    """Fits the records of one file to a graph and to each other."""

    store: Store
    corrects: bool  # whether what the graph was told by such a file before gives way
    _documents: dict[str, tuple[frozenset[Quad], str]] = field(default_factory=dict)
    _statements: dict[str, tuple[int, str]] = field(default_factory=dict)

    def check(self, written: Written) -> None:
        """Refuse a record that contradicts an earlier one of its file; raises UnreadableError."""
        place = written.place
        self._check_claims(written)
        told = frozenset(quad for quad in written.document if quad.predicate not in _MANY)
        name = written.name
        before, first = self._documents.get(name, (frozenset(), place))
        for quad in told - before:
            others = [each for each in before if each.predicate == quad.predicate]
            if others:
                what = quad.predicate.value.rpartition("/")[2].rpartition("#")[2]
                message = f"gives its document another {what} than {first}; give both the same, or a url of their own"
                raise UnreadableError(f"{place}: {message}")
        contents = {each: hash(_content(quads)) for each, quads in written.statements.items()}
        for each, content in contents.items():
            known, where = self._statements.get(each, (content, place))
            if known != content:
                message = (
                    f"says otherwise what {where} says: the same source, claim, document and day; keep one of them"
                )
                raise UnreadableError(f"{place}: {message}")
        self._documents[name] = before | told, first
        for each, content in contents.items():
            self._statements.setdefault(each, (content, place))

    def _check_claims(self, written: Written) -> None:
        """Refuse a claim that the graph knows under this id with another triple."""
        for quad in written.others:
            if quad.graph_name != DefaultGraph():
                there = list(self.store.quads(graph=quad.graph_name))
                if there and quad not in there:
                    raise UnreadableError(
                        f"{written.place}: {quad.graph_name} is another claim in this graph; leave it out"
                    )

    def put(self, batch: Iterable[Written]) -> Iterator[Stored]:
        """Put records in with one transaction; one that only says what is known changes nothing."""
        remove, add, result = set[Quad](), set[Quad](), list[Stored]()
        for written in batch:
            new, gone, stored = self._fitted(written)
            result.append(stored)
            if new or (self.corrects and all(self._was_taken(node(name)) for name in written.statements)):
                remove |= gone
                add |= self._about(written, remove, anew=bool(new)) | new
        if add:
            self._replace(remove, add)
        yield from result

    def _replace(self, remove: set[Quad], add: set[Quad]) -> None:
        change = additions(self.store, add)
        gone = (remove | change.remove) - change.add
        new = [quad for quad in change.add if not self._holds(quad)]
        if gone or new:
            self.store.replace(gone, [*new, stale_quad(self.store.base)])

    def _holds(self, quad: Quad) -> bool:
        """Tell whether the graph holds a quad."""
        name = quad.subject
        found = (
            self.store.quads(name, quad.predicate, quad.object, quad.graph_name) if isinstance(name, NamedNode) else ()
        )
        return any(found)

    def _fitted(self, written: Written) -> tuple[set[Quad], set[Quad], Stored]:
        """Give the quads of statements to add and to remove."""
        new, gone, counts = set[Quad](), set[Quad](), [0, 0, 0]
        for name, quads in written.statements.items():
            old = set(self._chain(node(name)))
            same = old and _content(old) == _content(quads)
            if old and (same or not (self.corrects and self._was_taken(node(name)))):
                counts[2] += 1
                continue
            counts[1 if old else 0] += 1
            gone |= old
            new.update(quads)
        return new, gone, Stored(written.place, *counts)

    def _about(self, written: Written, remove: set[Quad], *, anew: bool) -> set[Quad]:
        """Give what a record says beside its statements: its document as far as the graph has room for it, the run."""
        about = {quad for quad in written.others if self._has_room(quad)}
        if anew and written.run and not any(self.store.quads(node(written.run), RDF.type)):
            about.update(written.running)
        name = node(written.name)
        known = set(self.store.quads(name, None, None, DefaultGraph()))
        runs = [quad.subject for quad in self.store.quads(None, PROV.used, name)]
        read = known and not all(is_taken(self.store, run) for run in runs if isinstance(run, NamedNode))
        for quad in written.document:
            there = {each for each in known if each.predicate == quad.predicate}
            if quad.predicate in _MANY or not there:
                about.add(quad)
            elif not read and self.corrects:
                remove |= there - {quad}
                about.add(quad)
        return about

    def _has_room(self, quad: Quad) -> bool:
        """Tell whether the graph can take one more value there: a claim has one triple, most properties one value."""
        if quad.graph_name != DefaultGraph():
            return not any(self.store.quads(graph=quad.graph_name))
        name = quad.subject
        return quad.predicate in _OPEN or (
            isinstance(name, NamedNode) and not any(self.store.quads(name, quad.predicate, None, DefaultGraph()))
        )

    def _was_taken(self, statement: NamedNode) -> bool:
        runs = (quad.object for quad in self.store.quads(statement, PROV.wasGeneratedBy))
        return any(is_taken(self.store, run) for run in runs if isinstance(run, NamedNode))

    def _chain(self, statement: NamedNode) -> Iterator[Quad]:
        """Give what the graph says of a statement and of all that passes it on."""
        seen, waiting = set[NamedNode](), [statement]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                yield from self.store.quads(name, None, None, DefaultGraph())
                hops = self.store.quads(None, KG.reports, name)
                waiting += [quad.subject for quad in hops if isinstance(quad.subject, NamedNode)]


def _content(quads: Iterable[Quad]) -> frozenset[Quad]:
    """Give what some statements say, without their spans' own quads and what is derived."""
    found = list(quads)
    said = {iri(quad.subject) for quad in found if quad.predicate == KG.mentionedAs}
    return frozenset(quad for quad in found if iri(quad.subject) in said and quad.predicate not in _ASIDE)
