"""Tells the sides of actors that no entities file places, by their names and by who is said to fight whom.

The bodies of one state are one side: "Vellian army", "Vellian troops", and "the army" of the state that is spoken of
most; so is what such a body acts on behalf of. Whoever is said to fight a side, or to lose what it gains, opposes it.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.corroborate.knowledge import Knowledge
from kg.corroborate.rivals import enemies, rivals
from kg.corroborate.states import States
from kg.iris import Minter
from kg.model import AgentKind, Claim, Decision, Iri
from kg.resolve import lists
from kg.resolve.named import IDLE
from kg.resolve.spelling import is_initials, words_of

OFFICES, HEADS, REBELS = lists.sides("offices"), lists.sides("heads"), lists.sides("rebels")
ENOUGH = 2  # claims by which two sides are known to fight each other


@dataclass(frozen=True, slots=True)
class Actor:
    """Something that claims name in a role, with its words and how often."""

    id: Iri
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Told:
    """That an actor is of a side, or that two sides are opposed, with how sure that is, why, and the side's name."""

    left: Iri
    right: Iri
    decision: Decision
    score: float
    reason: str
    name: str = ""


def tell(knowledge: Knowledge, claims: Mapping[Iri, Claim], minter: Minter) -> Iterator[Told]:
    """Give the sides that names and claims tell, beyond those that are known."""
    actors = {actor.id: actor for actor in actors_of(knowledge, claims)}
    states = States((actor.name, actor.count) for actor in actors.values())
    sides = dict(_sides(actors.values(), knowledge, states))
    sides = {**_above(sides, knowledge), **sides}
    words = {word for name in knowledge.names.values() for word in name.split()}
    bodies = {actor.id for actor in actors.values() if _is_named_body(actor.name, words)}
    fights = rivals(claims.values(), sides, bodies, knowledge)
    opposed = {pair: fights[pair] for pair in enemies(fights, ENOUGH)}
    for pair in opposed:
        sides |= {Iri(name): name for name in pair if name in knowledge.agents or name in actors}
    of_rebels = _main_enemy(fights)
    if "rebels" in sides.values() and not of_rebels and states.main:
        opposed.setdefault(frozenset(("rebels", f"state {states.main}")), 0)
    meant = {side: of_rebels if side == "rebels" and of_rebels else side for side in {*sides.values()}}
    party = {side: _party(meant[side], knowledge, minter) for side in meant}
    best = sorted(sides, key=lambda name: (_rank(name, actors, knowledge), name))
    called = {party[sides[name]]: _name(name, actors, knowledge) for name in best}
    for name, side in sorted(sides.items()):
        if knowledge.party(name) is None:
            score, reason = _why_of(_name(name, actors, knowledge), side, states)
            yield Told(name, party[side], Decision.MEMBER_OF, score, reason, called[party[side]])
    for pair, number in sorted(opposed.items(), key=lambda each: sorted(each[0])):
        if party.keys() >= pair and len(found := sorted({party[side] for side in pair})) > 1:
            yield Told(found[0], found[1], Decision.OPPOSED_TO, *_why_opposed(number))


def _why_of(name: str, side: str, states: States) -> tuple[float, str]:
    """Say how sure it is, from 0 to 1, that an actor is of a side, and why."""
    told = states.side(name)
    if told == side == f"state {states.country(name)}":
        return 0.9, "its name says of which state it is"
    if told == side:
        return 0.7, "its name says what it is; of those that may be meant, this one is spoken of most"
    if side.startswith("state ") or side == "rebels":
        return 0.6, "by its office, or by the bodies that act on its behalf"
    return 0.7, "claims tell whom it fights"


def _why_opposed(number: int) -> tuple[float, str]:
    """Say how sure it is that two sides are opposed which so many claims oppose, and why."""
    if not number:
        return 0.5, "rebels fight the state that is spoken of most"
    reason = f"by {number} claims they fight or contend, or one loses what the other gains"
    return round(number / (number + 1), 2), reason


def _rank(name: Iri, actors: Mapping[Iri, Actor], knowledge: Knowledge) -> tuple[bool, int]:
    """Say how well something lends its name to its side: the last of all does."""
    return _name(name, actors, knowledge)[:1].isupper(), actors[name].count if name in actors else -1


def actors_of(knowledge: Knowledge, claims: Mapping[Iri, Claim]) -> Iterator[Actor]:
    """Give what may be of a side: bodies, groups, and what claims speak of that is no place."""
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
        heard = known is not None and (known.named or known.kind is AgentKind.GROUP)
        if not placed and (known is None or (heard and known.kind is not AgentKind.PERSON)):
            yield Actor(name, names[name], counts[name])


def _is_named_body(name: str, others: Container[str]) -> bool:
    """Whether words are surely a name of somebody who may be a side: "Meridian Front", "MRF"; not "Tunnels", "VELL"."""
    words = name.split()
    capital = all(word[:1].isupper() or word in IDLE for word in words)
    return capital and (len(words) > 1 or (is_initials(name) and name.title() not in others))


def _sides(actors: Iterable[Actor], knowledge: Knowledge, states: States) -> Iterator[tuple[Iri, str]]:
    """Give the side of each actor whose name tells one, or whom people placed."""
    for actor in actors:
        if party := knowledge.party(actor.id):
            yield actor.id, party
        elif side := states.side(actor.name):
            yield actor.id, side
    for agent in knowledge.agents.values():
        alone = knowledge.party(agent.id) is None and agent.acted_on_behalf_of is None
        if agent.kind is AgentKind.PERSON and alone and (side := _side_of_role(agent.role or "", states)):
            yield agent.id, side


def _side_of_role(role: str, states: States) -> str:
    words = {*words_of(role), *role.lower().replace(".", "").split()}
    if not REBELS.isdisjoint(words):
        return "rebels"
    serves = not OFFICES.isdisjoint(words) or role.lower() in HEADS
    return f"state {states.country(role) or states.main}" if serves else ""


def _above(sides: Mapping[Iri, str], knowledge: Knowledge) -> Mapping[Iri, str]:
    """Give the sides of bodies that the bodies of a state act on behalf of, by which most of them are."""
    found: dict[Iri, Counter[str]] = defaultdict(Counter)
    for agent in knowledge.agents.values():
        side = sides.get(agent.id, "")
        if agent.kind is not AgentKind.PERSON and side.startswith("state "):
            for above in knowledge.organisations(agent.id):
                found[above][side] += 1
    return {above: max(named, key=lambda side: (named[side], side)) for above, named in found.items()}


def _main_enemy(fights: Mapping[frozenset[str], int]) -> str:
    """Give the side that fights a state most."""
    found = Counter[str]()
    for pair, number in fights.items():
        for side in pair:
            if number >= ENOUGH and side != "rebels" and any(other.startswith("state ") for other in pair - {side}):
                found[side] += number
    return max(found, key=lambda side: (found[side], side), default="")


def _name(name: Iri, actors: Mapping[Iri, Actor], knowledge: Knowledge) -> str:
    return actors[name].name if name in actors else knowledge.name(name)


def _party(side: str, knowledge: Knowledge, minter: Minter) -> Iri:
    return Iri(side) if side in knowledge.parties else minter.hashed("party", side)
