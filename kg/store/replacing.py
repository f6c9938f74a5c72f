"""What changes in a graph when a document comes in: what it owned goes, what it shares with others stays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Iri
from kg.rdf.vocab import KG, PROV, RDF, SCHEMA, SKOS
from kg.store.base import Term, View

_SPANS = (KG.sourceSpan, KG.cueSpan, KG.contentSpan)
_AGENTS = (KG.mentionedAs, PROV.wasAttributedTo)
# Shared nodes have one value of these; the first stays, and a second name becomes a further one.
_FIRST_NAME = frozenset({SKOS.prefLabel, SCHEMA.text})
_FIRST_VALUE = frozenset({SCHEMA.description, KG.party, KG.score, KG.reason, PROV.actedOnBehalfOf})


@dataclass(frozen=True, slots=True)
class Change:
    """The quads to remove and to add, in one transaction."""

    remove: frozenset[Quad]
    add: frozenset[Quad]


def document_change(view: View, document: Iri, quads: Iterable[Quad]) -> Change:
    """Work out the change that puts a document in place of what an earlier run found in it."""
    name = NamedNode(document)
    new = list(quads)
    known = any(view.quads(name, RDF.type))
    old = frozenset(_owned(view, name)) if known else frozenset()
    added = frozenset(_settled(view, new, old)) | frozenset(_revision(view, name, new, known=known))
    return Change(old - added, added - old)


def _owned(view: View, document: NamedNode) -> Iterator[Quad]:
    """Give the quads that are there because of this document alone."""
    statements = _subjects(view, PROV.wasQuotedFrom, document)
    runs = _subjects(view, PROV.used, document)
    spans = {span for name in statements for predicate in _SPANS for span in _objects(view, name, predicate)}
    claims = {claim for name in statements for claim in _objects(view, name, KG.claim)}
    lonely = {claim for claim in claims if _subjects(view, KG.claim, claim) <= statements}
    agents = {agent for name in statements for predicate in _AGENTS for agent in _objects(view, name, predicate)}
    unnamed = {agent for agent in agents if _is_unnamed(view, agent)}
    makers = {maker for name in runs for maker in _objects(view, name, PROV.wasAssociatedWith)}
    idle = {maker for maker in makers if _subjects(view, PROV.wasAssociatedWith, maker) <= runs}
    judgements = {judgement for name in lonely | unnamed for judgement in _rule_judgements(view, name)}
    for name in {document} | statements | runs | spans | lonely | unnamed | idle | judgements:
        yield from (quad for quad in view.quads(name) if not _is_kept(quad, document))
    for name in lonely:
        yield from view.quads(graph=name)


def _is_kept(quad: Quad, document: NamedNode) -> bool:
    return quad.subject == document and quad.predicate == PROV.wasRevisionOf


def _subjects(view: View, predicate: NamedNode, target: Term) -> set[NamedNode]:
    return {quad.subject for quad in view.quads(None, predicate, target) if isinstance(quad.subject, NamedNode)}


def _objects(view: View, subject: NamedNode, predicate: NamedNode) -> Iterator[NamedNode]:
    return (quad.object for quad in view.quads(subject, predicate) if isinstance(quad.object, NamedNode))


def _is_unnamed(view: View, agent: NamedNode) -> bool:
    return any(quad.object.value == "false" for quad in view.quads(agent, KG.named) if isinstance(quad.object, Literal))


def _rule_judgements(view: View, name: NamedNode) -> Iterator[NamedNode]:
    for predicate in (KG.left, KG.right):
        for judgement in _subjects(view, predicate, name):
            makers = (quad.object for quad in view.quads(judgement, KG.maker))
            if all(isinstance(maker, Literal) and maker.value.startswith("rule:") for maker in makers):
                yield judgement


def _settled(view: View, new: Iterable[Quad], old: frozenset[Quad]) -> Iterator[Quad]:
    """Fit new quads to what other documents and people said of the same nodes."""
    first: dict[tuple[Term, NamedNode], Term] = {}
    curated: dict[Term, bool] = {}
    for quad in new:
        name, predicate = quad.subject, quad.predicate
        if not isinstance(name, NamedNode):
            raise ValueError(f"{quad} has a blank node; a graph has none")
        if name not in curated:
            curated[name] = any(view.quads(name, KG.curated))
        if curated[name] and predicate != KG.role:
            continue
        if predicate not in _FIRST_NAME and predicate not in _FIRST_VALUE:
            yield quad
            continue
        key = (name, predicate)
        if key not in first:
            kept = (known.object for known in view.quads(name, predicate) if known not in old)
            first[key] = next(kept, quad.object)
        if first[key] == quad.object:
            yield quad
        elif predicate in _FIRST_NAME:
            yield Quad(name, SKOS.altLabel, quad.object)


def _revision(view: View, document: NamedNode, new: Iterable[Quad], *, known: bool) -> Iterator[Quad]:
    """Say that a new document under a known address is a revision of the newest one there."""
    if known:
        return
    mine = [quad for quad in new if quad.subject == document]
    for address in (quad.object for quad in mine if quad.predicate == SCHEMA.url):
        day = _latest(quad for quad in mine if quad.predicate == SCHEMA.datePublished)
        for earlier in sorted(_subjects(view, SCHEMA.url, address) - {document}, key=str):
            revised = any(view.quads(None, PROV.wasRevisionOf, earlier))
            if not revised and _latest(view.quads(earlier, SCHEMA.datePublished)) <= day:
                yield Quad(document, PROV.wasRevisionOf, earlier)


def _latest(published: Iterable[Quad]) -> str:
    return max((quad.object.value for quad in published if isinstance(quad.object, Literal)), default="")
