"""From the reading of one document to agents, claims and statements."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.iris import Minter
from kg.model import (
    AgentKind,
    Attribution,
    Certainty,
    Claim,
    Document,
    Entity,
    Iri,
    Mention,
    Period,
    Proposition,
    Reading,
    Relation,
    Resolution,
    Stance,
    Statement,
)
from kg.resolve.agents import Agents, Known
from kg.resolve.claims import Claims
from kg.resolve.containment import Containers
from kg.resolve.definitions import definitions
from kg.resolve.descriptions import Descriptions
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.meant import Meanings
from kg.resolve.names import Names

_LESS_CERTAIN = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)
_Said = tuple[Iri, bool, Certainty, bool]  # a claim, whether it is affirmed, how surely, and whether as realized


class Resolver:
    """Takes what a document says to the agents and claims of the graph; every document by itself."""

    def __init__(
        self,
        entities: Sequence[Entity],
        relations: Sequence[Relation],
        minter: Minter | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> None:
        self._gazetteer = gazetteer
        self._minter = minter or Minter()
        self._names = Names(entities)
        self._entities = {entity.id: entity for entity in entities}
        self._claims = Claims(self._names, relations, self._minter)

    def claims(self, propositions: Sequence[Proposition]) -> tuple[tuple[Claim, bool], ...]:
        """Give the claims of propositions that nobody states, as of a question, and whether each is affirmed."""
        return tuple((self._claims.claim(each), each.affirms) for each in propositions)

    def resolve(self, reading: Reading) -> Resolution:
        """Take the attributions of one document to statements."""
        agents = Agents(self._names, self._entities, self._minter, reading.document.id, _bodies(reading))
        publisher = reading.document.publisher
        known = agents.know(Mention(name=publisher, kind=AgentKind.OUTLET)) if publisher else None
        agencies = tuple(dict.fromkeys(agents.know(mention).agent for mention in reading.credits))
        for definition in definitions(reading.document.text):
            agents.define(definition)
        work = _Document(reading, agents, self._claims, self._minter, known)
        descriptions = Descriptions(reading.document.text)
        for attribution in reading.attributions:
            work.add(descriptions.apply(attribution))
        containers = Containers(self._claims.place, self._minter, reading.document)
        containers.judge({name: words for claim in work.claims.values() for name, words in claim.things()})
        meanings = self._meanings(work.claims.values(), containers, reading.document)
        return Resolution(
            publisher=known.agent if known else None,
            credits=agencies,
            agents=tuple(agents.agents.values()),
            claims=tuple(work.claims.values()),
            places=tuple(containers.places.values()),
            statements=tuple(work.statements.values()),
            entities=tuple(meanings.entities.values()) if meanings else (),
            judgements=(
                *agents.judgements.values(),
                *containers.judgements.values(),
                *(meanings.judgements.values() if meanings else ()),
            ),
        )

    def _meanings(self, claims: Iterable[Claim], containers: Containers, document: Document) -> Meanings | None:
        """Look up the places of a document that no entities file knows."""
        if self._gazetteer is None:
            return None
        meanings = Meanings(self._gazetteer, self._minter, document)
        places = {claim.place: claim.labels.get(claim.place, "") for claim in claims if claim.place}
        for place, name in sorted((places | {each.id: each.name for each in containers.places.values()}).items()):
            if place not in self._entities and name:
                meanings.look_up(place, name)
        return meanings


def _bodies(reading: Reading) -> tuple[str, ...]:
    """Give the names of the bodies that a document quotes."""
    speakers = (each.speaker for each in reading.attributions if each.speaker and each.speaker.named)
    return tuple(sorted({each.name for each in speakers if each.kind is AgentKind.ORGANIZATION}))


class _Document:
    """Collects the claims and statements of one document."""

    def __init__(
        self, reading: Reading, agents: Agents, claims: Claims, minter: Minter, publisher: Known | None
    ) -> None:
        self._document, self._agents, self._maker, self._minter = reading.document, agents, claims, minter
        self._publisher = publisher
        self.claims: dict[Iri, Claim] = {}
        self.statements: dict[Iri, Statement] = {}

    def add(self, attribution: Attribution) -> None:
        """Add the statements of one attribution, one for each claim, and the hops they came through."""
        source = self._source(attribution)
        carriers = [self._agents.know(mention) for mention in attribution.via]
        for number, (said, period) in enumerate(self._said(attribution, source).items()):
            claim_id, affirms, certainty, realized = said
            statement = self._statement(attribution, source, claim_id, number)
            statement = replace(statement, affirms=affirms, certainty=certainty, realized=realized)
            if period:
                statement = replace(statement, time_text=period.text, time_basis=period.basis)
            self.statements.setdefault(statement.id, statement)
            self._add_hops(statement, carriers)

    def _source(self, attribution: Attribution) -> Known:
        if attribution.speaker is not None:
            return self._agents.know(attribution.speaker)
        if attribution.narrated and self._publisher is not None:
            return self._publisher
        name = "unknown publisher" if attribution.narrated else "unnamed source"
        return self._agents.know(Mention(name=name, named=False))

    def _said(self, attribution: Attribution, source: Known) -> dict[_Said, Period | None]:
        """Give the claims of an attribution and how it stands to each, with the time that it names for it."""
        stance = attribution.stance
        if not attribution.propositions:
            words = " … ".join(self._document.text[s.start : s.end] for s in attribution.content)
            claim = self._maker.content(words, source.agent, source.name)
            self.claims.setdefault(claim.id, claim)
            affirms = stance not in {Stance.DENIES, Stance.DOUBTS}
            return {(claim.id, affirms, attribution.certainty, attribution.realized): None}
        found: dict[_Said, Period | None] = {}
        for proposition in attribution.propositions:
            claim = self._maker.claim(proposition)
            self.claims.setdefault(claim.id, claim)
            affirms = (stance is not Stance.DENIES) == proposition.affirms and stance is not Stance.DOUBTS
            certainty = max(attribution.certainty, proposition.certainty, key=_LESS_CERTAIN.index)
            found.setdefault((claim.id, affirms, certainty, proposition.realized), proposition.period)
        return found

    def _statement(self, attribution: Attribution, source: Known, claim: Iri, number: int) -> Statement:
        return Statement(
            id=self._minter.statement(self._document.id, attribution.source, attribution.content, number),
            document=self._document.id,
            source=source.agent,
            mentioned_as=source.mentioned_as,
            claim=claim,
            stance=attribution.stance,
            affirms=attribution.affirms,
            party=source.party,
            distanced=attribution.distanced,
            quotation=attribution.quotation,
            said_on=attribution.said_on,
            said_on_basis=attribution.said_on_basis,
            narrated=attribution.narrated,
            confidence=attribution.confidence,
            source_spans=attribution.source,
            cue_spans=attribution.cue,
            content_spans=attribution.content,
        )

    def _add_hops(self, statement: Statement, carriers: Sequence[Known]) -> None:
        """Add a statement for each carrier but the publisher, each reporting the one before."""
        for hop in hops(statement, carriers, self._publisher, self._minter):
            self.statements.setdefault(hop.id, hop)


def hops(
    statement: Statement, carriers: Iterable[Known], publisher: Known | None, minter: Minter
) -> Iterator[Statement]:
    """Give a statement for each carrier but the publisher, each reporting the one before."""
    reported = statement
    for carrier in carriers:
        if (publisher and carrier.agent == publisher.agent) or carrier.agent == reported.source:
            continue
        reported = Statement(
            id=minter.hop(reported.id, carrier.agent),
            document=statement.document,
            source=carrier.agent,
            mentioned_as=carrier.mentioned_as,
            claim=None,
            stance=Stance.ASSERTS,
            affirms=True,
            party=carrier.party,
            reports=reported.id,
            said_on=statement.said_on,
            said_on_basis=statement.said_on_basis,
        )
        yield reported
