"""Finds all quads that belong to some statements, so that a part of a graph can be written by itself.

Only ids are kept in memory; the quads are read from the graph one by one, in its own order.
"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.model import Iri
from kg.rdf.vocab import DCTERMS, KG, PROV, SCHEMA
from kg.store.base import View

# What leads from a statement to what belongs to it, in an order in which one round finds nearly all.
_LINKS = (
    KG.claim, PROV.wasQuotedFrom, PROV.wasAttributedTo, KG.mentionedAs, KG.origin, KG.sourceSpan, KG.cueSpan,
    KG.contentSpan, PROV.wasGeneratedBy, PROV.wasAssociatedWith, KG.place, KG.quantity, SCHEMA.publisher,
    SCHEMA.sourceOrganization, KG.carriedBy,
)  # fmt: skip
_AROUND = (PROV.actedOnBehalfOf, KG.party, KG.opposedTo, KG.partOf, DCTERMS.isPartOf)  # may lead on and on


def quads_of(view: View, statements: frozenset[Iri] | None) -> Iterator[ox.Quad]:
    """Give the quads of some statements: their own, and those of their claims, documents, agents, chains and spans.

    A judgement belongs where both that it judges do, a grade where the one that it grades does. None means all.
    """
    if statements is None:
        yield from view.quads()
        return
    kept = _belonging(view, statements)
    for quad in view.quads():
        name = quad.subject if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name
        if isinstance(name, ox.NamedNode) and name.value in kept:
            yield quad


def _belonging(view: View, statements: frozenset[Iri]) -> set[str]:
    kept: set[str] = {*statements}
    while hops := {one for one, other in _pairs(view, KG.reports) if other in kept} - kept:
        kept |= hops
    for link in _LINKS:
        kept |= {other for one, other in _pairs(view, link) if one in kept}
    kept |= set(_claimed(view, kept))
    _follow(view, kept)
    left = {one for one, other in _pairs(view, KG.left) if other in kept}
    kept |= {one for one, other in _pairs(view, KG.right) if one in left and other in kept}
    kept |= {one for one, other in _pairs(view, KG.graded) if other in kept}
    return kept


def _follow(view: View, kept: set[str]) -> None:
    """Add the sides and the places around what is kept, as far as they lead."""
    links = [pair for link in _AROUND for pair in _pairs(view, link)]
    while new := {other for one, other in links if one in kept} - kept:
        kept |= new


def _claimed(view: View, kept: set[str]) -> Iterator[str]:
    """Give what the claims that are kept speak of."""
    for quad in view.quads():
        if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value in kept:
            yield from _ids((quad.subject, quad.predicate, quad.object), view.base)


def _pairs(view: View, link: ox.NamedNode) -> Iterator[tuple[str, str]]:
    for quad in view.quads(None, link, None, ox.DefaultGraph()):
        for other in _ids((quad.object,), view.base):
            yield quad.subject.value, other  # type: ignore[union-attr]


def _ids(terms: Iterable[object], base: str) -> Iterator[str]:
    for term in terms:
        if isinstance(term, ox.NamedNode) and term.value.startswith(base):
            yield term.value
