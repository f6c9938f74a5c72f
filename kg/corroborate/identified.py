"""Reads what a graph says with one thing for all that are judged the same."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.corroborate.testimony import Testimony
from kg.model import Agent, AgentKind, Claim, Iri
from kg.resolve.identity import Identity


def testimony_of(testimony: Testimony, identity: Identity) -> Testimony:
    """Lay a testimony and its chain to those who stand for all that are the same."""
    names = (testimony.agent, testimony.publisher, *testimony.credits, *testimony.via)
    once = all(len({*chain}) == len(chain) for chain in (testimony.via, testimony.credits))
    if once and all(name is None or identity.of(name) == name for name in names):
        return testimony
    return replace(
        testimony,
        agent=identity.of(testimony.agent) if testimony.agent else None,
        publisher=identity.of(testimony.publisher) if testimony.publisher else None,
        credits=tuple(dict.fromkeys(map(identity.of, testimony.credits))),
        via=tuple(dict.fromkeys(map(identity.of, testimony.via))),
    )


def claim_of(claim: Claim, identity: Identity) -> Claim:
    """Write a claim with those that stand for what it names; its own words stay beside them."""
    roles = (claim.subject, claim.object, *((claim.place,) if claim.place else ()))
    if all(identity.of(name) == name for name in roles):
        return claim
    labels = {identity.of(name): words for name in reversed(roles) if (words := claim.labels.get(name))}
    return replace(
        claim,
        subject=identity.of(claim.subject),
        object=identity.of(claim.object),
        place=identity.of(claim.place) if claim.place else None,
        labels={**claim.labels, **labels},
    )


def agents_of(agents: Iterable[Agent], identity: Identity) -> dict[Iri, Agent]:
    """Give each agent with what is known of all that are the same as it."""
    groups: dict[Iri, list[Agent]] = {}
    for agent in sorted(agents, key=lambda agent: agent.id):
        groups.setdefault(identity.of(agent.id), []).append(agent)
    return {name: _as_one(name, group, identity) for name, group in groups.items()}


def _as_one(name: Iri, group: Sequence[Agent], identity: Identity) -> Agent:
    first, *others = sorted(group, key=lambda agent: (agent.id != name, agent.id))
    everything = (first, *others)
    above = (identity.of(each.acted_on_behalf_of) for each in everything if each.acted_on_behalf_of)
    return replace(
        first,
        id=name,
        kind=next((each.kind for each in everything if each.kind is not AgentKind.UNKNOWN), first.kind),
        party=next((each.party for each in everything if each.party), None),
        acted_on_behalf_of=next((each for each in above if each != name), None),
        role=next((each.role for each in everything if each.role), None),
    )
