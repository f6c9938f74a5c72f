"""What is known of the world that claims are about: sides, organisations, places and relations."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import networkx as nx

from kg.corroborate.alignment import Alignment, align
from kg.corroborate.words import stems
from kg.model import Agent, AgentKind, Iri, Relation


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """Answers who belongs to whom, who is opposed to whom and what lies where."""

    relations: Mapping[Iri, Relation] = field(default_factory=dict)
    agents: Mapping[Iri, Agent] = field(default_factory=dict)
    opposed: frozenset[frozenset[Iri]] = frozenset()  # pairs of parties
    parties: frozenset[Iri] = frozenset()
    places: frozenset[Iri] = frozenset()
    part_of: Mapping[Iri, tuple[Iri, ...]] = field(default_factory=dict)  # places, known or only by words
    names: Mapping[Iri, str] = field(default_factory=dict)
    inferred: Mapping[Iri, Iri] = field(default_factory=dict)  # sides of actors that nobody wrote down
    aligned: dict[tuple[Iri, Iri], Alignment] = field(init=False, default_factory=dict, repr=False, compare=False)
    party_by_name: Callable[[str], Iri | None] = field(default=lambda _: None, compare=False)  # of others, as a rule

    def name(self, iri: Iri | None) -> str:
        """Give the preferred name of a thing, or the last part of its IRI."""
        if iri is None:
            return "unknown"
        return self.names.get(iri) or iri.rsplit("/", 1)[-1]

    def knows(self, iri: Iri) -> bool:
        """Tell whether an IRI stands for a thing that the data know, not only for some words."""
        return iri in self.agents or iri in self.parties or iri in self.places

    def organisations(self, agent: Iri) -> Iterator[Iri]:
        """Give those that an agent acts on behalf of, nearest first."""
        seen = {agent}
        while (known := self.agents.get(agent)) and (above := known.acted_on_behalf_of) and above not in seen:
            yield above
            seen.add(above)
            agent = above

    def party(self, iri: Iri | None) -> Iri | None:
        """Give the party of an agent, its own or its organisation's; a party is its own."""
        if iri is None or iri in self.parties:
            return iri
        for agent in (iri, *self.organisations(iri)):
            if agent in self.parties:
                return agent
            known = self.agents.get(agent)
            if known and known.party:
                return known.party
            if agent in self.inferred:
                return self.inferred[agent]
        return None

    def side(self, iri: Iri | None) -> Iri | None:
        """Give the party of an agent if that party speaks with one voice; "the press" does not."""
        party = self.party(iri)
        return None if party in self._loose else party

    @cached_property
    def _loose(self) -> frozenset[Iri]:
        """Parties that oppose nobody and whose organisations are all news outlets."""
        members: dict[Iri, list[AgentKind]] = {}
        for agent in self.agents.values():
            if agent.party and agent.named:
                members.setdefault(agent.party, []).append(agent.kind)
        sides = frozenset().union(*self.opposed)
        return frozenset(
            party
            for party, kinds in members.items()
            if party not in sides
            and AgentKind.OUTLET in kinds
            and not {AgentKind.ORGANIZATION, AgentKind.GROUP} & set(kinds)
        )

    def are_opposed(self, one: Iri | None, other: Iri | None) -> bool:
        """Tell whether two agents or parties stand on opposed sides."""
        parties = {self.party(one), self.party(other)} - {None}
        return len(parties) == 2 and frozenset(parties) in self.opposed

    def belongs(self, part: Iri, whole: Iri) -> bool:
        """Tell whether an agent is, acts on behalf of, or is of the party of another."""
        return (
            part == whole or whole in self.organisations(part) or (whole in self.parties and self.party(part) == whole)
        )

    def within(self, place: Iri, whole: Iri) -> bool:
        """Tell whether a place is, or lies in, another."""
        return place == whole or whole in self.wholes(place)

    def wholes(self, place: Iri) -> Iterator[Iri]:
        """Give the places that a place lies in, nearest first."""
        return wholes(self.part_of, place)

    def exclusive(self, relation: Iri) -> bool:
        """Tell whether only one side can stand in a relation to a thing at one time: it holds it, took it, lost it."""
        return relation in self._exclusive

    @cached_property
    def _exclusive(self) -> frozenset[Iri]:
        functional = [relation for relation in self.relations.values() if relation.functional]
        found = {name for relation in functional for name in (relation.id, *relation.entails)}
        known = (self.relations.get(name) for name in found)
        return frozenset(found | {relation.inverse for relation in known if relation and relation.inverse})

    def somewhere_in(self, relation: Iri) -> bool:
        """Tell whether a relation to a place is one to a spot in it: the weakest of a scale, as entering is."""
        known = self.relations.get(relation)
        return known is not None and known.strength == 1 and not known.functional

    def verbs(self, relation: Iri) -> frozenset[str]:
        """Give the stems of the single words that express a relation by themselves."""
        return self._verbs.get(relation, frozenset())

    @cached_property
    def _verbs(self) -> Mapping[Iri, frozenset[str]]:
        return {name: frozenset(_single_words(relation)) for name, relation in self.relations.items()}

    def align(self, first: Relation, second: Relation) -> Alignment:
        """Say how the second of two known relations stands to the first."""
        pair = first.id, second.id
        if pair not in self.aligned:
            self.aligned[pair] = align(first, second, self.relations)
        return self.aligned[pair]

    def topic(self, relation: Iri) -> str | None:
        """Name the families that the logic of a relation links it to; None where the relation is unknown."""
        return self._topics.get(relation)

    @cached_property
    def _topics(self) -> Mapping[Iri, str]:
        linked: nx.Graph[str] = nx.Graph()
        for relation in self.relations.values():
            others = (*relation.entails, *relation.contradicts, *([relation.inverse] if relation.inverse else []))
            linked.add_edge(relation.id, f"family {relation.family}")
            linked.add_edges_from((relation.id, other) for other in others)
        groups = ((min(group), group) for group in nx.connected_components(linked))
        return {Iri(name): topic for topic, group in groups for name in group}


def _single_words(relation: Relation) -> Iterator[str]:
    for pattern in (*relation.patterns, *relation.nominals):
        word = pattern.partition("|")[0].strip()
        if word.isalpha():
            yield from stems(word)


def wholes(part_of: Mapping[Iri, tuple[Iri, ...]], place: Iri) -> Iterator[Iri]:
    """Give the places around a place, nearest first, by those that each lies in directly."""
    seen, waiting = {place}, [place]
    while waiting:
        for above in part_of.get(waiting.pop(0), ()):
            if above not in seen:
                yield above
                seen.add(above)
                waiting.append(above)
