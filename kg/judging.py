"""People's judgements: that two things are one or two, taken back again, and what is worth judging."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Quad

from kg.corroborate.derive import derive
from kg.corroborate.where import open_places
from kg.corroborate.who import known, read_identity
from kg.dates import now
from kg.errors import NotFoundError, UsageError
from kg.iris import compact
from kg.model import Decision, Iri, Judgement
from kg.rdf.judgements import judgement_quads, judgements
from kg.rdf.nodes import Nodes
from kg.rdf.terms import iri, moment, node
from kg.rdf.vocab import KG, PROV, RDF, SCHEMA
from kg.resolve.identity import is_human
from kg.resolve.joins import Join
from kg.resolve.suggestions import suggestions
from kg.store import Store, View
from kg.store.base import stale_quad
from kg.store.free import free_id

CONTAINMENT = frozenset({Decision.PART_OF, Decision.NOT_PART_OF})
MEMBERSHIP = frozenset({Decision.MEMBER_OF, Decision.NOT_MEMBER_OF})
OPPOSITION = frozenset({Decision.OPPOSED_TO, Decision.NOT_OPPOSED_TO})
ORDERED = CONTAINMENT | MEMBERSHIP  # the left one is of the right one
CONFLICTS = (
    {Decision.SAME, Decision.DIFFERENT},
    {Decision.SAME, Decision.PART_OF},
    CONTAINMENT,
    MEMBERSHIP,
    OPPOSITION,
)
OTHERWISE = {
    Decision.PART_OF: "not-part-of",
    Decision.MEMBER_OF: "not-member-of",
    Decision.OPPOSED_TO: "not-opposed-to",
}  # what to judge in place of taking back what a rule would decide again
ACTORS = frozenset({"agent", "party"})
JUDGED = ("agent", "party", "place", "thing", "claim")  # kinds of what people judge


def kinds_of(decision: Decision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the kinds of what may stand on the left and on the right of a judgement."""
    party = ("party",)
    return party if decision in OPPOSITION else JUDGED, party if decision in MEMBERSHIP | OPPOSITION else JUDGED


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a judgement: its id, and whether it was there before."""

    id: Iri
    known: bool


def judge(store: Store, left: Iri, right: Iri, decision: Decision, by: str, reason: str = "") -> Verdict:
    """Record what a person judges of two things, the same or different, or places; what follows is derived again.

    Raises UsageError where they cannot be one, and where a person's judgement in force says otherwise.
    """
    first, second = (left, right) if decision in ORDERED else sorted((left, right))
    _refuse_unlike(first, second, decision, store.base)
    if decision is Decision.SAME:
        _refuse_place_for_person(store, first, second)
    made = _made(store, first, second, ordered=decision in ORDERED)
    for other in made:
        if is_human(other) and other.decision is decision and other.maker == f"person:{by}":
            return Verdict(other.id, known=True)
        if is_human(other) and {other.decision, decision} in CONFLICTS:
            short = compact(other.id, store.base)
            raise UsageError(f"{short} by {other.maker} says {other.decision}; take it back first: kg retract {short}")
    judgement = Judgement(
        id=free_id(store, "judgement", first, second, decision, f"person:{by}"),
        left=first,
        right=second,
        decision=decision,
        maker=f"person:{by}",
        score=1.0,
        reason=reason or f"{by} says so",
    )
    made_now = Quad(node(judgement.id), PROV.generatedAtTime, moment(now()))
    store.add([*judgement_quads(judgement), made_now, stale_quad(store.base)])
    derive(store)
    return Verdict(judgement.id, known=False)


def retract(store: Store, name: Iri) -> None:
    """Take a person's judgement or grade back; its history stays, and what follows is derived again.

    Raises NotFoundError for what is no judgement or was taken back before, UsageError for a rule's.
    """
    short = compact(name, store.base)
    found = Nodes(store.quads(node(name)))[name]
    if not (found.is_a(KG.Judgement) or found.is_a(KG.Grade)):
        raise NotFoundError(
            f"the graph holds no judgement {short}; list them with: kg query judgements, grades with: kg query grades"
        )
    if found.all(PROV.invalidatedAtTime):
        raise NotFoundError(f"{short} was taken back before; nothing was changed")
    taken_back = Quad(node(name), PROV.invalidatedAtTime, moment(now()))
    if found.is_a(KG.Grade):  # from which nothing follows
        store.add([taken_back])
        return
    (judgement,) = judgements(store.quads(node(name)))
    if not is_human(judgement):
        sides = " ".join(compact(side, store.base) for side in (judgement.left, judgement.right))
        raise UsageError(
            f"{short} was made by {judgement.maker}, which would make it again; "
            f"kg judge {OTHERWISE.get(judgement.decision, 'different')} {sides}"
        )
    store.add([taken_back, stale_quad(store.base)])
    derive(store)


def suggest(view: View) -> tuple[Join, ...]:
    """Give the likely joins that no rule made and no one has judged, the likeliest first."""
    named, _ = known(view)
    identity = read_identity(view)
    judged = {
        frozenset((identity.of(each.left), identity.of(each.right)))
        for each in _judgements(view)
        if is_human(each) and each.decision is Decision.DIFFERENT
    }
    found = [*open_places(view, identity), *suggestions(named, identity.of)]
    likely = sorted(found, key=lambda each: -each.likeness.score)
    return tuple(
        each for each in likely if frozenset((identity.of(each.left.id), identity.of(each.right.id))) not in judged
    )


def _refuse_unlike(left: Iri, right: Iri, decision: Decision, base: str) -> None:
    kinds = [compact(name, base).partition(":")[0] for name in (left, right)]
    parties = kinds[1:] if decision in MEMBERSHIP else kinds if decision in OPPOSITION else []
    if {*parties} - {"party"}:
        raise UsageError(f"only parties have members and opponents; {compact(right, base)} or its like is none")
    sorts = {"agent" if kind in ACTORS else kind for kind in kinds}
    if left == right:
        raise UsageError(f"{compact(left, base)} is one thing; give two")
    if len(sorts - {"thing"}) > 1 or ("claim" in sorts and len(sorts) > 1):
        raise UsageError(f"{kinds[0]} and {kinds[1]} are never one; nothing is to be judged")


def _refuse_place_for_person(view: View, left: Iri, right: Iri) -> None:
    """Refuse that a person is one with what some report speaks of as a place."""
    for one, other in ((left, right), (right, left)):
        if any(view.quads(node(one), RDF.type, SCHEMA.Person)) and any(view.quads(node(other), RDF.type, SCHEMA.Place)):
            person, place = compact(one, view.base), compact(other, view.base)
            raise UsageError(f"{person} is a person and {place} a place; they are never one, nothing is to be judged")


def _judgements(view: View) -> Iterator[Judgement]:
    return judgements(
        quad for found in view.quads(None, RDF.type, KG.Judgement) for quad in view.quads(node(iri(found.subject)))
    )


def _made(view: View, left: Iri, right: Iri, *, ordered: bool) -> list[Judgement]:
    """Give the judgements of two things; those of places where the order counts only in that order."""
    pairs = [(left, right)] if ordered else [(left, right), (right, left)]
    return [each for each in _judgements(view) if (each.left, each.right) in pairs]
