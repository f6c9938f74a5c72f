"""Compares what two claims name in the same role: actors, places and things."""

from collections.abc import Container
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.corroborate.knowledge import Knowledge
from kg.corroborate.words import is_kind_of, is_role_of, label_similarity, stems
from kg.model import Claim, Iri
from kg.resolve.named import COMMON, PLACE_WORDS

ALIKE = 0.8  # from here on two phrases name the same
UNSTATED = "/thing/unstated"  # how the id ends that stands for a role which the words leave open
# and how those end of pronouns that no name was found for
PRONOUNS = tuple(f"/thing/{word}" for word in ("it", "he", "she", "they", "them", "we", "us", "i", "you", "who"))


class Fit(StrEnum):
    """How what the second claim names stands to what the first names."""

    SAME = "same"
    PART = "part"  # the second is part of the first
    WHOLE = "whole"  # the first is part of the second
    ALLIED = "allied"  # another of the same side
    OPPOSED = "opposed"
    OPEN = "open"  # words that the data do not know
    VAGUER = "vaguer"  # the second does not say who or what
    SHARPER = "sharper"  # the first does not say who or what
    UNSAID = "unsaid"  # neither says who or what
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fit with its weight from 0 to 1 and its reason; the same thing needs none."""

    fit: Fit
    score: float = 1.0
    reason: str = ""
    named: bool = False  # both have names, of which no word is the same


SAME = Fitted(Fit.SAME)


def fit(first: Iri, second: Iri, claims: tuple[Claim, Claim], knowledge: Knowledge) -> Fitted:
    """Say how a thing of the second claim stands to a thing of the first."""
    if is_unstated(first) or is_unstated(second):
        return _fit_unstated(first, second, claims, knowledge)
    if first == second:
        return SAME
    one, other = label(first, claims[0], knowledge), label(second, claims[1], knowledge)
    known = first in knowledge.places and second in knowledge.places
    if known or knowledge.within(first, second) or knowledge.within(second, first):
        return _fit_places(first, second, (one, other), knowledge)
    if knowledge.knows(first) and knowledge.knows(second):
        return _fit_actors(first, second, (one, other), knowledge)
    return _fit_unknown(first, second, (one, other), knowledge)


def fit_objects(first: Claim, second: Claim, knowledge: Knowledge) -> Fitted:
    """Say how the object of the second claim stands to that of the first; where it is left open, its place counts."""
    claims = (first, second)
    one, other = (claim.place if claim.place and is_unstated(claim.object) else claim.object for claim in claims)
    fitted = fit(one, other, claims, knowledge)
    if fitted.fit is Fit.SAME and is_nameless(label(one, first, knowledge), label(other, second, knowledge)):
        return Fitted(Fit.DIFFERENT, fitted.score, f"“{label(other, second, knowledge)}” does not say which")
    if fitted.fit is not Fit.OPEN:
        return fitted
    if one in knowledge.places and second.place and knowledge.within(second.place, one):
        return Fitted(Fit.PART, 0.8, f"“{label(other, second, knowledge)}” is in {knowledge.name(one)}")
    if other in knowledge.places and first.place and knowledge.within(first.place, other):
        return Fitted(Fit.WHOLE, 0.8, f"“{label(one, first, knowledge)}” is in {knowledge.name(other)}")
    return fitted


def is_meant(first: Claim, second: Claim, knowledge: Knowledge, context: Container[str]) -> bool:
    """Tell whether the object of the second is short for the named one of the first: "the dam" for "Vell Dam".

    It is where all its words are in that name, and the second's document (`context`) has the rest of it.
    """
    one, other = label(first.object, first, knowledge), label(second.object, second, knowledge)
    name, short = set(stems(one)), set(stems(other))
    return is_nameless(one, other) and bool(short) and short < name and all(word in context for word in name)


def is_nameless(one: str, other: str) -> bool:
    """Tell whether of two phrases only the first has a name: "Salt Gate district" and "districts"."""
    return any(word[:1].isupper() for word in one.split()) and other == other.lower()


def name_of(phrase: str) -> frozenset[str]:
    """Give the words of the name that a phrase ends in: of "President Salt", both; of "Vell fighters", none."""
    words = phrase.split()
    if not words or not words[-1][:1].isupper() or words[-1].lower() in COMMON:
        return frozenset()
    return frozenset(word.lower() for word in words if word[:1].isupper())


def label(iri: Iri, claim: Claim, knowledge: Knowledge) -> str:
    """Give the words for a thing of a claim."""
    return claim.labels.get(iri) or knowledge.name(iri)


def is_unstated(iri: Iri) -> bool:
    """Tell whether an id stands for a role that the words leave open, or fill with a pronoun."""
    return iri.endswith((UNSTATED, *PRONOUNS))


def _fit_unstated(first: Iri, second: Iri, claims: tuple[Claim, Claim], knowledge: Knowledge) -> Fitted:
    if is_unstated(first) and is_unstated(second):
        asked = "who" if first == claims[0].subject else "of what"
        return Fitted(Fit.UNSAID, 0.75, f"neither says {asked}")
    if is_unstated(second):
        return Fitted(Fit.VAGUER, 0.75, f"it does not name {label(first, claims[0], knowledge)}")
    return Fitted(Fit.SHARPER, 0.75, f"only it names {label(second, claims[1], knowledge)}")


def _fit_unknown(first: Iri, second: Iri, names: tuple[str, str], knowledge: Knowledge) -> Fitted:
    """Fit two things of which the data know one at most."""
    one, other = names
    if first in knowledge.places and _is_spot_in(other, one):
        return Fitted(Fit.PART, 0.8, f"“{other}” is in {one}")
    if second in knowledge.places and _is_spot_in(one, other):
        return Fitted(Fit.WHOLE, 0.8, f"“{one}” is in {other}")
    fitted = _fit_words(one, other, open_to=knowledge.knows(first) or knowledge.knows(second))
    if fitted.fit is Fit.SAME:
        return fitted
    return _fit_sides(first, second, names, knowledge) or replace(
        fitted, named=_are_two_names(first, second, names, knowledge)
    )


def _are_two_names(first: Iri, second: Iri, names: tuple[str, str], knowledge: Knowledge) -> bool:
    """Tell whether two things have names without a word in common."""
    one, other = (
        name_of(knowledge.name(iri) if knowledge.knows(iri) else name)
        for iri, name in zip((first, second), names, strict=True)
    )
    return bool(one and other) and one.isdisjoint(other)


def _is_spot_in(phrase: str, place: str) -> bool:
    """Tell whether a phrase names something by the place it is in: "the Vell bridge", not "Vell district"."""
    rest = set(stems(phrase)) - set(stems(place))
    return set(stems(place)) < set(stems(phrase)) and not rest <= _PLACE_WORDS


_PLACE_WORDS = frozenset(stems(" ".join(PLACE_WORDS)))


def _fit_words(one: str, other: str, *, open_to: bool) -> Fitted:
    alike = label_similarity(one, other)
    if alike >= ALIKE:
        return Fitted(Fit.SAME, alike, f"“{other}” reads like “{one}”" if alike < 1 else "")
    if is_role_of(one, other) or is_role_of(other, one):
        return Fitted(Fit.SAME, 0.85, f"“{other}” and “{one}” are people")
    if is_kind_of(one, other):
        return Fitted(Fit.PART, 0.85, f"{other} are {one}")
    if is_kind_of(other, one):
        return Fitted(Fit.WHOLE, 0.85, f"{one} are {other}")
    if open_to:
        return Fitted(Fit.OPEN, 0.6, f"it is not known whether “{other}” is {one}")
    return Fitted(Fit.DIFFERENT, alike, f"“{other}” is not “{one}”")


def _fit_places(first: Iri, second: Iri, names: tuple[str, str], knowledge: Knowledge) -> Fitted:
    if knowledge.within(second, first):
        return Fitted(Fit.PART, 0.9, f"{names[1]} is part of the place {names[0]}")
    if knowledge.within(first, second):
        return Fitted(Fit.WHOLE, 0.9, f"{names[0]} is part of the place {names[1]}")
    return Fitted(Fit.DIFFERENT, 0.0, f"another place: {names[1]}, not {names[0]}")


def _fit_actors(first: Iri, second: Iri, names: tuple[str, str], knowledge: Knowledge) -> Fitted:
    if knowledge.belongs(second, first):
        return Fitted(Fit.PART, 0.95, f"{names[1]} belongs to {names[0]}")
    if knowledge.belongs(first, second):
        return Fitted(Fit.WHOLE, 0.85, f"{names[0]} belongs to {names[1]}")
    inferred = first in knowledge.inferred or second in knowledge.inferred
    if inferred and (alike := _fit_words(*names, open_to=False)).fit is Fit.SAME:
        return alike
    if fitted := _fit_sides(first, second, names, knowledge):
        return fitted
    if knowledge.party(first) is None or knowledge.party(second) is None:
        return _fit_words(*names, open_to=False)
    return Fitted(Fit.DIFFERENT, 0.0, f"{names[1]} is not {names[0]}")


def _fit_sides(first: Iri, second: Iri, names: tuple[str, str], knowledge: Knowledge) -> Fitted | None:
    one, other = (
        knowledge.party(iri) or knowledge.party_by_name(name) for iri, name in zip((first, second), names, strict=True)
    )
    if knowledge.are_opposed(one, other):
        return Fitted(Fit.OPPOSED, 0.9, f"{names[1]} is opposed to {names[0]}")
    side = knowledge.side(one)
    if side is not None and side == knowledge.side(other):
        return Fitted(Fit.ALLIED, 0.8, f"{names[1]} and {names[0]} are of one side, {knowledge.name(side)}")
    return None
