"""Who agrees with whom, and where not: over all claims of a graph, by source, party or publisher."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.corroborate.evidence import Evidence
from kg.corroborate.interest import side_of
from kg.corroborate.links import Links
from kg.corroborate.relevance import Bearing, Effect
from kg.corroborate.scope import days
from kg.corroborate.testimony import Testimony
from kg.dates import PartialDate
from kg.model import Claim, Iri
from kg.query.catalog import load
from kg.table import Table

_LEFT_OUT = """
WITH said AS (
    SELECT *, coalesce(said_from, published_from) AS first, coalesce(said_to, published_by) AS last,
        $as_of::DATE IS NULL OR coalesce(published_by <= $as_of, false) AS known
    FROM statements WHERE claim IS NOT NULL
)
SELECT
    count(*) FILTER (NOT known AND published_by IS NOT NULL), count(*) FILTER (NOT known AND published_by IS NULL),
    count(*) FILTER (known AND NOT coalesce(
        ($since::DATE IS NULL OR last >= $since) AND ($until::DATE IS NULL OR first <= $until), false)),
    count(*) FILTER (known AND first IS NULL)
FROM said
"""
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
    notes: tuple[str, ...] = ()  # what was left out, in plain words


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two statements that cannot both be true, the scope in which they cannot, and why."""

    left: Testimony
    right: Testimony
    scope: str
    reason: str


def agreement(
    table: Table,
    by: By = "source",
    *,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    as_of: PartialDate | None = None,
    shared: int = 1,
    most: int | None = None,
) -> Agreement:
    """Count for each two sources, parties or publishers the claims they share, agree on and contradict.

    What was said on the days from `since` to `until` counts, in documents published by `as_of`. Those who share fewer
    than `shared` claims are left out, and with `most` all but so many pairs, those that share most.
    """
    days = {
        "since": since.first_day if since else None,
        "until": until.last_day if until else None,
        "as_of": as_of.last_day if as_of else None,
    }
    answer = table.ask(load("agreement").sql, {"by": by, "shared": shared, **days})
    found = (answer if most is None else answer.limit(most)).fetchall()
    rows = tuple(
        Row(
            left=Iri(left), right=Iri(right), left_name=one, right_name=other,
            shared=shared, agree=agree, contradict=contradict,
        )
        for one, other, shared, agree, contradict, left, right in found
    )  # fmt: skip
    return Agreement(by=by, rows=rows, notes=tuple(_notes(table, days, as_of)))


def _notes(table: Table, days: dict[str, date | None], as_of: PartialDate | None) -> Iterator[str]:
    """Say how many statements the days leave out."""
    ((later, undated, other, unknown),) = table.ask(_LEFT_OUT, days).fetchall()
    if as_of:
        yield f"as of {as_of}: {later} statements published later are left out"
    if undated:
        yield f"{undated} statements of documents of unknown day are left out"
    if days["since"] or days["until"]:
        yield f"{other} statements of other days are left out, {unknown} of them of unknown day"


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
