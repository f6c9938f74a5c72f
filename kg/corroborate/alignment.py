"""Compares two relations by the logic that `ontology/relations.ttl` gives them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Iri, Relation


class Link(StrEnum):
    """How a second relation stands to the first."""

    SAME = "same"
    STRONGER = "stronger"  # the second entails the first
    WEAKER = "weaker"  # the first entails the second
    OPPOSITE = "opposite"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a second relation stands to the first, and whether it is told of the other side.

    "A took it" and "B lost it" are one; "A took it" and "B kept them out" are opposites.
    """

    link: Link
    mirrored: bool = False
    reason: str = ""


def align(first: Relation, second: Relation, relations: Mapping[Iri, Relation]) -> Alignment:
    """Say how the second relation stands to the first."""
    if first.id == second.id:
        return Alignment(Link.SAME)
    if _exclude(first, second, relations):
        return Alignment(
            Link.OPPOSITE, _favour(first) * _favour(second) > 0, f"“{second.name}” contradicts “{first.name}”"
        )
    if second.id == first.inverse or first.id == second.inverse:
        return Alignment(Link.SAME, True, f"“{second.name}” is “{first.name}” told from the other side")
    return _by_implication(first, second, relations) or _by_strength(first, second)


def _exclude(first: Relation, second: Relation, relations: Mapping[Iri, Relation]) -> bool:
    """Tell whether one relation contradicts the other.

    What favours no side, as a fight that goes on, contradicts also what says the same as one that it contradicts.
    """
    if second.id in first.contradicts or first.id in second.contradicts:
        return True
    if second.gains or second.loses:
        return False
    twins = (relations[name] for name in first.entails if name in relations)
    return any(twin.id in second.contradicts and first.id in twin.entails for twin in twins)


def _by_implication(first: Relation, second: Relation, relations: Mapping[Iri, Relation]) -> Alignment | None:
    there, back = first.id in implied(second, relations), second.id in implied(first, relations)
    turned = mirrored(first, second)
    if there and back:
        return Alignment(Link.SAME, turned, f"“{second.name}” and “{first.name}” entail each other")
    if there:
        return Alignment(Link.STRONGER, turned, f"“{second.name}” entails “{first.name}”")
    if back:
        return Alignment(Link.WEAKER, turned, f"“{first.name}” entails “{second.name}”")
    return None


def mirrored(first: Relation, second: Relation) -> bool:
    """Tell whether what is gain for the subject of one is loss for the subject of the other."""
    return _favour(first) * _favour(second) < 0


def implied(relation: Relation, relations: Mapping[Iri, Relation]) -> set[Iri]:
    """Give all relations that follow from one, or from the same told from the other side."""
    found: set[Iri] = set()
    waiting = _next(relation)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _next(relations[name]) if name in relations else []
    return found


def _next(relation: Relation) -> list[Iri]:
    return [*relation.entails, *([relation.inverse] if relation.inverse else [])]


def _favour(relation: Relation) -> int:
    """Give 1 where the subject gains, -1 where it loses, 0 where nothing is said of it."""
    return (relation.gains == "subject") - (relation.loses == "subject")


def _by_strength(first: Relation, second: Relation) -> Alignment:
    turned = mirrored(first, second)
    if first.family != second.family or not (first.strength and second.strength):
        return Alignment(Link.NONE, turned, f"“{second.name}” says something else than “{first.name}”")
    if first.strength == second.strength:
        return Alignment(Link.SAME, turned, f"“{second.name}” is as strong as “{first.name}”")
    if second.strength > first.strength:
        return Alignment(Link.STRONGER, turned, f"“{second.name}” is stronger than “{first.name}”")
    return Alignment(Link.WEAKER, turned, f"“{second.name}” is weaker than “{first.name}”")
