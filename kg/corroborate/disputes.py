"""Finds who denies what a document reports without repeating it.

That is who calls a figure or a report wrong, who denies a part in the deed, and who says that another did it.
"""

import re
from collections.abc import Iterable, Iterator

from kg.corroborate.evidence import CALLED_UNRELIABLE, Evidence
from kg.corroborate.fits import Fit, Fitted, fit, is_unstated, label
from kg.corroborate.testimony import Testimony
from kg.corroborate.words import stems
from kg.model import Certainty, Claim, Iri
from kg.resolve import lists

REPORTS = frozenset(stems(lists.denials("reports")))
DEEDS = frozenset(stems(lists.denials("deeds")))
_OF_ONE_SIDE = frozenset({Fit.SAME, Fit.PART, Fit.WHOLE, Fit.ALLIED})
_CONTENT = re.compile(r"\b(?P<report>\w+) (?:that|of|about) (?P<of>.+)", re.IGNORECASE | re.DOTALL)
NUMBERS = frozenset(stems(lists.denials("numbers")))


def disputing(question: Claim, supporting: Iterable[Testimony], evidence: Evidence) -> Iterator[Testimony]:
    """Give the statements that call a figure or report unreliable in a document in which another gave it before."""
    given: dict[Iri, list[Testimony]] = {}
    for each in supporting:
        given.setdefault(each.document, []).append(each)
    for document, said in given.items():
        for each in evidence.called_unreliable(document):
            claim = evidence.claims[each.claim]
            if claim.id != question.id and each.affirms and _means(claim, question):
                others = {other.agent for other in said if other.position <= each.position} - {each.agent}
                owners = set(_owners(claim, each, evidence))
                if _is_of_it(each.quote, question, evidence) and (others & owners if owners else others):
                    yield each


def _is_of_it(quote: str, question: Claim, evidence: Evidence) -> bool:
    """Tell whether a report that is called wrong is of what is asked, where the words say of what it is."""
    content = _CONTENT.search(quote)
    asked = evidence.lexicon.features(question) | {*stems(question.text)}
    return content is None or not REPORTS & {*stems(content["report"])} or bool(asked & {*stems(content["of"])})


def disclaiming(question: Claim, evidence: Evidence) -> Iterator[tuple[Testimony, str]]:
    """Give the statements that deny the part in a deed of whom the question names, or lay it on the other side."""
    knowledge = evidence.knowledge
    relation = knowledge.relations.get(question.predicate)
    if relation is None or relation.loses != "object" or is_unstated(question.subject):
        return
    for each in evidence.blaming.about(question):
        claim = evidence.claims[each.claim]
        if not _is_deed(claim, question, evidence) or not each.realized or each.certainty is Certainty.POSSIBLE:
            continue
        fitted = _accused(question, claim, each, evidence)
        if not each.affirms and fitted.fit in _OF_ONE_SIDE:
            yield each, "it denies a part in it"
        elif each.affirms and fitted.fit is Fit.OPPOSED:
            yield each, f"it says that another did it: {fitted.reason}"


def _accused(question: Claim, claim: Claim, said: Testimony, evidence: Evidence) -> Fitted:
    """Say how who is said to have had a part in it, or else who denies it of "its forces", stands to whom is asked."""
    fitted = fit(question.subject, claim.subject, (question, claim), evidence.knowledge)
    if said.affirms or said.agent is None or fitted.fit in _OF_ONE_SIDE:
        return fitted
    names = label(question.subject, question, evidence.knowledge), evidence.knowledge.name(said.agent)
    shared = set.intersection(*({word for word in name.split() if word[:1].isupper()} for name in names))
    return Fitted(Fit.ALLIED) if shared else fit(question.subject, said.agent, (question, claim), evidence.knowledge)


def _is_deed(claim: Claim, question: Claim, evidence: Evidence) -> bool:
    """Tell whether what a claim is about responsibility for may be what the question tells: "the raid", or nothing."""
    words = set(stems(claim.labels.get(claim.object, "")))
    return is_unstated(claim.object) or bool(words & (DEEDS | evidence.knowledge.verbs(question.predicate)))


def _owners(claim: Claim, said: Testimony, evidence: Evidence) -> Iterator[Iri]:
    """Give those quoted in a document whose name stands in the words for the figure: "the Vell Board's figures"."""
    words = set(stems(claim.labels.get(claim.object, "")))
    for other in evidence.quoted_in(said.document):
        if other.agent and words & set(stems(evidence.knowledge.name(other.agent))):
            yield other.agent


def _means(claim: Claim, question: Claim) -> bool:
    """Tell whether the words called unreliable can stand for what is asked: a figure for a number."""
    words = set(stems(claim.labels.get(claim.object, "")))
    return (
        bool(words & (REPORTS | NUMBERS if question.quantity else REPORTS)) and question.predicate != CALLED_UNRELIABLE
    )
