"""Tells whether two claims say the same, one follows from the other, they exclude each other, or none of it.

First by what the data know: actors and their sides, relations and their logic, places and their parts, periods,
quantities. Where they do not know a relation or a thing, by words. Every answer carries its reasons.
"""

from collections.abc import Container
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.corroborate.alignment import Alignment, Link
from kg.corroborate.counts import is_earlier_count, is_no_narrower, is_one_scope, is_the_number
from kg.corroborate.deeds import differs
from kg.corroborate.fits import Fit, Fitted, fit, fit_objects, is_meant, is_unstated, label
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.obstacles import obstacle_to
from kg.corroborate.parts import Part, Side, fit_scope, fits, of_extent, of_quantity, of_relation, of_subject
from kg.corroborate.quantities import is_lower, is_part
from kg.corroborate.scope import Overlap, difference, overlap
from kg.corroborate.words import Lexicon, stems
from kg.model import Claim

SAME_WORDS = 0.45  # from here on two claims say the same in other words
SAME_WORDS_UNLINKED = 0.7  # the same where the data know both relations and no link between them
SHOWN = 4  # words that two claims share, in a reason
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
    behind: bool = False  # a contradiction that falls short of the first, so that only what was said later is one
    loose: bool = False  # found by words only
    complement: bool = False  # a contradiction whose denial affirms the first: "paused" and "advanced"
    wider: bool = False  # weaker in what it tells, and of a larger place
    open: bool = False  # stronger than the first only in that it says who, what or when


def compare(first: Claim, second: Claim, knowledge: Knowledge, lexicon: Lexicon, context: Container[str] = ()) -> Match:
    """Say how the second claim stands to the first; `context` is what its story names elsewhere."""
    if first.id == second.id:
        return Match(relation=Relation.SAME, score=1.0)
    alignment = _align(first, second, knowledge)
    vague = _is_vague(first) or _is_vague(second)
    telling = (vague or alignment.link is not Link.NONE) and _is_telling(first, second, knowledge, lexicon)
    if vague and not (telling and first.predicate == second.predicate and _is_of_its_story(first, second, context)):
        return Match(relation=Relation.UNRELATED, score=0.0, reasons=("one of them does not say who or what",))
    match = _by_structure(first, second, alignment, knowledge, context, telling=telling)
    if match.relation is Relation.UNRELATED and not _both_known(first, second, knowledge):
        return _by_words(first, second, knowledge, lexicon, context)
    return match


def _is_of_its_story(first: Claim, second: Claim, context: Container[str]) -> bool:
    """Tell whether the second, where it leaves all open, may mean the first: its story names that, or the day tells."""
    if first.period or not _is_vague(second):
        return True
    stated = [role for role in (first.subject, first.object) if not is_unstated(role)]
    return all(role in context or all(word in context for word in stems(first.labels.get(role, ""))) for role in stated)


def _both_known(first: Claim, second: Claim, knowledge: Knowledge) -> bool:
    things = knowledge.knows(first.object) and knowledge.knows(second.object)
    return things and _both_relations_known(first, second, knowledge)


def _is_telling(first: Claim, second: Claim, knowledge: Knowledge, lexicon: Lexicon) -> bool:
    """Tell whether the relations are so seldom that a second claim may leave open what they are of."""
    known = _both_relations_known(first, second, knowledge)
    relation = knowledge.relations.get(second.predicate)
    changes = _is_exclusive(first, second, knowledge) and not (relation and relation.once)
    return known and not changes and lexicon.is_telling(second.predicate)


