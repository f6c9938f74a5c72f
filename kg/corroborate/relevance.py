"""Says what each statement does to a claim that is asked about: support it, deny it or only qualify it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.corroborate.alignment import implied
from kg.corroborate.denials import other_denial
from kg.corroborate.disputes import disclaiming, disputing
from kg.corroborate.evidence import Evidence
from kg.corroborate.leanings import Leaning, leaning
from kg.corroborate.matching import Match, Relation, compare
from kg.corroborate.quantities import Fit, fit
from kg.corroborate.scope import days, last_days, said_after, said_later, same_days, spoken_about
from kg.corroborate.sweeping import sweeping
from kg.corroborate.testimony import Testimony
from kg.corroborate.wording import BESIDE, COVERED
from kg.model import Certainty, Claim, Decision, Iri, Period, Stance
from kg.resolve.identity import is_human

JUDGED = {
    Decision.SAME: Relation.SAME,
    Decision.DIFFERENT: Relation.UNRELATED,
    Decision.ENTAILS: Relation.ENTAILS,
    Decision.CONTRADICTS: Relation.CONTRADICTS,
}
NEARLY_ALL = 0.8  # of its words: from here on what was found by words only can deny a negation
# These say nothing about what is, only about what is asked, wished or planned.
NOT_ASSERTED = frozenset({Stance.ASKS, Stance.PROMISES})


class Effect(StrEnum):
    """What a statement does to a claim."""

    SUPPORTS = "supports"
    DENIES = "denies"
    QUALIFIES = "qualifies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """One statement and what it does to the claim that is asked about."""

    testimony: Testimony
    effect: Effect
    match: Match
    reasons: tuple[str, ...] = ()


def bearings(question: Claim, evidence: Evidence, *, affirms: bool = True) -> list[Bearing]:
    """Give the statements that bear on a claim, or on its negation, ordered by id."""
    found = [
        _bearing(testimony, match, question, evidence)
        for name, match in matches(question, evidence)
        for testimony in evidence.of_claim(name)
    ]
    if question.id not in evidence.claims:
        found += _in_other_words(question, evidence, found)
    found += _disputed(question, evidence, found)
    settled = list(_settle(found, question, evidence))
    turned = settled if affirms else [_turn(bearing, question) for bearing in settled]
    return sorted(turned, key=lambda bearing: bearing.testimony.statement)


def _disputed(question: Claim, evidence: Evidence, found: list[Bearing]) -> list[Bearing]:
    """Give the statements that call wrong what other sources say in the same document, or deny a part in it."""
    supporting = [each.testimony for each in found if each.effect is Effect.SUPPORTS]
    reason = "it calls the figure or report unreliable that another source gives in the same document"
    match = Match(relation=Relation.SAME, score=0.7)
    weighed = {each.testimony.statement for each in found if each.effect is not Effect.QUALIFIES}
    wrong = ((each, reason) for each in disputing(question, supporting, evidence))
    return [
        Bearing(testimony=each, effect=Effect.DENIES, match=replace(match, reasons=(told,)), reasons=(told,))
        for each, told in (*wrong, *disclaiming(question, evidence), *sweeping(question, evidence))
        if each.statement not in weighed
    ]


def _in_other_words(question: Claim, evidence: Evidence, found: list[Bearing]) -> list[Bearing]:
    """Give the passages that cover a question asked in words, of documents that no claim speaks for."""
    read = {each.testimony.document for each in found if each.effect is not Effect.QUALIFIES}
    weighed = {each.testimony.statement for each in found if not _is_faint(each)}
    bearings = []
    for testimony, covered in evidence.passages_of_words.saying(question, weighed):
        if testimony.document not in read and testimony.affirms:
            reason = "most of the words asked are in the passage"
            match = Match(
                relation=Relation.SAME,
                score=covered,
                reasons=(reason,),
                undated=question.period is not None,
                loose=True,
            )
            bearing = _bearing(testimony, match, question, evidence)
            against = bearing.effect is Effect.SUPPORTS and leaning(testimony.quote, question.text) is Leaning.AGAINST
            bearings.append(qualify(bearing, "but it is negated there") if against else bearing)
    return bearings


def in_words_alone(
    question: str, parts: Sequence[Claim], found: Sequence[Bearing], evidence: Evidence
) -> Iterator[Bearing]:
    """Give the statements whose words say or deny a question as it was put, where none of its claims is met by them."""
    supported = any(each.effect is Effect.SUPPORTS for each in found)
    settled = {each.testimony.statement for each in found if each.effect is not Effect.QUALIFIES}
    reason = "most of the words asked are in what was said"
    for testimony, covered in evidence.wordings.saying(question, parts, BESIDE if supported else COVERED):
        if testimony.affirms and leaning(testimony.quote, question) is Leaning.AGAINST:
            continue
        if testimony.statement not in settled and (testimony.affirms or covered >= BESIDE):
            match = Match(
                relation=Relation.SAME,
                score=covered,
                reasons=(reason,),
                undated=any(part.period for part in parts),
                loose=True,
            )
            yield _bearing(testimony, match, parts[0], evidence)


def _is_faint(bearing: Bearing) -> bool:
    """Tell whether a statement only shares some words with what is asked, so that its passage may yet say it."""
    return bearing.match.loose and bearing.match.relation is Relation.QUALIFIES


def matches(question: Claim, evidence: Evidence) -> list[tuple[Iri, Match]]:
    """Give the claims of the graph that are related to one, and how; what people decided goes first."""
    known = evidence.matched.get(question.id)
    if known is None:
        names = set(evidence.candidates.of(question))
        if question.id not in evidence.claims:
            names.update(name for name in evidence.near(question.text) if name in evidence.claims)
        known = [(name, match) for name in sorted(names) if (match := _match(question, name, evidence))]
        if question.id in evidence.claims:
            evidence.matched[question.id] = known
    return known


def _match(question: Claim, name: Iri, evidence: Evidence) -> Match | None:
    match = _judged(question.id, name, evidence)
    if match is None:
        match = compare(question, evidence.claims[name], evidence.knowledge, evidence.lexicon, evidence.context(name))
    return None if match.relation is Relation.UNRELATED else match


def _judged(first: Iri, second: Iri, evidence: Evidence) -> Match | None:
    judgement = evidence.decisions.get(frozenset((first, second))) if first != second else None
    if judgement is None or not is_human(judgement):
        return None
    relation = JUDGED[judgement.decision]
    if relation is Relation.ENTAILS and judgement.left == first:
        relation = Relation.ENTAILED
    reason = f"decided by {judgement.maker}: {judgement.reason}"
    return Match(relation=relation, score=judgement.score, reasons=(reason,), decided=True)


def _bearing(testimony: Testimony, match: Match, question: Claim, evidence: Evidence) -> Bearing:
    effect = _affirmed(match) if testimony.affirms else _denied(match)
    bearing = Bearing(testimony=testimony, effect=effect, match=match, reasons=match.reasons)
    if effect is Effect.DENIES and (other := other_denial(testimony, match, question, evidence)):
        return qualify(bearing, other)
    if testimony.stance in NOT_ASSERTED:
        return qualify(bearing, f"it {testimony.stance}, it does not say that it is so")
    if testimony.stance is Stance.DOUBTS:
        return qualify(bearing, "it doubts, it does not deny")
    if testimony.certainty is Certainty.POSSIBLE:
        return qualify(bearing, "it says only that it is possible")
    if not testimony.realized:
        return qualify(bearing, "it speaks of what is to come, wanted or due")
    return _date(bearing, question, evidence) if match.undated else bearing


def _affirmed(match: Match) -> Effect:
    match match.relation:
        case Relation.SAME | Relation.ENTAILS:
            return Effect.SUPPORTS
        case Relation.CONTRADICTS:
            return Effect.DENIES
        case _:
            return Effect.QUALIFIES


def _denied(match: Match) -> Effect:
    match match.relation:
        case Relation.SAME | Relation.ENTAILED if not match.wider:
            return Effect.DENIES
        case Relation.ENTAILS if match.open:
            return Effect.DENIES
        case Relation.CONTRADICTS if match.complement:
            return Effect.SUPPORTS
        case _:
            return Effect.QUALIFIES


def _date(bearing: Bearing, question: Claim, evidence: Evidence) -> Bearing:
    """Place an undated statement in time by when it was said."""
    asked = question.period
    if asked is None:
        return bearing
    if _is_once(bearing, evidence):
        return bearing
    other = _other_time(bearing, question, asked, evidence)
    return qualify(bearing, other) if other else bearing


def _other_time(bearing: Bearing, question: Claim, asked: Period, evidence: Evidence) -> str:
    """Say why a statement that names no day is not about the days asked, or give nothing."""
    spoken = bearing.testimony.spoken
    if _is_more(bearing, question, evidence) and said_after(spoken, asked):
        return f"a higher number, given after {days(asked)}"
    if bearing.match.behind and bearing.effect is Effect.DENIES:
        late = said_later(spoken, [asked])
        return "" if late else f"it falls short of it, but was not said after {days(asked)}"
    if not spoken_about(asked, spoken, lasting=evidence.knowledge.exclusive(question.predicate)):
        return f"it names no day and was not said about {days(asked)}"
    excludes = bearing.match.relation is Relation.CONTRADICTS and bearing.effect is Effect.DENIES
    excludes = excludes and bearing.testimony.stance is not Stance.DENIES  # which answers what was said before
    if excludes and (bearing.match.complement or not same_days(spoken, [asked])):
        return f"it names no day, so it is not known to be about {days(asked)}"
    return ""


def _is_once(bearing: Bearing, evidence: Evidence) -> bool:
    """Tell whether a statement is about what happens once, so that a later one is about the same."""
    relation = evidence.knowledge.relations.get(evidence.claims[bearing.testimony.claim].predicate)
    return relation is not None and relation.once


def _is_past(bearing: Bearing, evidence: Evidence) -> bool:
    """Tell whether a statement denies an event, which stays undone: not a state, nor what may yet be undone."""
    relations = evidence.knowledge.relations
    relation = relations.get(evidence.claims[bearing.testimony.claim].predicate)
    if bearing.testimony.affirms or relation is None:
        return False
    found = [relation, *(relations[name] for name in implied(relation, relations) if name in relations)]
    return not any(each.contradicts for each in found)


def _is_more(bearing: Bearing, question: Claim, evidence: Evidence) -> bool:
    """Tell whether a statement gives another number than the one asked, from which that follows."""
    given = evidence.claims[bearing.testimony.claim].quantity
    if not (question.quantity and given and bearing.match.relation is Relation.ENTAILS):
        return False
    return fit(question.quantity, given) is Fit.MORE_EXACT


def _settle(found: list[Bearing], question: Claim, evidence: Evidence) -> Iterator[Bearing]:
    """Let what only follows from a claim, or excludes it, deny it only where it was said of the same days."""
    supported = [bearing.testimony.spoken for bearing in found if bearing.effect is Effect.SUPPORTS]
    spoken = list(dict.fromkeys([*supported, question.period and last_days(question.period)]))
    for bearing in found:
        indirect = bearing.match.relation is not Relation.SAME and bearing.match.undated
        indirect = indirect and not bearing.match.open and not _is_once(bearing, evidence)
        in_time = said_later if bearing.match.behind or _is_past(bearing, evidence) else same_days
        if indirect and bearing.effect is Effect.DENIES and not in_time(bearing.testimony.spoken, spoken):
            yield qualify(bearing, "other period: said on other days, and things change")
        else:
            yield bearing


def qualify(bearing: Bearing, reason: str) -> Bearing:
    """Take back that a statement supports or denies, with the reason."""
    return replace(bearing, effect=Effect.QUALIFIES, reasons=(*bearing.reasons, reason))


def _turn(bearing: Bearing, question: Claim) -> Bearing:
    """Read what a statement does to a claim as what it does to the negation of that claim."""
    if bearing.effect is Effect.SUPPORTS and bearing.testimony.affirms and bearing.match.undated and question.period:
        return qualify(bearing, f"it names no day, so it is not in conflict with {days(question.period)}")
    if bearing.effect is Effect.SUPPORTS and bearing.match.loose and bearing.match.score < NEARLY_ALL:
        return qualify(bearing, "its words are too few to be in conflict")
    turned = {Effect.SUPPORTS: Effect.DENIES, Effect.DENIES: Effect.SUPPORTS}
    return replace(bearing, effect=turned.get(bearing.effect, bearing.effect))
