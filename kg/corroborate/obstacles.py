"""Finds what keeps two claims apart however alike their words are."""

from collections.abc import Container

from kg.corroborate.fits import Fit, fit, is_nameless, label
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.parts import fit_scope
from kg.corroborate.words import stems
from kg.model import Claim, Iri

FAR = 0.38  # below this two phrases name different things


def obstacle_to(first: Claim, second: Claim, knowledge: Knowledge, context: Container[str] = ()) -> str:
    """Name what the data know to differ between two claims, or give nothing.

    What the document of the second, or another report of its story, names (`context`) need not be named again: "the
    gates" of the dam.
    """
    claims = (first, second)
    if knowledge.knows(first.subject) and knowledge.knows(second.subject):
        fitted = fit(first.subject, second.subject, claims, knowledge)
        if fitted.fit in {Fit.DIFFERENT, Fit.OPPOSED}:
            return fitted.reason
    for one, other in (claims, claims[::-1]):
        told = one is first and _is_left_open(other, one, knowledge) and one.object in context
        if told and _is_wider(other, one, knowledge):
            return f"of something around {knowledge.name(one.object)}, which it may not mean"
        if not told and knowledge.knows(one.object) and not _names(other, one.object, knowledge):
            return f"only one of them names {knowledge.name(one.object)}"
    if not (knowledge.knows(first.object) or knowledge.knows(second.object)):
        fitted = fit(first.object, second.object, claims, knowledge)
        if fitted.fit is Fit.DIFFERENT and (fitted.score < FAR or _lacks_name(*claims, knowledge)):
            return fitted.reason
    fitted = fit_scope(first, second, knowledge)
    return fitted.reason if fitted.fit is Fit.DIFFERENT else ""


def _is_left_open(claim: Claim, asked: Claim, knowledge: Knowledge) -> bool:
    """Tell whether a claim calls its object by no name and as one: "the gates", not "ten gates"."""
    return not knowledge.knows(claim.object) and (claim.quantity is None or asked.quantity is not None)


def _is_wider(claim: Claim, asked: Claim, knowledge: Knowledge) -> bool:
    """Tell whether a claim is about a place around the one that is asked about: not all of it need be meant."""
    around = [place for place in (claim.place, claim.object) if place and place != asked.object]
    return any(knowledge.within(asked.object, place) for place in around)


def _lacks_name(first: Claim, second: Claim, knowledge: Knowledge) -> bool:
    """Tell whether the object of the first has a name, and that of the second none."""
    return is_nameless(label(first.object, first, knowledge), label(second.object, second, knowledge))


def _names(claim: Claim, thing: Iri, knowledge: Knowledge) -> bool:
    """Tell whether a claim names a thing, a part of it or what it is part of, or says its name."""
    for named in (claim.subject, claim.object, claim.place):
        if named and (knowledge.within(named, thing) or knowledge.within(thing, named)):
            return True
    return set(stems(knowledge.name(thing))) <= set(stems(claim.text))
