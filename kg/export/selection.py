"""Which part of a graph is written, and as which picture of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.dates import PartialDate
from kg.errors import NotFoundError, UsageError
from kg.export._answers import Named, named_by
from kg.export._regions import claims_at
from kg.iris import compact
from kg.model import Iri
from kg.query.lookup import find, named
from kg.registry import did_you_mean
from kg.store.base import View
from kg.table import Table, open_table

VERDICTS = ("unknown", "contested", "corroborated-across-sides", "corroborated", "uncorroborated")
_CHOSEN = """
SELECT statement FROM statements LEFT JOIN claims USING (claim)
WHERE claim IS NOT NULL
    AND ($since::DATE IS NULL OR coalesce(said_to, published_by) >= $since)
    AND ($until::DATE IS NULL OR coalesce(said_from, published_from) <= $until)
    AND ($party IS NULL OR party = $party)
    AND ($verdict IS NULL OR coalesce(verdict, 'unknown') = $verdict)
"""
_NEAR = """
SELECT claim FROM claims WHERE claim = $claim
UNION SELECT other FROM links WHERE one = $claim AND decision IN ('same', 'entails', 'contradicts')
UNION SELECT one FROM links WHERE other = $claim AND decision IN ('same', 'entails', 'contradicts')
"""
_OF_CLAIM = " AND claim IN (SELECT unnest($claims))"
_OF_NAMED = " AND {column} IN (SELECT unnest($found))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which part of a graph is written, and as which picture of it; all that is asked must hold of a statement."""

    shape: str = "full"  # --view: full, sources, claims, evidence; pictures have more
    claim: Iri | None = None  # with what is judged the same, to entail or to contradict it
    since: PartialDate | None = None  # by the day it was said, or else published
    until: PartialDate | None = None
    party: str | None = None  # id or name of a side
    place: str | None = None  # id or name; with what lies in it
    verdict: str | None = None
    query: str | None = None  # the name of a query, or a .rq file: what its answer names is chosen
    values: Mapping[str, str] = field(default_factory=dict)  # its parameters


EVERYTHING = Selection()


def chosen(view: View, selection: Selection) -> frozenset[Iri] | None:
    """Give the ids of the statements that are chosen, of those that carry a claim; None means all of them.

    Raises QueryError for names that the graph does not have, NotFoundError for a claim that it does not hold.
    """
    if replace(selection, shape=EVERYTHING.shape) == EVERYTHING:
        return None
    if selection.verdict is not None and selection.verdict not in VERDICTS:
        raise UsageError(f"no verdict {selection.verdict!r}{did_you_mean(selection.verdict, [*VERDICTS])}")
    place = find(view, selection.place, ("place", "thing")) if selection.place else None
    answer = named_by(view, selection.query, selection.values) if selection.query else None
    with open_table(view) as table:
        claims = _claims(view, table, selection.claim)
        if place:
            claims = claims_at(view, place) if claims is None else claims & claims_at(view, place)
        return _ask(table, selection, _party(view, selection.party), claims, answer)


def _ask(
    table: Table, selection: Selection, party: str | None, claims: frozenset[str] | None, answer: Named | None
) -> frozenset[Iri]:
    sql = _CHOSEN
    values: dict[str, object] = {
        "since": selection.since.first_day if selection.since else None,
        "until": selection.until.last_day if selection.until else None,
        "party": party,
        "verdict": selection.verdict,
    }
    if claims is not None:
        sql, values["claims"] = sql + _OF_CLAIM, sorted(claims)
    if answer is not None:
        sql, values["found"] = sql + _OF_NAMED.format(column=answer.column), sorted(answer.ids)
    return frozenset(Iri(name) for (name,) in table.ask(sql, values).fetchall())


def _party(view: View, name: str | None) -> str | None:
    return named(view, name, ("party",)) if name else None


def _claims(view: View, table: Table, claim: Iri | None) -> frozenset[str] | None:
    """Give a claim and those that judgements in force put beside or against it."""
    if claim is None:
        return None
    found = frozenset(name for (name,) in table.ask(_NEAR, {"claim": claim}).fetchall())
    if claim not in found:
        raise NotFoundError(f"the graph holds no {compact(claim, view.base)}; find claims with: kg claims WORDS")
    return found
