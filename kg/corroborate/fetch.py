"""Reads from a graph, by its index and by SPARQL, no more than evidence is made of."""

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions

from kg.corroborate.testimony import Testimony
from kg.dates import PartialDate
from kg.model import Certainty, Iri, Stance
from kg.rdf.agents import CLASSES as AGENT_CLASSES
from kg.rdf.nodes import Node, Nodes, text, truth
from kg.rdf.terms import from_concept, iri
from kg.rdf.vocab import KG, OA, PROV, RDF, SCHEMA, SKOS
from kg.store.base import View

CLASSES = (KG.Statement, KG.Claim, KG.Party, SCHEMA.NewsArticle, SCHEMA.Place, PROV.Agent, *AGENT_CLASSES.values())
OF_CLAIMS = (
    SKOS.prefLabel, KG.place, KG.timeFrom, KG.timeTo, KG.quantity,
    SCHEMA.text, SCHEMA.minValue, SCHEMA.maxValue, KG.operator, SCHEMA.unitText, SCHEMA.unitCode, SCHEMA.description,
)  # fmt: skip
OF_OTHERS = (
    KG.claim, KG.reports, KG.stance, KG.affirms, KG.certainty, KG.realized, KG.narrated, KG.saidOn, KG.contentSpan,
    KG.party, KG.opposedTo, KG.named, KG.role, PROV.wasAttributedTo, PROV.wasQuotedFrom, PROV.actedOnBehalfOf,
    SCHEMA.identifier, SCHEMA.url, SCHEMA.publisher, SCHEMA.datePublished, SCHEMA.sourceOrganization,
)  # fmt: skip
CLAIMED = "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"
PAUSE = " … "  # between the parts of a quote that is interrupted


def said(view: View) -> Iterator[Quad]:
    """Give what a graph says of the things that evidence speaks of."""
    for kind in CLASSES:
        yield from view.quads(None, RDF.type, kind, DefaultGraph())
    for predicate in (*OF_CLAIMS, *OF_OTHERS):
        yield from view.quads(None, predicate, None, DefaultGraph())
    for content in view.quads(None, KG.contentSpan, None, DefaultGraph()):
        if isinstance(content.object, NamedNode):
            yield from view.quads(content.object, OA.start, None, DefaultGraph())
            yield from view.quads(content.object, OA.exact, None, DefaultGraph())


def claimed(view: View, said: Iterable[Quad]) -> Iterator[Quad]:
    """Give what is claimed, each triple in the graph of its claim, with what is said of claims."""
    for quad in said:
        if quad.predicate in OF_CLAIMS or quad.object == KG.Claim:
            yield quad
    answer = view.query(CLAIMED)
    if isinstance(answer, QuerySolutions):
        for graph, subject, predicate, target in answer:
            yield Quad(subject, predicate, target, graph)


def judged(view: View, derived: str) -> Iterator[Quad]:
    """Give the judgements of all makers but the one whose judgements are derived."""
    for quad in view.quads(None, KG.maker, None, DefaultGraph()):
        if quad.object != Literal(derived) and isinstance(quad.subject, NamedNode):
            yield from view.quads(quad.subject)


def graded(view: View) -> Iterator[Quad]:
    """Give what people think of sources."""
    for quad in view.quads(None, RDF.type, KG.Grade, DefaultGraph()):
        if isinstance(quad.subject, NamedNode):
            yield from view.quads(quad.subject)


def about(kind: NamedNode, said: Sequence[Quad]) -> Iterator[Quad]:
    """Give what is said of the things of a class."""
    subjects = {quad.subject for quad in said if quad.predicate == RDF.type and quad.object == kind}
    return (quad for quad in said if quad.subject in subjects)


class Chains:
    """The hops through which each statement reached its document."""

    def __init__(self, statements: Iterable[Node]) -> None:
        self._carriers: dict[Iri, list[tuple[Iri, Iri]]] = {}
        for node in statements:
            source = node.one(PROV.wasAttributedTo, iri)
            for reported in node.iris(KG.reports):
                if source:
                    self._carriers.setdefault(reported, []).append((node.iri, source))

    def via(self, statement: Iri) -> tuple[Iri, ...]:
        """Give the agents that passed a statement on, from the one nearest to its speaker."""
        found: list[Iri] = []
        seen, waiting = {statement}, [statement]
        while waiting:
            for hop, source in sorted(self._carriers.get(waiting.pop(0), ())):
                if hop not in seen:
                    seen.add(hop)
                    waiting.append(hop)
                    found.append(source)
        return tuple(found)


def testimonies(nodes: Nodes) -> Iterator[Testimony]:
    """Read the statements that carry a claim."""
    statements = list(nodes.of_class(KG.Statement))
    chains = Chains(statements)
    for node in statements:
        claim, document = node.one(KG.claim, iri), node.one(PROV.wasQuotedFrom, iri)
        if claim and document:
            yield _testimony(node, claim, nodes[document], chains.via(node.iri), _quote(node, nodes))


def _testimony(node: Node, claim: Iri, document: Node, via: tuple[Iri, ...], quote: tuple[int, str]) -> Testimony:
    publisher = document.one(SCHEMA.publisher, iri)
    agent = node.one(PROV.wasAttributedTo, iri)
    narrated = bool(node.one(KG.narrated, truth))
    return Testimony(
        statement=node.iri,
        claim=claim,
        agent=agent or (publisher if narrated else None),
        party=node.one(KG.party, iri),
        stance=node.one(KG.stance, lambda term: from_concept(Stance, term)) or Stance.ASSERTS,
        affirms=node.one(KG.affirms, truth) is not False,
        narrated=narrated,
        certainty=node.one(KG.certainty, lambda term: from_concept(Certainty, term)) or Certainty.CERTAIN,
        realized=node.one(KG.realized, truth) is not False,
        said_on=node.one(KG.saidOn, lambda term: PartialDate(text(term))),
        document=document.iri,
        document_id=document.one(SCHEMA.identifier, text),
        url=document.one(SCHEMA.url, text),
        publisher=publisher,
        published=document.one(SCHEMA.datePublished, lambda term: PartialDate(text(term))),
        credits=document.iris(SCHEMA.sourceOrganization),
        via=tuple(hop for hop in via if hop != publisher),
        quote=quote[1],
        position=quote[0],
    )


def _quote(node: Node, nodes: Nodes) -> tuple[int, str]:
    spans = (nodes[span] for span in node.iris(KG.contentSpan))
    parts = sorted((int(span.need(OA.start, text)), span.one(OA.exact, text) or "") for span in spans)
    return (parts[0][0] if parts else 0), PAUSE.join(words for _, words in parts)
