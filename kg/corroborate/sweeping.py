"""Finds flat denials: that any such thing was done ("No shot was fired"), or that there was any ("no rocket")."""

from collections.abc import Iterator

from kg.corroborate.alignment import Link
from kg.corroborate.evidence import Evidence
from kg.corroborate.fits import Fit, fit, is_unstated, label
from kg.corroborate.general import EXISTS, is_open
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.scope import spoken_about
from kg.corroborate.testimony import Testimony
from kg.corroborate.words import WORD, is_kind_of, stems
from kg.model import Certainty, Claim, Iri, Stance

_ASSERTED = frozenset({Stance.ASSERTS, Stance.DENIES, Stance.ANNOUNCES, Stance.ADMITS})
_FOUND = frozenset({Fit.SAME, Fit.PART, Fit.WHOLE})


def sweeping(question: Claim, evidence: Evidence) -> Iterator[tuple[Testimony, str]]:
    """Give the statements that deny all of a kind that the question is one of, in a document about the same."""
    found = list(evidence.denials.about(question))
    relations = {EXISTS, *_followed(question, evidence.knowledge)} if found else set()
    for each in found:
        claim = evidence.claims[each.claim]
        flat = each.realized and each.stance in _ASSERTED and each.certainty is not Certainty.POSSIBLE
        timely = question.period is None or spoken_about(question.period, each.spoken)
        if flat and timely and claim.predicate in relations and (reason := _reason(question, claim, evidence)):
            yield each, reason


def _followed(question: Claim, knowledge: Knowledge) -> list[Iri]:
    """Give the relations of a deed that the question tells: its own and those that follow from it."""
    relations = knowledge.relations
    asked = relations.get(question.predicate)
    if asked is None or not asked.loses or knowledge.exclusive(asked.id):
        return []
    linked = (name for name, told in relations.items() if knowledge.align(asked, told).link in {Link.SAME, Link.WEAKER})
    return [name for name in linked if name != EXISTS]


def _reason(question: Claim, claim: Claim, evidence: Evidence) -> str:
    if claim.predicate == EXISTS:
        gone = label(claim.object, claim, evidence.knowledge)
        return f"it denies that there was any {gone}" if _is_of_it(question, claim, evidence) else ""
    return "it denies that any such thing was done" if _is_kind(question, claim, evidence) else ""


def _is_of_it(question: Claim, claim: Claim, evidence: Evidence) -> bool:
    """Tell whether the question says that something did a thing, or was there, of which the claim says that it is.

    The thing may be the deed itself, written as one word: "lockout" where somebody is said to be locked out.
    """
    knowledge = evidence.knowledge
    if is_unstated(claim.object) or knowledge.knows(claim.object) or question.predicate == EXISTS:
        return False
    if _as_one_word(label(claim.object, claim, knowledge)) == _as_one_word(
        label(question.predicate, question, knowledge)
    ):
        return True
    if claim.quantity or question.quantity:
        return False
    words = set(stems(label(claim.object, claim, knowledge)))
    doer = set(stems(label(question.subject, question, knowledge)))
    return bool(words) and words <= doer and not knowledge.knows(question.subject)


def _as_one_word(phrase: str) -> str:
    return "".join(WORD.findall(phrase.lower()))


def _is_kind(question: Claim, claim: Claim, evidence: Evidence) -> bool:
    """Tell whether a claim leaves open what the question says of a deed, and is of that deed or what it entails."""
    knowledge = evidence.knowledge
    names = label(claim.object, claim, knowledge), label(question.object, question, knowledge)
    if not (is_open(claim.object, claim) or is_kind_of(*names)):
        return False
    fitted = fit(question.subject, claim.subject, (question, claim), knowledge)
    return is_open(claim.subject, claim) or fitted.fit in _FOUND
