"""Nanopublications, one a statement: what is asserted, who is behind it, and who made the record.

Each is named by a hash of all that it says (`kg/rdf/trusty.py`). The guidelines are at https://nanopub.net/guidelines.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import IO, NamedTuple

import pyoxigraph as ox

from kg.export._records import REMEMBERED, Records, records
from kg.export._wording import sentence, vouches
from kg.export.selection import EVERYTHING, Selection
from kg.iris import KINDS
from kg.rdf.nodes import Node
from kg.rdf.terms import iri, node
from kg.rdf.trusty import PLACEHOLDER, trusty_code, with_code
from kg.rdf.vocab import DCTERMS, KG, NP, PREFIXES, PROGRAM, PROV, RDF, RDFS, SCHEMA
from kg.store.base import View

_LINKS = frozenset({
    KG.claim, KG.quantity, KG.place, PROV.wasQuotedFrom, PROV.wasAttributedTo, KG.mentionedAs, KG.party, KG.sourceSpan,
    KG.cueSpan, KG.contentSpan, PROV.wasGeneratedBy, PROV.wasAssociatedWith, SCHEMA.publisher,
    SCHEMA.sourceOrganization, PROV.actedOnBehalfOf, DCTERMS.isPartOf,
})  # fmt: skip
# What follows from a whole graph, or is a mark of its own, is no part of one statement and is made anew elsewhere.
_LEFT_OUT = frozenset(
    {KG.origin, KG.interest, KG.carriedBy, KG.partOf, KG.verdict, KG.originCount, KG.curated, KG.maker}
)
_SPOKEN_OF = frozenset({KG.claim, KG.stance, KG.affirms})  # what is asserted of a statement as such


class Nanopub:
    """Four graphs for each statement that carries a claim.

    The assertion is the claimed triple where the source itself vouches for it. What is denied, asked, promised or only
    possible nobody is made to assert: there it is that the source takes this stance to that triple.
    """

    suffix = ".nanopub.trig"
    media_type = "application/trig"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write all of them into one file."""
        prefixes = {**PREFIXES, "np": NP.base, **{kind: f"{view.base}{kind}/" for kind in KINDS}}
        with records(view, selection) as graph:
            maker = _Maker(graph)
            quads = (quad for found in graph.statements() for quad in maker.nanopublication(found))
            ox.serialize(quads, stream, format=ox.RdfFormat.TRIG, prefixes=prefixes)


class _Maker:
    """Makes nanopublications; what is known of agents, places and documents is read once for many of them."""

    def __init__(self, graph: Records) -> None:
        self._graph = graph
        self._shared = lru_cache(REMEMBERED)(lambda name: _told(graph.read(name)))

    def nanopublication(self, statement: Node) -> list[ox.Quad]:
        """Make that of one statement, under its own name; it is empty where the claim holds no triple."""
        claim = statement.need(KG.claim, iri)
        claimed = self._graph.claimed(claim)
        if claimed is None:
            return []
        name = f"{self._graph.base}np/{PLACEHOLDER}"
        assertion, provenance, publication = (node(f"{name}#{part}") for part in ("assertion", "provenance", "pubinfo"))
        asserted = [claimed] if vouches(statement) else list(_spoken_of(statement, node(claim), claimed))
        said = (triple for triple in self._provenance(assertion, statement, claimed) if triple not in asserted)
        quads = [
            *_in(node(f"{name}#Head"), _head(node(name), assertion, provenance, publication)),
            *_in(assertion, asserted),
            *_in(provenance, said),
            *_in(publication, _publication(node(name), statement, self._graph)),
        ]
        return with_code(quads, trusty_code(quads))

    def _provenance(self, assertion: ox.NamedNode, statement: Node, claimed: ox.Triple) -> Iterator[ox.Triple]:
        """Say whose words these are and where they stand, and all that the graph has on it; each node once."""
        for link, value in (
            (PROV.wasAttributedTo, statement.one(PROV.wasAttributedTo, iri)),
            (PROV.wasDerivedFrom, statement.iri),
            (PROV.hadPrimarySource, statement.one(PROV.wasQuotedFrom, iri)),
        ):
            if value:
                yield ox.Triple(assertion, link, node(value))
        parts = (claimed.subject, claimed.predicate, claimed.object)
        waiting = [part.value for part in parts if isinstance(part, ox.NamedNode)]
        seen: set[str] = set()
        for found in (statement, *self._graph.hops(statement.iri)):
            seen.add(found.iri)
            told = _told(found)
            waiting += told.leads_to
            yield from told.triples
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                told = self._shared(name)
                waiting += told.leads_to
                yield from told.triples


class _Told(NamedTuple):
    """What is said of a node, and what belongs to it as well."""

    triples: tuple[ox.Triple, ...]
    leads_to: tuple[str, ...]


def _told(found: Node) -> _Told:
    triples = tuple(quad.triple for quad in found.quads() if quad.predicate not in _LEFT_OUT)
    return _Told(triples, tuple(iri(triple.object) for triple in triples if triple.predicate in _LINKS))


def _in(name: ox.NamedNode, triples: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    return (ox.Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples)


def _head(name: ox.NamedNode, *parts: ox.NamedNode) -> Iterator[ox.Triple]:
    yield ox.Triple(name, RDF.type, NP.Nanopublication)
    for link, part in zip((NP.hasAssertion, NP.hasProvenance, NP.hasPublicationInfo), parts, strict=True):
        yield ox.Triple(name, link, part)


def _spoken_of(statement: Node, claim: ox.NamedNode, claimed: ox.Triple) -> Iterator[ox.Triple]:
    """Describe the triple without stating it."""
    yield ox.Triple(node(statement.iri), RDF.type, KG.Statement)
    yield from (quad.triple for quad in statement.quads() if quad.predicate in _SPOKEN_OF)
    yield ox.Triple(claim, RDF.type, RDF.Statement)
    yield ox.Triple(claim, RDF.subject, claimed.subject)
    yield ox.Triple(claim, RDF.predicate, claimed.predicate)
    yield ox.Triple(claim, RDF.object, claimed.object)


def _publication(name: ox.NamedNode, statement: Node, graph: Records) -> Iterator[ox.Triple]:
    run = statement.one(PROV.wasGeneratedBy, iri)
    made = graph.node(run) if run else None
    if made and (when := made.all(PROV.generatedAtTime)):
        yield ox.Triple(name, DCTERMS.created, when[0])
    maker = made.one(PROV.wasAssociatedWith, iri) if made else None
    yield ox.Triple(name, DCTERMS.creator, node(maker) if maker else PROGRAM)
    yield ox.Triple(name, RDFS.label, ox.Literal(sentence(statement, graph)))


exporter = Nanopub()
