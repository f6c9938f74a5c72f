"""Makes anew all that follows from the rest of a graph: links between claims, origins, interests and verdicts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.beside import refresh
from kg.corroborate.evidence import Evidence, load
from kg.corroborate.independence import Origin, counted, origins
from kg.corroborate.interest import interest
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.links import Links
from kg.corroborate.matching import Match, Relation
from kg.corroborate.sides import old_side_quads, side_quads
from kg.corroborate.testimony import Testimony
from kg.corroborate.verdict import case_of
from kg.corroborate.where import part_quads
from kg.corroborate.who import CLAIMS_MAKER, carrier_quads, derive_names
from kg.iris import Minter
from kg.model import Decision, Iri, Judgement
from kg.rdf.judgements import judgement_quads
from kg.rdf.terms import concept, integer, iri, node, quads
from kg.rdf.vocab import KG, PROV
from kg.store.base import Store, View, stale_quad

DERIVED = (KG.origin, KG.interest, KG.verdict, KG.originCount, KG.partOf, KG.carriedBy)
_DECISIONS = {
    Relation.SAME: Decision.SAME,
    Relation.ENTAILS: Decision.ENTAILS,
    Relation.ENTAILED: Decision.ENTAILS,
    Relation.CONTRADICTS: Decision.CONTRADICTS,
}


def derive(store: Store) -> None:
    """Make the derived part of a graph anew, the text index and the table; the order of ingest changes nothing.

    Until all are there the graph is marked stale.
    """
    store.add([stale_quad(store.base)])
    derive_names(store)
    evidence = load(store, anew=True)
    old = {*_derived(store), *_sides(store), *old_side_quads(store)}
    new = {
        *derived_quads(evidence, store.minter),
        *sides(store, replace(evidence.knowledge, inferred={})),
        *side_quads(evidence.sides),
        *carrier_quads(store, evidence.identity),
        *part_quads(store, evidence.knowledge.part_of, evidence.identity),
    }
    store.replace(old - new, new - old)
    refresh(store)
    store.remove([stale_quad(store.base)])


def _sides(view: View) -> Iterator[Quad]:
    for quad in view.quads(None, KG.mentionedAs, None, DefaultGraph()):
        yield from view.quads(node(iri(quad.subject)), KG.party)


def sides(view: View, knowledge: Knowledge) -> Iterator[Quad]:
    """Give the side of each statement: the party of whom it is laid to, as people wrote it down."""
    for quad in view.quads(None, PROV.wasAttributedTo, None, DefaultGraph()):
        if any(view.quads(node(iri(quad.subject)), KG.mentionedAs)) and (party := knowledge.party(iri(quad.object))):
            yield Quad(quad.subject, KG.party, node(party))


def derived_quads(evidence: Evidence, minter: Minter) -> Iterator[Quad]:
    """Give all that follows from the evidence."""
    for first, second, match in Links(evidence).pairs():
        if not match.decided and match.relation in _DECISIONS:
            yield from judgement_quads(_judgement(first, second, match, minter))
    for claim in sorted(evidence.claims):
        case = case_of(evidence, claim)
        found = (*counted(case.supporting), *counted(case.denying))
        count = sum(origin.affirms for origin in found)
        yield from quads(claim, [(KG.verdict, concept(case.verdict)), (KG.originCount, integer(count))])
        behind = {name: origin for origin in reversed(found) for name in origin.statements}
        for testimony in evidence.of_claim(claim):
            yield from _of_statement(testimony, behind.get(testimony.statement), evidence)


def _judgement(first: Iri, second: Iri, match: Match, minter: Minter) -> Judgement:
    left, right = (second, first) if match.relation is Relation.ENTAILS else (first, second)
    decision = _DECISIONS[match.relation]
    return Judgement(
        id=minter.hashed("judgement", left, right, decision, CLAIMS_MAKER),
        left=left,
        right=right,
        decision=decision,
        maker=CLAIMS_MAKER,
        score=round(match.score, 3),
        reason="; ".join(match.reasons) or "they say the same in all parts",
    )


def _of_statement(testimony: Testimony, counts_for: Origin | None, evidence: Evidence) -> Iterable[Quad]:
    """Give what a statement counts for, whoever said it where nobody is known to be behind it, and its interest."""
    origin = counts_for or origins([testimony], evidence)[0]
    behind = origin.id if origin.known else testimony.agent
    stand = interest(testimony, evidence.claims[testimony.claim], evidence.knowledge)
    return quads(testimony.statement, [(KG.origin, node(behind) if behind else None), (KG.interest, concept(stand))])


def _derived(view: View) -> Iterator[Quad]:
    for predicate in DERIVED:
        yield from view.quads(None, predicate)
    for quad in view.quads(None, KG.maker, Literal(CLAIMS_MAKER)):
        if isinstance(quad.subject, NamedNode):
            yield from view.quads(quad.subject)
