"""Tells the sides of actors that no entities file places, by their names and by who is said to fight whom.

The bodies of one state are one side: "Vellian army", "Vellian troops", and "the army" of the state that is spoken of
most. Whoever is said to fight a side, or to lose what it gains, opposes it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.corroborate.knowledge import Knowledge
from kg.iris import Minter
from kg.model import AgentKind, Claim, Iri
from kg.resolve import lists
from kg.resolve.named import ADJECTIVES
from kg.resolve.spelling import words_of

STATE, REBELS, NO_COUNTRY = lists.sides("state"), lists.sides("rebels"), lists.sides("no_country")
OFFICES = lists.sides("offices")
LONGEST = 4  # words of the name of a state's body
ENOUGH = 2  # claims by which two sides are known to fight each other


@dataclass(frozen=True, slots=True)
class Actor:
    """Something that claims name in a role, with its words and how often."""

    id: Iri
    name: str
    count: int


def with_factions(knowledge: Knowledge, claims: Mapping[Iri, Claim], minter: Minter) -> Knowledge:
    """Add to what is known the sides that names and claims tell, unless people wrote down who is opposed to whom."""
    if knowledge.opposed:
        return knowledge
    actors = {actor.id: actor for actor in _actors(knowledge, claims)}
    sides = dict(_sides(actors.values(), knowledge))
    fights = _fights(claims.values(), sides, actors, knowledge)
    opposed = {pair for pair, number in fights.items() if number >= ENOUGH}
    for pair in opposed:
        sides |= {Iri(name): name for name in pair if name in actors}
    of_rebels = _main_enemy(fights)
    parties = {
        name: _party(of_rebels if side == "rebels" and of_rebels else side, knowledge, minter)
        for name, side in sides.items()
    }
    named = {_party(side, knowledge, minter): _name(name, actors, knowledge) for name, side in sorted(sides.items())}
    pairs = {frozenset(_party(side, knowledge, minter) for side in pair) for pair in opposed}
    main = _main_state(actors.values())
    of_side = {side: _party(side, knowledge, minter) for side in sides.values() if side.startswith("state ")}
    of_side |= {"rebels": _party(of_rebels, knowledge, minter)} if of_rebels else {}
    return replace(
        knowledge,
        party_by_name=lambda name: of_side.get(_side_by_name(name, main)),
        inferred={name: party for name, party in parties.items() if knowledge.party(name) is None},
        parties=knowledge.parties | {*parties.values()},
        opposed=knowledge.opposed | {pair for pair in pairs if len(pair) > 1},
        names={**named, **knowledge.names},
    )


def _actors(knowledge: Knowledge, claims: Mapping[Iri, Claim]) -> Iterator[Actor]:
    counts: Counter[Iri] = Counter()
    names: dict[Iri, str] = {}
    for claim in claims.values():
        for role in (claim.subject, claim.object):
            counts[role] += 1
            names.setdefault(role, knowledge.names.get(role) or claim.labels.get(role, ""))
    for agent in knowledge.agents.values():
        names.setdefault(agent.id, agent.name)
    for name in sorted(names):
        known = knowledge.agents.get(name)
        placed = name in knowledge.places or name in knowledge.parties
        if not placed and (known is None or (known.named and known.kind is not AgentKind.PERSON)):
            yield Actor(name, names[name], counts[name])


def _sides(actors: Iterable[Actor], knowledge: Knowledge) -> Iterator[tuple[Iri, str]]:
    """Give the side of each actor whose name tells one, or whom people placed."""
    found = list(actors)
    main = _main_state(found)
    for actor in found:
        if party := knowledge.party(actor.id):
            yield actor.id, party
        elif side := _side_by_name(actor.name, main):
            yield actor.id, side
    for agent in knowledge.agents.values():
        office = set(words_of(agent.role or "")) | set((agent.role or "").lower().replace(".", "").split())
        alone = knowledge.party(agent.id) is None and agent.acted_on_behalf_of is None
        if agent.kind is AgentKind.PERSON and alone and office & OFFICES:
            yield agent.id, f"state {country(agent.role or '') or main}"


def _main_state(actors: Iterable[Actor]) -> str:
    """Give the country whose bodies are spoken of most."""
    states = Counter[str]()
    for actor in actors:
        states[country(actor.name)] += actor.count + 1
    return max(((count, name) for name, count in states.items() if name), default=(0, ""))[1]


def _side_by_name(name: str, main: str) -> str:
    """Give the side that the words of a name tell; "" where they tell none."""
    words = words_of(name)
    if words and (country(name) or (words[-1] in STATE and len(words) <= LONGEST)):
        return f"state {country(name) or main}"
    return "rebels" if words and words[-1] in REBELS and len(words) == 1 else ""


def country(name: str) -> str:
    """Give the country that the name of a state's body begins with; "" where it names none.

    >>> country("Vellian army"), country("River Police"), country("the army"), country("Orski security forces")
    ('vell', '', '', 'orsk')
    """
    words = [word for word in name.split() if word.lower() != "the"]
    if len(words) < 2 or not words[0][:1].isupper() or not {*words_of(name)} & STATE:
        return ""
    first = words[0].lower().removesuffix("'s").removesuffix("’s")
    if first in NO_COUNTRY:
        return ""
    ending = next((each for each in ADJECTIVES if first.endswith(each)), "")
    return first.removesuffix(ending) if ending else first if first.replace(".", "") in {"us", "uk"} else ""


def _fights(
    claims: Iterable[Claim], sides: Mapping[Iri, str], actors: Mapping[Iri, Actor], knowledge: Knowledge
) -> Counter[frozenset[str]]:
    """Count the claims by which two sides fight: one harms the other, or gains what the other loses."""
    found: Counter[frozenset[str]] = Counter()
    gained: dict[Iri, Counter[str]] = defaultdict(Counter)
    lost: dict[Iri, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        relation = knowledge.relations.get(claim.predicate)
        if relation is None or claim.subject not in actors:
            continue
        side = sides.get(claim.subject, claim.subject)
        other = sides.get(claim.object, claim.object)
        if relation.loses == "object" and claim.object in sides:
            found[frozenset((side, other))] += 1
        if relation.gains == "subject":
            gained[claim.object][side] += 1
        if relation.loses == "subject":
            lost[claim.object][side] += 1
    for thing, sides_of in gained.items():
        for side, number in sides_of.items():
            for other, times in lost[thing].items():
                found[frozenset((side, other))] += min(number, times)
    return Counter({pair: n for pair, n in found.items() if len(pair) > 1 and not any(map(_is_vague, pair))})


def _is_vague(side: str) -> bool:
    return side.endswith("/unstated") or side == "rebels"


def _main_enemy(fights: Counter[frozenset[str]]) -> str:
    """Give the side that fights a state most."""
    found = Counter[str]()
    for pair, number in fights.items():
        for side in pair:
            if number >= ENOUGH and any(other.startswith("state ") for other in pair - {side}):
                found[side] += number
    return max(found, key=lambda side: (found[side], side), default="")


def _name(name: Iri, actors: Mapping[Iri, Actor], knowledge: Knowledge) -> str:
    return actors[name].name if name in actors else knowledge.name(name)


def _party(side: str, knowledge: Knowledge, minter: Minter) -> Iri:
    return Iri(side) if side in knowledge.parties else minter.hashed("party", side)
