"""Tells whether two claims say the same, one follows from the other, they exclude each other, or none of it.

First by what the data know: actors and their sides, relations and their logic, places and their parts, periods,
quantities. Where they do not know a relation or a thing, by words. Every answer carries its reasons.
"""

from dataclasses import dataclass
from enum import StrEnum

from kg.corroborate.alignment import Alignment, Link, align
from kg.corroborate.fits import SAME, Fit, Fitted, fit, fit_objects
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.quantities import Fit as Size
from kg.corroborate.quantities import fit as fit_quantities
from kg.corroborate.scope import Overlap, difference, overlap
from kg.corroborate.words import Lexicon, stems
from kg.model import Claim, Iri

SAME_WORDS = 0.5  # from here on two claims say the same in other words
SAME_WORDS_UNLINKED = 0.7  # the same where the data know both relations and no link between them
RELATED_WORDS = 0.38  # from here on one of them is worth showing beside the other


class Relation(StrEnum):
    """How the second of two claims stands to the first."""

    SAME = "same"
    ENTAILS = "entails"  # the first follows from the second
    ENTAILED = "entailed"  # the second follows from the first
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"  # about the same, but of another time or part
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How the second of two claims stands to the first, how surely (0 to 1) and why.

    `undated` is true where one of them names no day: then the days on which they were said may have to decide.
    """

    relation: Relation
    score: float
    reasons: tuple[str, ...] = ()
    undated: bool = False
    decided: bool = False  # by people
    complement: bool = False  # a contradiction whose denial affirms the first: "paused" and "advanced"


class _Side(StrEnum):
    """In which way one part of the second claim stands to that of the first."""

    EQUAL = "equal"
    STRONGER = "stronger"
    WEAKER = "weaker"
    ASIDE = "aside"
    EXCLUDES = "excludes"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class _Part:
    side: _Side
    score: float = 1.0
    reason: str = ""


def compare(first: Claim, second: Claim, knowledge: Knowledge, lexicon: Lexicon) -> Match:
    """Say how the second claim stands to the first."""
    if first.id == second.id:
        return Match(relation=Relation.SAME, score=1.0)
    match = _by_structure(first, second, knowledge)
    if match.relation is Relation.UNRELATED and not _both_known(first, second, knowledge):
        return _by_words(first, second, knowledge, lexicon)
    return match


def _both_known(first: Claim, second: Claim, knowledge: Knowledge) -> bool:
    objects = (first.object, second.object)
    return _both_relations_known(first, second, knowledge) and all(map(knowledge.knows, objects))


def _by_structure(first: Claim, second: Claim, knowledge: Knowledge) -> Match:
    alignment = _align(first, second, knowledge)
    if alignment.link is Link.NONE:
        return Match(relation=Relation.UNRELATED, score=0.0, reasons=(alignment.reason,))
    subject, target = _roles(first, second, alignment, knowledge)
    parts = [
        _of_relation(alignment, subject),
        _of_subject(subject, target, alignment, exclusive=_is_exclusive(first, second, knowledge)),
        _of_extent(target, whole=_is_of_the_whole(first, second, alignment, knowledge)),
        _of_extent(_fit_scope(first, second, knowledge), whole=False),
        _of_quantity(first, second),
    ]
    return _conclude(first, second, parts, complement=alignment.link is Link.OPPOSITE)


def _align(first: Claim, second: Claim, knowledge: Knowledge) -> Alignment:
    if first.predicate == second.predicate:
        return Alignment(Link.SAME)
    relations = knowledge.relations
    one, other = relations.get(first.predicate), relations.get(second.predicate)
    if one is None or other is None:
        return Alignment(Link.NONE, False, "one of the relations is not known to the data")
    return align(one, other, relations)


def _is_exclusive(first: Claim, second: Claim, knowledge: Knowledge) -> bool:
    return knowledge.exclusive(first.predicate) and knowledge.exclusive(second.predicate)


def _is_of_the_whole(first: Claim, second: Claim, alignment: Alignment, knowledge: Knowledge) -> bool:
    """Tell whether the weaker of two claims is of a place as a whole (taking it), not of a spot in it (entering it)."""
    weaker = {Link.STRONGER: (first,), Link.WEAKER: (second,)}.get(alignment.link, (first, second))
    return not all(knowledge.somewhere_in(claim.predicate) for claim in weaker)


def _roles(first: Claim, second: Claim, alignment: Alignment, knowledge: Knowledge) -> tuple[Fitted, Fitted]:
    """Fit subject and object, crosswise where the second claim tells it with its roles swapped."""
    claims = (first, second)
    straight = (fit(first.subject, second.subject, claims, knowledge), fit_objects(first, second, knowledge))
    if not alignment.mirrored:
        return straight
    crossed = (
        fit(first.subject, second.object, claims, knowledge),
        fit(first.object, second.subject, claims, knowledge),
    )
    if _fits(crossed[0]) and _fits(crossed[1]):
        return crossed
    return _turn(straight[0]), straight[1]


def _fits(fitted: Fitted) -> bool:
    return fitted.fit in {Fit.SAME, Fit.PART, Fit.WHOLE}


def _turn(subject: Fitted) -> Fitted:
    """Read the fit of two subjects of which one lost what the other gained."""
    match subject.fit:
        case Fit.OPPOSED:
            return Fitted(Fit.SAME, 0.95, subject.reason)
        case Fit.DIFFERENT | Fit.OPEN | Fit.VAGUER | Fit.SHARPER:
            return Fitted(Fit.SAME, 0.75, "it is told from the two sides")
        case _:
            return Fitted(Fit.OPPOSED, subject.score, subject.reason)


def _fit_scope(first: Claim, second: Claim, knowledge: Knowledge) -> Fitted:
    """Fit the places of two claims where both name one beside their object."""
    if first.place is None or second.place is None or first.place == first.object or second.place == second.object:
        return SAME
    return fit(first.place, second.place, (first, second), knowledge)


def _of_relation(alignment: Alignment, subject: Fitted) -> _Part:
    match alignment.link:
        case Link.OPPOSITE if subject.fit is Fit.OPPOSED:
            side = _Side.ASIDE if alignment.mirrored else _Side.EQUAL
            return _Part(side, 0.85, f"{alignment.reason}, but of the other side")
        case Link.STRONGER:
            return _Part(_Side.STRONGER, 0.95, alignment.reason)
        case Link.WEAKER:
            return _Part(_Side.WEAKER, 0.95, alignment.reason)
        case Link.OPPOSITE:
            return _Part(_Side.EXCLUDES, 0.9, alignment.reason)
        case _:
            return _Part(_Side.EQUAL, 1.0, alignment.reason)


def _of_subject(subject: Fitted, target: Fitted, alignment: Alignment, *, exclusive: bool) -> _Part:
    match subject.fit:
        case Fit.SAME | Fit.PART | Fit.WHOLE:
            return _Part(_Side.EQUAL, subject.score, subject.reason)
        case Fit.ALLIED:
            return _Part(_Side.EQUAL if exclusive else _Side.ASIDE, subject.score, subject.reason)
        case Fit.OPPOSED if (exclusive or alignment.link is Link.OPPOSITE) and _fits(target):
            agrees = alignment.link is Link.OPPOSITE  # that one side lacks it agrees with that the other holds it
            return _Part(_Side.EQUAL if agrees else _Side.EXCLUDES, 0.9, subject.reason)
        case Fit.OPEN | Fit.VAGUER | Fit.SHARPER if target.fit is Fit.SAME:
            return _Part(_Side.EQUAL, subject.score, subject.reason)
        case _:
            return _Part(_Side.ELSEWHERE, 0.0, subject.reason or "other actors")


def _of_extent(fitted: Fitted, *, whole: bool) -> _Part:
    match fitted.fit:
        case Fit.SAME:
            return _Part(_Side.EQUAL, fitted.score, fitted.reason)
        case Fit.PART:
            return _Part(_Side.WEAKER if whole else _Side.STRONGER, fitted.score, fitted.reason)
        case Fit.WHOLE:
            return _Part(_Side.ASIDE if whole else _Side.WEAKER, fitted.score, fitted.reason)
        case Fit.VAGUER:
            return _Part(_Side.WEAKER, fitted.score, fitted.reason)
        case Fit.SHARPER:
            return _Part(_Side.STRONGER, fitted.score, fitted.reason)
        case _:
            return _Part(_Side.ELSEWHERE, 0.0, fitted.reason)


def _of_quantity(first: Claim, second: Claim) -> _Part:
    if first.quantity is None:
        return _Part(_Side.STRONGER if second.quantity else _Side.EQUAL)
    if second.quantity is None:
        return _Part(_Side.WEAKER, 1.0, f"it does not say how much ({first.quantity.text})")
    words = f"{second.quantity.text} ({second.quantity.unit}) against {first.quantity.text} ({first.quantity.unit})"
    side, score, reason = _SIZES[fit_quantities(first.quantity, second.quantity)]
    return _Part(side, score, f"{reason}: {words}" if reason else "")


_SIZES = {
    Size.EQUAL: (_Side.EQUAL, 1.0, ""),
    Size.MORE_EXACT: (_Side.STRONGER, 0.95, "compatible"),
    Size.LESS_EXACT: (_Side.WEAKER, 0.95, "less exact"),
    Size.DISJOINT: (_Side.EXCLUDES, 0.9, "the numbers exclude each other"),
    Size.NOT_COMPARABLE: (_Side.ASIDE, 0.5, "not comparable"),
}


def _conclude(first: Claim, second: Claim, parts: list[_Part], *, complement: bool) -> Match:
    """Join what was found of the parts; the time decides last."""
    sides = {part.side for part in parts}
    score = 1.0
    for part in parts:
        score *= part.score
    time = overlap(first.period, second.period)
    reasons = tuple(part.reason for part in parts if part.reason)
    if _Side.ELSEWHERE in sides:
        elsewhere = tuple(part.reason for part in parts if part.side is _Side.ELSEWHERE and part.reason)
        return Match(relation=Relation.UNRELATED, score=0.0, reasons=elsewhere)
    if time is Overlap.OTHER:
        reasons = (*reasons, difference(first, second))
        return Match(relation=Relation.QUALIFIES, score=score, reasons=reasons)
    found = _relation(sides, time)
    return Match(
        relation=found,
        score=score,
        reasons=reasons,
        undated=time is Overlap.UNKNOWN or first.period is None,
        complement=found is Relation.CONTRADICTS and complement,
    )


def _relation(sides: set[_Side], time: Overlap) -> Relation:
    if time is Overlap.MORE_EXACT:
        sides = sides | {_Side.STRONGER}
    elif time is Overlap.LESS_EXACT:
        sides = sides | {_Side.WEAKER}
    if _Side.ASIDE in sides:
        return Relation.QUALIFIES
    if _Side.EXCLUDES in sides:
        return Relation.CONTRADICTS
    if {_Side.STRONGER, _Side.WEAKER} <= sides:
        return Relation.QUALIFIES
    if _Side.STRONGER in sides:
        return Relation.ENTAILS
    return Relation.ENTAILED if _Side.WEAKER in sides else Relation.SAME


def _by_words(first: Claim, second: Claim, knowledge: Knowledge, lexicon: Lexicon) -> Match:
    similarity = lexicon.similarity(first, second, RELATED_WORDS)
    reason = f"{similarity:.0%} of their words agree, by weight"
    obstacle = reason if similarity < RELATED_WORDS else _obstacle(first, second, knowledge)
    if obstacle:
        return Match(relation=Relation.UNRELATED, score=similarity, reasons=(obstacle,))
    if similarity < (SAME_WORDS_UNLINKED if _both_relations_known(first, second, knowledge) else SAME_WORDS):
        return Match(relation=Relation.QUALIFIES, score=similarity, reasons=(reason,))
    parts = [_Part(_Side.EQUAL, similarity, reason), _of_quantity(first, second)]
    return _conclude(first, second, parts, complement=False)


def _both_relations_known(first: Claim, second: Claim, knowledge: Knowledge) -> bool:
    return first.predicate in knowledge.relations and second.predicate in knowledge.relations


def _obstacle(first: Claim, second: Claim, knowledge: Knowledge) -> str:
    """Name what the data know to differ, so that words cannot bridge it."""
    claims = (first, second)
    if knowledge.knows(first.subject) and knowledge.knows(second.subject):
        fitted = fit(first.subject, second.subject, claims, knowledge)
        if fitted.fit in {Fit.DIFFERENT, Fit.OPPOSED}:
            return fitted.reason
    for one, other in (claims, claims[::-1]):
        if knowledge.knows(one.object) and not _names(other, one.object, knowledge):
            return f"only one of them names {knowledge.name(one.object)}"
    if not (knowledge.knows(first.object) or knowledge.knows(second.object)):
        fitted = fit(first.object, second.object, claims, knowledge)
        if fitted.fit is Fit.DIFFERENT and fitted.score < RELATED_WORDS:
            return fitted.reason
    fitted = _fit_scope(first, second, knowledge)
    return fitted.reason if fitted.fit is Fit.DIFFERENT else ""


def _names(claim: Claim, thing: Iri, knowledge: Knowledge) -> bool:
    """Tell whether a claim names a thing, a part of it or what it is part of, or says its name."""
    for named in (claim.subject, claim.object, claim.place):
        if named and (knowledge.within(named, thing) or knowledge.within(thing, named)):
            return True
    return set(stems(knowledge.name(thing))) <= set(stems(claim.text))
