"""From mentions to agents: who a name in one document stands for, and whose side that is."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.iris import Minter
from kg.model import Agent, AgentKind, Decision, Entity, Iri, Judgement, Mention
from kg.resolve.bodies import body_of, spoken_for
from kg.resolve.definitions import Definition
from kg.resolve.names import Match, Names
from kg.resolve.spelling import normalise

ACTORS = ("agent", "party")
DEFINED = "rule:defined-in-text"


@dataclass(frozen=True, slots=True)
class Known:
    """A mention after resolution: the agent as written, the one it stands for, and that one's party."""

    mentioned_as: Iri
    agent: Iri
    name: str
    party: Iri | None


@dataclass(slots=True)
class Agents:
    """The agents of one document, made as its mentions are read."""

    names: Names
    entities: dict[Iri, Entity]
    minter: Minter
    document: Iri
    heard: tuple[str, ...] = ()  # names of the bodies that are sources of the document
    agents: dict[Iri, Agent] = field(default_factory=dict)
    judgements: dict[Iri, Judgement] = field(default_factory=dict)

    def know(self, mention: Mention) -> Known:
        """Give the agent that a mention stands for; the mention is kept as an agent of its own."""
        match = self.names.find(mention.name, ACTORS, loose=mention.named) if mention.named else None
        above = None if match else self._above(mention) or self._organization(mention)
        party = self.party_of(match.entity.id if match else above)
        parts = (normalise(mention.name),) if mention.named else (self.document, normalise(mention.name))
        agent = Agent(
            id=self.minter.hashed("agent", *parts), name=mention.name, kind=mention.kind, named=mention.named,
            party=None if match else party, acted_on_behalf_of=above, role=mention.role,
        )  # fmt: skip
        self._add(agent)
        if match is None:
            return Known(agent.id, agent.id, agent.name, party)
        self._judge(agent.id, match)
        return Known(agent.id, match.entity.id, match.entity.name, party)

    def identified(self, mention: Mention, same_as: str) -> Known:
        """Give the agent that others know by an IRI, whatever it is called; one entity's at most."""
        agent = Agent(id=self.minter.hashed("agent", same_as), name=mention.name, kind=mention.kind)
        self._add(agent)
        for entity in sorted(self.entities.values(), key=lambda each: each.id):
            if same_as in entity.same_as and entity.type in ACTORS:
                reason = f"{entity.name} is {same_as}"
                self._judge(agent.id, Match(entity, 1.0, "rule:same-identifier", reason))
                return Known(agent.id, entity.id, entity.name, self.party_of(entity.id))
        return Known(agent.id, agent.id, agent.name, None)

    def given(self, mention: Mention, name: Iri) -> Known:
        """Give the agent of the graph with this id."""
        self._add(Agent(id=name, name=mention.name, kind=mention.kind, named=mention.named))
        return Known(name, name, mention.name, self.party_of(name))

    def _add(self, agent: Agent) -> None:
        """Keep an agent; a later mention of it adds what the first left open."""
        old = self.agents.get(agent.id)
        if old is None:
            self.agents[agent.id] = agent
            return
        kind = agent.kind if old.kind is AgentKind.UNKNOWN else old.kind
        self.agents[agent.id] = Agent(
            id=old.id, name=old.name, kind=kind, named=old.named, party=old.party or agent.party,
            acted_on_behalf_of=old.acted_on_behalf_of or agent.acted_on_behalf_of, role=old.role or agent.role,
        )  # fmt: skip

    def _above(self, mention: Mention) -> Iri | None:
        """Give the known organisation that someone speaks for, by what the text says of them."""
        described = () if mention.named else (mention.name,)
        for words in filter(None, (mention.organization, mention.role, *described)):
            found = self.names.find(words, ACTORS, loose=words == mention.organization) or self.names.within(
                words, ACTORS
            )
            if found:
                return found.entity.id
        return None

    def _organization(self, mention: Mention) -> Iri | None:
        """Give the organisation that someone speaks for by the text, as an agent as named."""
        body = body_of(mention)
        name = body or spoken_for(mention, self.heard)
        if name is None or normalise(name) == normalise(mention.name):
            return None
        kind = AgentKind.ORGANIZATION if body or name in self.heard else AgentKind.UNKNOWN
        return self.know(Mention(name=name, kind=kind)).agent

    def define(self, definition: Definition) -> None:
        """Judge the two names that the document itself calls one to be one."""
        names = definition.long, definition.short
        left, right = (self.know(Mention(name=name)).mentioned_as for name in names)
        if left != right:
            reason = f"the text says “{definition.words}”"
            judgement = Judgement(
                id=self.minter.hashed("judgement", left, right, Decision.SAME, DEFINED, self.document), left=left,
                right=right, decision=Decision.SAME, maker=DEFINED, score=0.97, reason=reason, document=self.document,
            )  # fmt: skip
            self.judgements[judgement.id] = judgement

    def party_of(self, agent: Iri | None) -> Iri | None:
        """Give the party of an entity, its own or that of whom it acts for; a party is its own."""
        for each in self._line(agent):
            if each.type == "party":
                return each.id
            if each.party:
                return each.party
        return None

    def _line(self, agent: Iri | None) -> Iterable[Entity]:
        seen: set[Iri] = set()
        while agent and agent not in seen and (entity := self.entities.get(agent)):
            seen.add(agent)
            yield entity
            agent = entity.acted_on_behalf_of

    def _judge(self, mention: Iri, match: Match) -> None:
        right = match.entity.id
        if mention == right:
            return
        judgement = Judgement(
            id=self.minter.hashed("judgement", mention, right, Decision.SAME, match.rule), left=mention, right=right,
            decision=Decision.SAME, maker=match.rule, score=match.score, reason=match.reason,
        )  # fmt: skip
        self.judgements[judgement.id] = judgement
