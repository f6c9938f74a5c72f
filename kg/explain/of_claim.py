"""Explains the verdict on a claim: each origin with its weight, each statement with its words, what was left out."""

from collections.abc import Iterator, Sequence

from kg.corroborate.case import Term
from kg.corroborate.independence import Origin
from kg.corroborate.reasons import INTEREST
from kg.corroborate.relevance import Bearing
from kg.corroborate.scope import days
from kg.corroborate.verdict import Corroboration
from kg.explain.part import Part
from kg.explain.passages import passage_parts
from kg.model import Claim, Iri, Stance
from kg.store.base import View


def of_claim(answer: Corroboration, view: View) -> Part:
    """Give the tree of evidence under the verdict on a claim."""
    claim = answer.evidence.claims.get(answer.claim)
    return Part(
        kind="claim",
        id=answer.claim,
        text=f"{answer.text}: {answer.verdict}, score {answer.score:.2f}",
        facts=_scope(claim, answer) | {"verdict": answer.verdict.value, "score": answer.score},
        parts=(
            *_origins(answer, answer.case.supporting, answer.supports, view),
            *_origins(answer, answer.case.denying, answer.denies, view),
            *_left_out(answer, view),
            *(Part(kind="other", text=line) for line in answer.evidence.notes),
        ),
    )


def _scope(claim: Claim | None, answer: Corroboration) -> dict[str, object]:
    if claim is None:
        return {}
    name = answer.evidence.knowledge.name
    return {
        "subject": claim.labels.get(claim.subject) or name(claim.subject),
        "predicate": claim.labels.get(claim.predicate) or name(claim.predicate),
        "object": claim.labels.get(claim.object) or name(claim.object),
        "place": name(claim.place) if claim.place else None,
        "time": days(claim.period) if claim.period else None,
        "quantity": f"{claim.quantity.text} {claim.quantity.unit}" if claim.quantity else None,
    }


def _origins(answer: Corroboration, found: Sequence[Origin], bearing: Sequence[Bearing], view: View) -> Iterator[Part]:
    terms = {id(term.origin): term for term in answer.case.terms(found, bearing)}
    said = {each.testimony.statement: each for each in bearing}
    for origin in found:
        term = terms.get(id(origin))
        statements = tuple(_statement(said[name], answer, view) for name in origin.statements if name in said)
        paths = (Part(kind="step", text=f"one origin: {path}") for path in dict.fromkeys(origin.reasons) if path)
        joined = tuple(paths) if len(origin.statements) > 1 else ()
        yield Part(
            kind="origin",
            id=origin.id,
            text=f"{_who(origin, answer)} {_adds(origin, term)}",
            facts=_values(origin, term, answer),
            parts=(*joined, *statements),
        )


def _who(origin: Origin, answer: Corroboration) -> str:
    party = answer.evidence.knowledge.name(origin.party) if origin.party else ""
    side = f" ({party})" if party and party != origin.name else ""
    return f"{'affirmed' if origin.affirms else 'denied'} by {origin.name}{side},"


def _adds(origin: Origin, term: Term | None) -> str:
    if term is None:
        return "adds no origin: its lineage is unknown"
    stand = INTEREST[origin.interest] if origin.known else "of unknown lineage"
    return f"{stand}: weight {term.weight:.2f} x match {term.match:.2f} = {term.weight * term.match:.2f}"


def _values(origin: Origin, term: Term | None, answer: Corroboration) -> dict[str, object]:
    return {
        "affirms": origin.affirms,
        "party": answer.evidence.knowledge.name(origin.party) if origin.party else None,
        "interest": origin.interest.value,
        "known": origin.known,
        "weight": term.weight if term else None,
        "match": term.match if term else None,
    }


def _left_out(answer: Corroboration, view: View) -> Iterator[Part]:
    """Give what only comes near, under the reasons for which it was left out."""
    reasons: dict[str, list[Bearing]] = {}
    for bearing in answer.qualifies:
        reasons.setdefault("; ".join(bearing.reasons), []).append(bearing)
    for reason, found in reasons.items():
        statements = tuple(_statement(each, answer, view) for each in found)
        yield Part(kind="left-out", text=f"left out: {reason}", parts=statements)


def _statement(bearing: Bearing, answer: Corroboration, view: View) -> Part:
    said, name = bearing.testimony, answer.evidence.knowledge.name
    chain = [said.publisher, *reversed(said.via), *([said.agent] if said.agent != said.publisher else [])]
    road = " ← ".join(name(hop) if hop else "unknown" for hop in chain)
    match = "; ".join(bearing.match.reasons) or "the same in all parts"
    claim = answer.evidence.claims[said.claim]
    negated = "" if said.affirms or said.stance is Stance.DENIES else " that it is not so"
    return Part(
        kind="statement",
        id=said.statement,
        text=f"{said.said_on or 'day unknown'}, {road}, {said.stance}{negated}: {claim.text}",
        facts=_of_statement(bearing, claim.id),
        parts=(
            Part(kind="step", text=f"{bearing.match.relation} ({bearing.match.score:.2f}): {match}"),
            *passage_parts(said.statement, view),
        ),
    )


def _of_statement(bearing: Bearing, claim: Iri) -> dict[str, object]:
    said = bearing.testimony
    return {
        "claim": claim,
        "document": said.document,
        "document_id": said.document_id,
        "url": said.url,
        "said_on": str(said.said_on) if said.said_on else None,
        "stance": said.stance.value,
        "affirms": said.affirms,
        "effect": bearing.effect.value,
        "relation": bearing.match.relation.value,
    }
