"""Writes the evidence of a case as a graph, by the shape of `docs/data-model.md`."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, Quad

from kg.corroborate.evidence import Evidence
from kg.corroborate.testimony import Testimony
from kg.iris import Minter
from kg.model import Iri
from kg.rdf.agents import agent_quads
from kg.rdf.claims import claim_quads
from kg.rdf.judgements import judgement_quads
from kg.rdf.terms import boolean, concept, integer, node, partial_date, quads
from kg.rdf.vocab import DCTERMS, KG, OA, PROV, RDF, SCHEMA, SKOS

mint = Minter()


def graph(evidence: Evidence) -> Iterator[Quad]:
    """Give all quads of some evidence."""
    knowledge = evidence.knowledge
    for agent in knowledge.agents.values():
        yield from agent_quads(agent)
    for claim in evidence.claims.values():
        yield from claim_quads(claim, mint)
    for judgement in evidence.judgements:
        yield from judgement_quads(judgement)
    for party in knowledge.parties:
        yield from quads(party, [(RDF.type, KG.Party), (SKOS.prefLabel, Literal(knowledge.name(party)))])
        for pair in knowledge.opposed:
            if party in pair:
                yield from quads(party, [(KG.opposedTo, node(other)) for other in pair - {party}])
    for place in knowledge.places:
        (whole,) = knowledge.part_of.get(place, (None,))
        label = Literal(knowledge.name(place))
        parent = node(whole) if whole else None
        yield from quads(place, [(RDF.type, SCHEMA.Place), (SKOS.prefLabel, label), (DCTERMS.isPartOf, parent)])
    for testimony in evidence.testimonies.values():
        yield from _statement(testimony)


def _statement(said: Testimony) -> Iterable[Quad]:
    span = Iri(f"{said.statement}/span")
    yield from quads(
        said.document,
        [
            (RDF.type, SCHEMA.NewsArticle),
            (SCHEMA.identifier, Literal(said.document_id) if said.document_id else None),
            (SCHEMA.publisher, node(said.publisher) if said.publisher else None),
            (SCHEMA.datePublished, partial_date(said.published) if said.published else None),
            *((SCHEMA.sourceOrganization, node(agency)) for agency in said.credits),
        ],
    )
    yield from quads(
        said.statement,
        [
            (RDF.type, KG.Statement),
            (PROV.wasQuotedFrom, node(said.document)),
            (PROV.wasAttributedTo, node(said.agent) if said.agent else None),
            (KG.mentionedAs, node(said.agent) if said.agent else None),
            (KG.claim, node(said.claim)),
            (KG.party, node(said.party) if said.party else None),
            (KG.stance, concept(said.stance)),
            (KG.affirms, boolean(said.affirms)),
            (KG.certainty, concept(said.certainty)),
            (KG.realized, None if said.realized else boolean(False)),
            (KG.narrated, boolean(said.narrated)),
            (KG.saidOn, partial_date(said.said_on) if said.said_on else None),
            (KG.contentSpan, node(span) if said.quote else None),
        ],
    )
    if said.quote:
        yield from quads(span, [(OA.start, integer(said.position)), (OA.exact, Literal(said.quote))])
    reported = said.statement
    for hop in said.via:
        carried = mint.hop(reported, hop)
        yield from quads(
            carried,
            [
                (RDF.type, KG.Statement),
                (PROV.wasQuotedFrom, node(said.document)),
                (PROV.wasAttributedTo, node(hop)),
                (KG.reports, node(reported)),
            ],
        )
        reported = carried
