"""Nanopublications as they are published: four graphs each, found among the quads of a file, and checked.

http://nanopub.net/guidelines/working_draft/: a head that names the graphs of assertion, provenance and publication.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.intake._datatypes import is_well_typed
from kg.intake._signatures import is_signed
from kg.intake._trusty import code_of, hashed, normal_form
from kg.rdf.vocab import NP, NPX, RDF

PARTS = (NP.hasAssertion, NP.hasProvenance, NP.hasPublicationInfo)
MOST = 400_000  # quads that wait for the rest of their nanopublication
_Graph = NamedNode | BlankNode


@dataclass(slots=True)
class Nanopub:
    """One nanopublication: its IRI, and the quads of its graphs."""

    name: NamedNode
    graph: NamedNode  # of the assertion
    head: list[Quad]
    assertion: list[Quad]
    provenance: list[Quad]
    publication: list[Quad]

    @property
    def quads(self) -> list[Quad]:
        """Give all quads."""
        return [*self.head, *self.assertion, *self.provenance, *self.publication]


class Gathering:
    """Puts the quads of a file together to nanopublications, in whatever order they come."""

    def __init__(self) -> None:
        self._graphs: dict[_Graph, list[Quad]] = defaultdict(list)
        self._heads: dict[_Graph, NamedNode] = {}
        self._waiting = 0
        self.strays: list[Quad] = []  # of no named graph

    def add(self, quad: Quad) -> Iterator["Nanopub | Broken"]:
        """Take up one more quad; give nanopublications that are whole where too many wait."""
        graph = quad.graph_name
        if not isinstance(graph, NamedNode | BlankNode):
            self.strays.append(quad)
            return
        if graph not in self._graphs and self._waiting >= MOST:
            yield from self._whole()
        self._graphs[graph].append(quad)
        self._waiting += 1
        if quad.predicate == RDF.type and quad.object == NP.Nanopublication and isinstance(quad.subject, NamedNode):
            self._heads[graph] = quad.subject

    def end(self) -> Iterator["Nanopub | Broken"]:
        """Give all that wait, and then the graphs that belong to none."""
        for head in list(self._heads):
            yield self._taken(head)
        for graph in sorted(self._graphs, key=str):
            yield Broken(
                str(getattr(graph, "value", graph)), "is the graph of no nanopublication; nothing of it was taken"
            )

    def _whole(self) -> Iterator["Nanopub | Broken"]:
        for head in list(self._heads):
            graphs = [quad.object for quad in self._graphs[head] if quad.predicate in PARTS]
            if len(graphs) >= len(PARTS) and all(graph in self._graphs for graph in graphs):
                yield self._taken(head)

    def _taken(self, graph: _Graph) -> "Nanopub | Broken":
        """Take a nanopublication out of what waits."""
        name = self._heads.pop(graph)
        head = self._graphs.pop(graph, [])
        parts = [self._part(head, name, predicate) for predicate in PARTS]
        missing = [each.value.rpartition("has")[2] for each, found in zip(PARTS, parts, strict=True) if found is None]
        found = [each for each in parts if each is not None]
        graphs = [self._graphs.pop(each, []) for each in found]
        self._waiting -= sum(map(len, graphs)) + len(head)
        extra = sorted(each.value for each in self._graphs if _belongs(each, name))
        if missing:
            return Broken(name.value, f"its head names no graph, or several, for {', '.join(missing)}")
        if len({graph, *found}) != len(PARTS) + 1:
            return Broken(name.value, "two of its graphs have one name")
        if extra:
            for each in extra:
                self._graphs.pop(NamedNode(each))
            return Broken(name.value, f"its head does not name the graph {extra[0]}")
        outside = [each.value for each in (graph, *found) if not _begins(each, name)]
        if outside:
            return Broken(name.value, f"the name of its graph {outside[0]} does not begin with its own")
        return Nanopub(name, found[0], head, *graphs)

    @staticmethod
    def _part(head: Sequence[Quad], name: NamedNode, predicate: NamedNode) -> NamedNode | None:
        found = [quad.object for quad in head if quad.subject == name and quad.predicate == predicate]
        return found[0] if len(found) == 1 and isinstance(found[0], NamedNode) else None


@dataclass(frozen=True, slots=True)
class Broken:
    """What is no nanopublication, and why."""

    name: str
    reason: str


def fault_of(nanopub: Nanopub) -> str | None:
    """Say what is wrong with a nanopublication that has all its graphs; None where nothing is."""
    for part, quads in (("assertion", nanopub.assertion), ("provenance", nanopub.provenance)):
        if not quads:
            return f"its {part} is empty"
    if not nanopub.publication:
        return "its publication info is empty"
    if not _speaks_of(nanopub.provenance, nanopub.graph):
        return "its provenance does not speak of its assertion"
    if not _speaks_of(nanopub.publication, nanopub.name):
        return "its publication info does not speak of it"
    literals = (quad.object for quad in nanopub.assertion if isinstance(quad.object, Literal))
    if wrong := next((each for each in literals if not is_well_typed(each)), None):
        return f"{wrong} is not of its datatype"
    return _hash_fault(nanopub) or _signature_fault(nanopub)


def _speaks_of(quads: Sequence[Quad], name: NamedNode) -> bool:
    return any(name in (quad.subject, quad.object) for quad in quads)


def _hash_fault(nanopub: Nanopub) -> str | None:
    code = code_of(nanopub.name.value)
    if code is None:
        return None
    try:
        found = hashed(nanopub.quads, code)
    except ValueError as error:
        return str(error)
    return None if found == code else f"its Trusty URI does not hold: its content has the hash {found}"


def _signature_fault(nanopub: Nanopub) -> str | None:
    signed = [quad for quad in nanopub.quads if quad.predicate == NPX.hasSignature]
    if not signed:
        return None
    if len(signed) > 1:
        return "it has more than one signature"
    of = {quad.predicate: quad.object for quad in nanopub.publication if quad.subject == signed[0].subject}
    key, algorithm = of.get(NPX.hasPublicKey), of.get(NPX.hasAlgorithm)
    target = of.get(NPX.hasSignatureTarget, nanopub.name)
    if not isinstance(key, Literal) or not isinstance(algorithm, Literal) or target != nanopub.name:
        return "its signature has no key, no algorithm or another target"
    words = normal_form((quad for quad in nanopub.quads if quad != signed[0]), code_of(nanopub.name.value))
    signature = getattr(signed[0].object, "value", "")
    try:
        holds = is_signed(words, algorithm.value, key.value, signature)
    except ValueError as error:
        return f"its signature cannot be checked: {error}"
    return None if holds else "its signature does not hold"


def _begins(graph: _Graph, name: NamedNode) -> bool:
    """Tell whether the name of a graph begins with that of a nanopublication."""
    return isinstance(graph, NamedNode) and graph.value.startswith(name.value.rstrip("#/"))


def _belongs(graph: _Graph, name: NamedNode) -> bool:
    """Tell whether a graph is called as a part of a nanopublication, and of no other whose name is longer."""
    stem = name.value.rstrip("#/")
    return _begins(graph, name) and graph.value[len(stem) : len(stem) + 1] in {"#", "/", "."}
