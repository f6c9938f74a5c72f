"""Reads from a graph, and statements from its table, no more than evidence is made of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions

from kg.corroborate.testimony import Testimony
from kg.dates import PartialDate
from kg.model import Certainty, Iri, Stance
from kg.rdf.terms import concept, iri, local, node
from kg.rdf.vocab import KG, PROV, RDF, SCHEMA, SKOS
from kg.store.base import View
from kg.table import Table

OF_CLAIMS = (
    SKOS.prefLabel, KG.place, KG.timeFrom, KG.timeTo, KG.quantity,
    SCHEMA.text, SCHEMA.minValue, SCHEMA.maxValue, KG.operator, SCHEMA.unitText, SCHEMA.unitCode, SCHEMA.description,
)  # fmt: skip
CLAIMED = "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"
_SAID = """
SELECT statement, party, stance, affirms, narrated, certainty, realized, said_on, document_id, url, published, quote,
    position, claim, document, source, publisher
FROM statements WHERE claim IS NOT NULL AND document IS NOT NULL ORDER BY statement
"""
_HOPS = "SELECT statement, source, reports FROM statements WHERE reports IS NOT NULL AND source IS NOT NULL"
_STANCES = {local(concept(stance)): stance for stance in Stance}
_CERTAINTIES = {local(concept(certainty)): certainty for certainty in Certainty}


def said(view: View) -> Iterator[Quad]:
    """Give what a graph says of claims, places, parties and agents."""
    for kind in (KG.Claim, SCHEMA.Place):
        yield from view.quads(None, RDF.type, kind, DefaultGraph())
    for predicate in OF_CLAIMS:
        yield from view.quads(None, predicate, None, DefaultGraph())
    for kind in (PROV.Agent, KG.Party):
        for quad in view.quads(None, RDF.type, kind, DefaultGraph()):
            yield from (each for each in view.quads(node(iri(quad.subject))) if each.predicate not in OF_CLAIMS)


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
    """The hops through which each statement reached its document, of pairs of hop and source by what they report."""

    def __init__(self, carriers: Mapping[Iri, Sequence[tuple[Iri, Iri]]]) -> None:
        self._carriers = carriers

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


def testimonies(view: View, table: Table) -> Iterator[Testimony]:
    """Read the statements that carry a claim, by id."""
    carriers: dict[Iri, list[tuple[Iri, Iri]]] = defaultdict(list)
    for hop, source, reported in table.rows(_HOPS):
        carriers[reported].append((hop, source))
    chains, agencies = Chains(carriers), _credits(view)
    one: dict[str, Iri] = {}  # of what is named again and again, one copy is kept
    for row in table.rows(_SAID):
        statement, party, stance, affirms, narrated, certainty, realized, said_on, document_id, url, *rest = row
        published, quote, position, *names = rest
        claim, document, agent, publisher = (one.setdefault(name, name) if name else None for name in names)
        yield Testimony(
            statement=statement,
            claim=claim,  # type: ignore[arg-type]  # the query asks for those that have both
            agent=agent or (publisher if narrated else None),
            party=party,
            stance=_STANCES[stance],
            affirms=affirms,
            narrated=narrated,
            certainty=_CERTAINTIES[certainty],
            realized=realized,
            said_on=_day(said_on),
            document=document,  # type: ignore[arg-type]
            document_id=document_id,
            url=url,
            publisher=publisher,
            published=_day(published),
            credits=agencies.get(document, ()),  # type: ignore[arg-type]
            via=tuple(hop for hop in chains.via(statement) if hop != publisher),
            quote=quote or "",
            position=position,
        )


def _credits(view: View) -> Mapping[str, tuple[Iri, ...]]:
    """Give for each document the agencies whose copy it says it is."""
    found: dict[str, list[Iri]] = defaultdict(list)
    for quad in view.quads(None, SCHEMA.sourceOrganization, None, DefaultGraph()):
        found[iri(quad.subject)].append(iri(quad.object))
    return {document: tuple(sorted(agencies)) for document, agencies in found.items()}


@cache
def _day(text: str | None) -> PartialDate | None:
    return PartialDate(text) if text else None
