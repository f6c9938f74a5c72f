"""Says whether what a statement denies is the very thing that is asked about, or why it is something else."""

from collections.abc import Iterator

from kg.corroborate.evidence import Evidence
from kg.corroborate.fits import Fit, fit, fit_objects, label
from kg.corroborate.matching import Match, Relation
from kg.corroborate.testimony import Testimony
from kg.corroborate.words import WORD
from kg.model import Claim
from kg.resolve import lists

# Who says that nobody of "my people" died speaks of no others.
_OWN = frozenset(lists.denials("own").split())
_FOUND = frozenset({Fit.SAME, Fit.PART, Fit.WHOLE})


def other_denial(testimony: Testimony, match: Match, question: Claim, evidence: Evidence) -> str:
    """Say what else than the claim asked about a statement denies, or give nothing."""
    if match.relation is Relation.ENTAILS and is_own_harm(testimony, evidence):
        return "it denies responsibility, not the event"
    return next(_differences(testimony, match, question, evidence), "")


def _differences(testimony: Testimony, match: Match, question: Claim, evidence: Evidence) -> Iterator[str]:
    claim = evidence.claims[testimony.claim]
    if match.loose and not testimony.affirms and not _is_of_the_same(question, claim, evidence):
        yield "its words are near, but it denies something else"
    if not testimony.affirms and _of_own(claim, evidence) - _of_own(question, evidence):
        yield "part of those asked about: it denies it of its own only"


def _is_of_the_same(question: Claim, claim: Claim, evidence: Evidence) -> bool:
    """Tell whether two claims that only their words join have one actor, and one relation or one thing."""
    actors = fit(question.subject, claim.subject, (question, claim), evidence.knowledge)
    alike = question.predicate == claim.predicate or fit_objects(question, claim, evidence.knowledge).fit in _FOUND
    return alike and actors.fit not in {Fit.DIFFERENT, Fit.OPPOSED}


def _of_own(claim: Claim, evidence: Evidence) -> set[str]:
    words = " ".join(label(thing, claim, evidence.knowledge) for thing in (claim.subject, claim.object))
    return {word.lower() for word in WORD.findall(words)} & _OWN


def is_own_harm(testimony: Testimony, evidence: Evidence) -> bool:
    """Tell whether a statement is about harm that the speaker's own side is said to have done."""
    claim, knowledge = evidence.claims[testimony.claim], evidence.knowledge
    relation = knowledge.relations.get(claim.predicate)
    side = testimony.party or knowledge.party(testimony.agent)
    own = claim.subject == testimony.agent or (side is not None and side == knowledge.party(claim.subject))
    return own and (relation is None or relation.loses == "object")