def _by_structure(
    first: Claim,
    second: Claim,
    alignment: Alignment,
    knowledge: Knowledge,
    context: Container[str],
    *,
    telling: bool,
) -> Match:
    if alignment.link is Link.NONE:
        return Match(relation=Relation.UNRELATED, score=0.0, reasons=(alignment.reason,))
    subject, target = _roles(first, second, alignment, knowledge)
    if target.fit in {Fit.VAGUER, Fit.SHARPER} and _is_told_which(first, second, alignment, knowledge, context):
        target = Fitted(Fit.SAME, 0.75, "its document tells which is meant")
    if telling and alignment.link is not Link.OPPOSITE and target.fit in {Fit.VAGUER, Fit.SHARPER}:
        target = Fitted(Fit.UNSAID, target.score, "only one says of what, but little else can be meant")
    if target.fit in {Fit.DIFFERENT, Fit.OPEN} and is_meant(first, second, knowledge, context):
        target = Fitted(Fit.SAME, 0.75, "its document tells which is meant")
    if target.fit in {Fit.DIFFERENT, Fit.OPEN} and _is_one_number(first, second, alignment, knowledge):
        target = Fitted(Fit.SAME, 0.7, "it is the very same number")
    if target.fit is Fit.DIFFERENT and subject.fit in {Fit.SAME, Fit.PART} and _is_one_event(first, second, knowledge):
        target = Fitted(Fit.SAME, 0.7, "the same is told of the same place, in other words for what it was done to")
    definite = _is_definite(first, second, knowledge) or (telling and target.fit is Fit.UNSAID)
    scope = fit_scope(first, second, knowledge)
    one_scope = is_one_scope(first, second, (subject, target, scope), knowledge)
    one_scope = one_scope and is_no_narrower(first, second, knowledge, context)
    exclusive = _is_exclusive(first, second, knowledge)
    sole = target.fit is Fit.SAME and _has_one_doer(first, second, alignment, knowledge)
    if sole and (subject.fit in {Fit.DIFFERENT, Fit.ALLIED} or subject.named):
        subject = Fitted(Fit.OPPOSED, 0.85, subject.reason)
    parts = [
        of_relation(alignment, subject),
        of_subject(subject, target, alignment, exclusive=exclusive or sole, definite=definite),
        of_extent(target, whole=_is_of_the_whole(first, second, alignment, knowledge), exclusive=exclusive),
        of_extent(scope, whole=False),
        of_quantity(first, second, exclusive=exclusive, one_scope=one_scope),
    ]
    match = _conclude(first, second, parts, complement=alignment.link is Link.OPPOSITE)
    if target.fit is Fit.WHOLE and alignment.link is Link.WEAKER:
        match = replace(match, wider=True)
    return replace(match, behind=True, complement=False) if _falls_short(first, second, alignment, knowledge) else match


def _has_one_doer(first: Claim, second: Claim, alignment: Alignment, knowledge: Knowledge) -> bool:
    """Tell whether only one can have done it, ever: won that election."""
    relation = knowledge.relations.get(first.predicate)
    names = [label(claim.subject, claim, knowledge) for claim in (first, second)]
    named = all(word[:1].isupper() for name in names for word in name.split()[:1])
    return alignment.link is Link.SAME and named and relation is not None and relation.once and relation.functional


def _is_told_which(
    first: Claim, second: Claim, alignment: Alignment, knowledge: Knowledge, context: Container[str]
) -> bool:
    """Tell whether the second's document has the words for what only one can have done, where it says "won it"."""
    words = stems(label(first.object, first, knowledge))
    return bool(words) and _has_one_doer(first, second, alignment, knowledge) and all(word in context for word in words)


def _falls_short(first: Claim, second: Claim, alignment: Alignment, knowledge: Knowledge) -> bool:
    """Tell whether the second says less: a lower number, a share of the place, a fight for it that goes on."""
    if first.quantity and second.quantity:
        return is_lower(second.quantity, first.quantity)
    if second.quantity and is_part(second.quantity):
        return True
    relation = knowledge.relations.get(second.predicate)
    return alignment.link is Link.OPPOSITE and relation is not None and not (relation.gains or relation.loses)


def _is_vague(claim: Claim) -> bool:
    return claim.place is None and is_unstated(claim.subject) and is_unstated(claim.object)


def _align(first: Claim, second: Claim, knowledge: Knowledge) -> Alignment:
    if first.predicate == second.predicate:
        return Alignment(Link.SAME)
    one, other = knowledge.relations.get(first.predicate), knowledge.relations.get(second.predicate)
    if one is None or other is None:
        return Alignment(Link.NONE, False, "one of the relations is not known to the data")
    return knowledge.align(one, other)


def _is_exclusive(first: Claim, second: Claim, knowledge: Knowledge) -> bool:
    return knowledge.exclusive(first.predicate) and knowledge.exclusive(second.predicate)


def _is_one_number(first: Claim, second: Claim, alignment: Alignment, knowledge: Knowledge) -> bool:
    """Tell whether two claims of one relation give the same particular number of what may be called otherwise."""
    if alignment.link is not Link.SAME or not (first.quantity and second.quantity):
        return False
    if knowledge.knows(first.object) and knowledge.knows(second.object):
        return False
    return is_the_number(first, second)


def _is_one_event(first: Claim, second: Claim, knowledge: Knowledge) -> bool:
    """Tell whether one relation is claimed at one known place of things that share a word: a convoy, an aid convoy."""
    if first.predicate != second.predicate or first.place is None or first.place != second.place:
        return False
    if first.object == first.place or (knowledge.knows(first.object) and knowledge.knows(second.object)):
        return False
    words = [set(stems(claim.labels.get(claim.object, ""))) for claim in (first, second)]
    return bool(words[0] & words[1] - set(stems(knowledge.name(first.place))))


