"""Who agrees with whom, and where not: over all claims of a graph, by source, party or publisher."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.corroborate.evidence import Evidence
from kg.corroborate.interest import side_of
from kg.corroborate.links import Links
from kg.corroborate.relevance import Bearing, Effect
from kg.corroborate.scope import days
from kg.corroborate.testimony import Testimony
from kg.model import Claim, Iri

By = Literal["source", "party", "publisher"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How often two of them speak to the same claim, and what of it."""

    left: Iri
    right: Iri
    left_name: str
    right_name: str
    shared: int
    agree: int
    contradict: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The matrix of who shares claims with whom; those who share most come first."""

    by: By
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two statements that cannot both be true, the scope in which they cannot, and why."""

    left: Testimony
    right: Testimony
    scope: str
    reason: str


def agreement(evidence: Evidence, by: By = "source") -> Agreement:
    """Count for each two sources, parties or publishers the claims they share, agree on and contradict.

    Claims that say the same are one. One on which they both agree and contradict counts as contradicted.
    """
    links = Links(evidence)
    topics: dict[tuple[Iri, Iri], dict[Iri, bool]] = {}
    for said, bearing, agrees in _meetings(evidence, links):
        pair = sorted({name for each in (said, bearing.testimony) if (name := group_of(each, by, evidence))})
        if len(pair) == 2:
            found = topics.setdefault((pair[0], pair[1]), {})
            topic = links.topic(said.claim) if agrees else min(map(links.topic, (said.claim, bearing.testimony.claim)))
            found[topic] = found.get(topic, True) and agrees
    rows = (_row(left, right, found, evidence) for (left, right), found in topics.items())
    return Agreement(
        by=by, rows=tuple(sorted(rows, key=lambda row: (-row.shared, row.left_name, row.right_name, row.left)))
    )


def contradictions(evidence: Evidence) -> tuple[Contradiction, ...]:
    """Give the pairs of statements that contradict each other, each pair once."""
    found: dict[tuple[Iri, Iri], Contradiction] = {}
    for said, bearing, agrees in _meetings(evidence, Links(evidence)):
        if not agrees:
            left, right = sorted((said, bearing.testimony), key=lambda each: each.statement)
            pair = (left.statement, right.statement)
            found.setdefault(pair, _contradiction(left, right, bearing, evidence))
    return tuple(found[pair] for pair in sorted(found))


def _meetings(evidence: Evidence, links: Links) -> Iterator[tuple[Testimony, Bearing, bool]]:
    """Give each statement with each other that bears on its claim, and whether they agree."""
    for claim in sorted(evidence.claims):
        bearings = [bearing for bearing in links.bearings(claim) if bearing.effect is not Effect.QUALIFIES]
        own = {bearing.testimony.statement: bearing for bearing in bearings if bearing.testimony.claim == claim}
        for bearing in own.values():
            for other in bearings:
                if other.testimony.statement != bearing.testimony.statement:
                    yield bearing.testimony, other, other.effect is bearing.effect


def group_of(testimony: Testimony, by: By, evidence: Evidence) -> Iri | None:
    """Give the named source, the party or the publisher that a statement counts for."""
    if by == "publisher":
        return testimony.publisher
    if by == "party":
        return side_of(testimony, evidence.knowledge)
    agent = evidence.knowledge.agents.get(testimony.agent) if testimony.agent else None
    return agent.id if agent and agent.named else None


def _row(left: Iri, right: Iri, topics: dict[Iri, bool], evidence: Evidence) -> Row:
    agree = sum(topics.values())
    return Row(
        left=left,
        right=right,
        left_name=evidence.knowledge.name(left),
        right_name=evidence.knowledge.name(right),
        shared=len(topics),
        agree=agree,
        contradict=len(topics) - agree,
    )


def _contradiction(left: Testimony, right: Testimony, bearing: Bearing, evidence: Evidence) -> Contradiction:
    claims = (evidence.claims[left.claim], evidence.claims[right.claim])
    reason = "; ".join(bearing.reasons) or "one affirms what the other denies"
    return Contradiction(left=left, right=right, scope=_scope(claims, evidence), reason=reason)


def _scope(claims: tuple[Claim, Claim], evidence: Evidence) -> str:
    """Name where and when the two overlap."""
    name, knowledge = evidence.knowledge.name, evidence.knowledge
    spots = {spot for claim in claims for spot in (claim.place, claim.object) if spot in knowledge.places}
    places = [name(spot) for spot in sorted(spots, key=lambda spot: (spot or "", name(spot)))]
    periods = sorted({days(claim.period) for claim in claims if claim.period})
    return "; ".join([" and ".join(places) or "no stated place", " and ".join(periods) or "no stated day"])
