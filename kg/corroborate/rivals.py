"""Counts by which claims two sides are opposed: they fight or contend, one harms the other, or gains what it loses."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

from kg.corroborate.knowledge import Knowledge
from kg.model import Claim, Iri, Relation

_Thing = tuple[Iri, str | None]  # what is gained or lost, and in what sense: held, visited, voted for
FIGHTING = frozenset({"fighting", "opposition"})  # families of relations between those who fight or contend


def rivals(
    claims: Iterable[Claim], sides: Mapping[Iri, str], bodies: Container[Iri], knowledge: Knowledge
) -> Mapping[frozenset[str], int]:
    """Give the pairs of sides that claims oppose, and how many do; `bodies` may be sides though nobody hears them."""
    found: Counter[frozenset[str]] = Counter()
    gained: dict[_Thing, Counter[str]] = defaultdict(Counter)
    lost: dict[_Thing, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        relation = knowledge.relations.get(claim.predicate)
        side = _side(claim.subject, sides, bodies, knowledge)
        if relation is None or not side:
            continue
        if (other := _side(claim.object, sides, bodies, knowledge)) and _is_hostile(relation):
            found[frozenset((side, other))] += 1
        thing = claim.object, knowledge.topic(relation.id)
        if relation.gains == "subject":
            gained[thing][side] += 1
        if relation.loses == "subject":
            lost[thing][side] += 1
    found.update(_exchanged(gained, lost))
    return {pair: number for pair, number in found.items() if len(pair) > 1}


def _is_hostile(relation: Relation) -> bool:
    return relation.loses in {"object", "counterpart"} or relation.family in FIGHTING


def _exchanged(gained: Mapping[_Thing, Counter[str]], lost: Mapping[_Thing, Counter[str]]) -> Iterator[frozenset[str]]:
    for thing, gainers in gained.items():
        for side, number in gainers.items():
            for other, times in lost.get(thing, Counter[str]()).items():
                yield from [frozenset((side, other))] * min(number, times)


def _side(name: Iri, sides: Mapping[Iri, str], bodies: Container[Iri], knowledge: Knowledge) -> str:
    """Give the side of whom a claim names, or else the body that it speaks for in the end, or itself."""
    if name in sides:
        return sides[name]
    if (agent := knowledge.agents.get(name)) is None:
        return name if name in bodies else ""
    above = next((each for each in knowledge.organisations(name) if each in sides), None)
    if above:
        return sides[above]
    return [name, *knowledge.organisations(name)][-1] if agent.named else ""


def enemies(counted: Mapping[frozenset[str], int], enough: int) -> Iterator[frozenset[str]]:
    """Give the pairs that enough claims oppose, the surest first; who has one enemy is not at war with each other."""
    against: dict[str, set[str]] = defaultdict(set)
    for pair in sorted(counted, key=lambda pair: (-counted[pair], sorted(pair))):
        one, other = sorted(pair)
        if counted[pair] >= enough and against[one].isdisjoint(against[other]):
            against[one].add(other)
            against[other].add(one)
            yield pair