def _is_definite(first: Claim, second: Claim, knowledge: Knowledge) -> bool:
    """Tell whether two claims name the same by more than words: both by a number, or by a place that is known."""
    return bool(first.quantity and second.quantity) or (
        first.object == second.object and first.object in knowledge.places
    )


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
    if fits(crossed[0]) and fits(crossed[1]):
        return crossed
    return _turn(straight[0]), straight[1]


def _turn(subject: Fitted) -> Fitted:
    """Read the fit of two subjects of which one lost what the other gained."""
    match subject.fit:
        case Fit.OPPOSED:
            return Fitted(Fit.SAME, 0.95, subject.reason)
        case Fit.DIFFERENT | Fit.OPEN | Fit.VAGUER | Fit.SHARPER:
            return Fitted(Fit.SAME, 0.75, "it is told from the two sides")
        case _:
            return Fitted(Fit.OPPOSED, subject.score, subject.reason)


def _conclude(first: Claim, second: Claim, parts: list[Part], *, complement: bool) -> Match:
    """Join what was found of the parts; the time decides last."""
    sides = {part.side for part in parts}
    score = 1.0
    for part in parts:
        score *= part.score
    time = overlap(first.period, second.period)
    reasons = tuple(part.reason for part in parts if part.reason)
    if Side.ELSEWHERE in sides:
        elsewhere = tuple(part.reason for part in parts if part.side is Side.ELSEWHERE and part.reason)
        return Match(relation=Relation.UNRELATED, score=0.0, reasons=elsewhere)
    if time is Overlap.OTHER or (Side.EXCLUDES in sides and is_earlier_count(first, second)):
        reasons = (*reasons, difference(first, second))
        return Match(relation=Relation.QUALIFIES, score=score, reasons=reasons)
    if time in {Overlap.MORE_EXACT, Overlap.LESS_EXACT} and is_the_number(first, second):
        time = Overlap.SAME
    found = _relation(sides, time)
    stronger = [part.open for part in parts if part.side is Side.STRONGER]
    return Match(
        relation=found,
        score=score,
        reasons=reasons,
        undated=time is Overlap.UNKNOWN or first.period is None,
        complement=found is Relation.CONTRADICTS and complement,
        open=found is Relation.ENTAILS and all(stronger) and (time is not Overlap.MORE_EXACT or first.period is None),
    )


def _relation(sides: set[Side], time: Overlap) -> Relation:
    if time is Overlap.MORE_EXACT:
        sides = sides | {Side.STRONGER}
    elif time is Overlap.LESS_EXACT:
        sides = sides | {Side.WEAKER}
    if Side.ASIDE in sides:
        return Relation.QUALIFIES
    if Side.EXCLUDES in sides:
        return Relation.CONTRADICTS
    if {Side.STRONGER, Side.WEAKER} <= sides:
        return Relation.QUALIFIES
    if Side.STRONGER in sides:
        return Relation.ENTAILS
    return Relation.ENTAILED if Side.WEAKER in sides else Relation.SAME


def _by_words(first: Claim, second: Claim, knowledge: Knowledge, lexicon: Lexicon, context: Container[str]) -> Match:
    similarity = lexicon.similarity(first, second, RELATED_WORDS)
    reason = "much of their words agree"
    obstacle = reason if similarity < RELATED_WORDS else obstacle_to(first, second, knowledge, context)
    if obstacle:
        return Match(relation=Relation.UNRELATED, score=similarity, reasons=(obstacle,))
    reason = f"{reason}: {', '.join(lexicon.shared(first, second)[:SHOWN])}"
    unlinked = first.predicate != second.predicate and _both_relations_known(first, second, knowledge)
    enough = SAME_WORDS_UNLINKED if unlinked else SAME_WORDS
    if similarity < enough or (differing := differs(first, second, similarity, knowledge, lexicon)):
        reasons = (reason, differing) if similarity >= enough else (reason,)
        return Match(relation=Relation.QUALIFIES, score=similarity, reasons=reasons, loose=True)
    parts = [Part(Side.EQUAL, similarity, reason), of_quantity(first, second, exclusive=False, one_scope=True)]
    return replace(_conclude(first, second, parts, complement=False), loose=True)


def _both_relations_known(first: Claim, second: Claim, knowledge: Knowledge) -> bool:
    return first.predicate in knowledge.relations and second.predicate in knowledge.relations
