"""Tells whether two claims whose words are near are of one actor and one deed."""

from kg.corroborate.fits import Fit, fit, label
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.words import Lexicon, stems
from kg.model import Claim

OTHER_DEED = 0.6  # below this, words for what was done must agree too


def differs(first: Claim, second: Claim, similarity: float, knowledge: Knowledge, lexicon: Lexicon) -> str:
    """Say in what two claims differ however near their words are, or give nothing."""
    if _are_others(first, second, knowledge):
        return f"but by {label(second.subject, second, knowledge)}, not {label(first.subject, first, knowledge)}"
    if similarity < OTHER_DEED and not _is_one_deed(first, second, knowledge, lexicon):
        return "but not in what was done"
    return ""


def _are_others(first: Claim, second: Claim, knowledge: Knowledge) -> bool:
    """Tell whether the actors of two claims have names that are not one."""
    fitted = fit(first.subject, second.subject, (first, second), knowledge)
    return fitted.named and fitted.fit in {Fit.OPEN, Fit.DIFFERENT}


def _is_one_deed(first: Claim, second: Claim, knowledge: Knowledge, lexicon: Lexicon) -> bool:
    """Tell whether one claim has a word for what was done in the other, where both have one."""
    asked, told = (
        knowledge.verbs(claim.predicate) | {*stems(claim.labels.get(claim.predicate, ""))} for claim in (first, second)
    )
    shared = asked & lexicon.features(second) or told & lexicon.features(first)
    return not asked or not told or bool(shared)
