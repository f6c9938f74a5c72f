"""Explains how one statement was read: its words, whom it is laid to and why, its chain, its day, and its side."""

from collections.abc import Iterator
from itertools import pairwise

import networkx as nx

from kg.corroborate.evidence import Evidence
from kg.corroborate.interest import interest, side_of
from kg.corroborate.lineage import lineage
from kg.corroborate.reasons import INTEREST
from kg.explain.of_judgement import one_line
from kg.explain.part import Part
from kg.explain.passages import passage_parts
from kg.model import Certainty, DateBasis, Decision, Iri, Judgement, Quotation, Stance
from kg.rdf.nodes import Node, Nodes, number, text, truth
from kg.rdf.terms import from_concept, iri, node
from kg.rdf.vocab import KG, PROV, SCHEMA, SKOS
from kg.store.base import View


def of_statement(name: Iri, evidence: Evidence, view: View) -> Part:
    """Give all that a statement rests on."""
    found = Nodes(view.quads(node(name)))[name]
    speaker = found.one(PROV.wasAttributedTo, iri)
    stance = found.need(KG.stance, lambda term: from_concept(Stance, term))
    return Part(
        kind="statement",
        id=name,
        text=f"{evidence.knowledge.name(speaker) if speaker else 'unknown'} {stance} {_said(found, evidence)}",
        facts={
            "stance": stance,
            "affirms": found.need(KG.affirms, truth),
            "certainty": found.need(KG.certainty, lambda term: from_concept(Certainty, term)),
            "quotation": found.need(KG.quotation, lambda term: from_concept(Quotation, term)),
            "narrated": found.need(KG.narrated, truth),
            "confidence": found.need(KG.confidence, number),
        },
        parts=(
            *passage_parts(name, view),
            _document(found, evidence, view),
            *_laid_to(found, evidence),
            _day(found),
            *_chain(name, evidence),
            *_standing(name, evidence),
            *_run(found, view),
        ),
    )


def _said(found: Node, evidence: Evidence) -> str:
    claim = evidence.claims.get(found.one(KG.claim, iri) or Iri(""))
    passed = found.one(KG.reports, iri)
    if claim is None:
        return f"what another said: {passed}" if passed else "what no claim could be read from"
    denied = found.one(KG.stance, lambda term: from_concept(Stance, term)) is Stance.DENIES
    plain = denied or found.need(KG.affirms, truth)
    return f"that {'' if plain else 'it is not so that '}{claim.text}"


def _document(found: Node, evidence: Evidence, view: View) -> Part:
    name = found.need(PROV.wasQuotedFrom, iri)
    document = Nodes(view.quads(node(name)))[name]
    publisher = document.one(SCHEMA.publisher, iri)
    title = document.one(SCHEMA.headline, text)
    day = document.one(SCHEMA.datePublished, text)
    words = f"in {evidence.knowledge.name(publisher) if publisher else 'a document of unknown publisher'}"
    return Part(
        kind="other",
        id=name,
        text=f"{words}, published {day or 'on an unknown day'}" + (f": {title}" if title else ""),
        facts={"url": document.one(SCHEMA.url, text), "identifier": document.one(SCHEMA.identifier, text)},
    )


def _laid_to(found: Node, evidence: Evidence) -> Iterator[Part]:
    """Give the judgements that lead from the agent as the text names it to the one that it is laid to."""
    mention, agent = found.one(KG.mentionedAs, iri), found.one(PROV.wasAttributedTo, iri)
    if mention and agent and mention != agent:
        steps = tuple(one_line(each, evidence) for each in _path(mention, agent, evidence))
        yield Part(kind="step", id=agent, text=f"laid to {evidence.knowledge.name(agent)}", parts=steps)


def _path(mention: Iri, agent: Iri, evidence: Evidence) -> list[Judgement]:
    web: nx.Graph[Iri] = nx.Graph()
    for each in evidence.judgements:
        if each.decision is Decision.SAME:
            web.add_edge(each.left, each.right, judgement=each)
    if mention not in web or agent not in web or not nx.has_path(web, mention, agent):
        return []
    road = nx.shortest_path(web, mention, agent)
    return [web.edges[pair]["judgement"] for pair in pairwise(road)]


def _day(found: Node) -> Part:
    day = found.one(KG.saidOn, text)
    basis = found.need(KG.saidOnBasis, lambda term: from_concept(DateBasis, term))
    return Part(kind="step", text=f"said on {day or 'an unknown day'}", facts={"said_on": day, "basis": basis})


def _chain(name: Iri, evidence: Evidence) -> Iterator[Part]:
    if said := evidence.testimonies.get(name):
        for hop in said.via:
            yield Part(kind="step", id=hop, text=f"passed on by {evidence.knowledge.name(hop)}")


def _standing(name: Iri, evidence: Evidence) -> Iterator[Part]:
    """Give the claim that a statement carries, what it goes back to, and its interest."""
    said = evidence.testimonies.get(name)
    if said is None:
        return
    claim, knowledge = evidence.claims[said.claim], evidence.knowledge
    yield Part(kind="claim", id=claim.id, text=f"the claim: {claim.text}")
    origin = lineage(said, evidence)
    road = ", ".join(link.reason for link in origin.links)
    yield Part(kind="step", text=f"goes back to: {road}" if origin.known else f"unknown lineage; {road or 'no trace'}")
    side = side_of(said, knowledge)
    stand = INTEREST[interest(said, claim, knowledge)]
    yield Part(
        kind="step", text=f"of the side {knowledge.name(side)}, {stand}" if side else f"of no known side, {stand}"
    )


def _run(found: Node, view: View) -> Iterator[Part]:
    if name := found.one(PROV.wasGeneratedBy, iri):
        run = Nodes(view.quads(node(name)))[name]
        maker = run.one(PROV.wasAssociatedWith, iri)
        words = Nodes(view.quads(node(maker)))[maker].one(SKOS.prefLabel, text) if maker else None
        when = run.one(PROV.generatedAtTime, text)
        yield Part(
            kind="other", id=name, text=f"read by {words or 'an unknown reader'}" + (f", {when}" if when else "")
        )
