"""Makes up graphs of any size from a seed: sources and claims by Zipf, chains, sides, places within places."""

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, islice, pairwise

from pyoxigraph import Quad

from kg.dates import PartialDate
from kg.iris import Minter
from kg.model import (
    Agent,
    AgentKind,
    Claim,
    DateBasis,
    Decision,
    Document,
    Entity,
    Iri,
    Judgement,
    Operator,
    Period,
    Quantity,
    Reading,
    Relation,
    Resolution,
    Run,
    Span,
    Stance,
    Statement,
)
from kg.rdf.entities import entity_quads
from kg.rdf.judgements import judgement_quads
from kg.rdf.relations import load_relations
from kg.rdf.terms import integer, node
from kg.rdf.vocab import KG
from kg.rdf.write import to_quads
from kg.resources import folder
from kg.store import Found, Store

MAKER = "generator 1"
FIRST = date(2031, 1, 1)
DAYS = 180
IN_A_DOCUMENT = 8  # statements
TOGETHER = 500  # documents in one transaction
CHAINED = 0.3  # of the statements reach their document through another source
DENIED = 0.1
LINKED = 0.1  # of the claims have a link with the next one
DECISIONS = (Decision.SAME, Decision.SAME, Decision.ENTAILS, Decision.CONTRADICTS)
INTERESTS = (KG.against, KG.own, KG.neutral, KG.unknown, KG.unknown)
SYLLABLES = ("ar", "bel", "cor", "dan", "es", "fim", "gol", "har", "is", "jun", "kel", "lom", "mir", "nor", "os", "pel")


@dataclass
class World:
    """The people, places and claims of a made-up country; the same seed gives the same one."""

    statements: int
    seed: int = 1
    minter: Minter = field(default_factory=Minter)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.shares: dict[int, list[float]] = {}
        self.relations: list[Relation] = list(load_relations(folder("ontology") / "relations.ttl"))
        self.entities = list(self._entities())
        self.sources = [each for each in self.entities if each.type == "agent"]
        self.places = [each for each in self.entities if each.type == "place"]
        self.claims = [self._claim(number) for number in range(max(20, self.statements // 4))]

    def _name(self) -> str:
        def word() -> str:
            return "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 3))).capitalize()

        return f"{word()} {word()}"

    def _entities(self) -> Iterator[Entity]:
        sides = [self.minter.named("party", f"side {number}") for number in range(12)]
        for number, side in enumerate(sides):
            opposed = (sides[number ^ 1],)
            yield Entity(id=side, type="party", name=f"Side {number}", opposed_to=opposed)
        for number in range(max(40, self.statements // 40)):
            kind = (AgentKind.PERSON, AgentKind.ORGANIZATION, AgentKind.OUTLET)[number % 3]
            side = None if kind is AgentKind.OUTLET else self.random.choice(sides)
            name = self._name()
            yield Entity(id=self.minter.hashed("agent", "made", number), type="agent", name=name, kind=kind, party=side)
        regions: list[Iri] = []
        for number in range(max(40, self.statements // 100)):
            name = self.minter.hashed("place", "made", number)
            whole = self.random.choice(regions) if regions else None
            yield Entity(id=name, type="place", name=self._name(), part_of=whole)
            if number % 10 == 0:
                regions.append(name)

    def _claim(self, number: int) -> Claim:
        relation, place = self.random.choice(self.relations), self.random.choice(self.places)
        actor = self.sources[int(len(self.sources) * self.random.random() ** 3)]
        start = FIRST + timedelta(days=self.random.randrange(DAYS))
        period = Period(start=start, end=start) if number % 3 else None
        many = self.random.randrange(1, 400)
        quantity = _killed(many) if number % 7 == 0 else None
        parts = (actor.id, relation.id, place.id)
        return Claim(
            id=self.minter.hashed("claim", *parts, period, quantity),
            text=f"{actor.name} {relation.name} {place.name}",
            subject=actor.id,
            predicate=relation.id,
            object=place.id,
            place=place.id,
            period=period,
            quantity=quantity,
            labels={actor.id: actor.name, relation.id: relation.name, place.id: place.name},
        )

    def zipf(self, count: int) -> int:
        """Choose a number under `count`: the n-th as often as 1/n (Zipf)."""
        if count not in self.shares:
            self.shares[count] = list(accumulate(1 / rank for rank in range(1, count + 1)))
        shares = self.shares[count]
        return bisect(shares, self.random.random() * shares[-1])

    def documents(self) -> Iterator[Found]:
        """Give the documents, one by one, with all that is said in them."""
        for number in range(self.statements // IN_A_DOCUMENT):
            yield self._document(number)

    def _document(self, number: int) -> Found:
        document, found, run = self._read(number)
        return Found(document.id, to_quads(Reading(document=document), found, run, self.minter), None)

    def quads(self) -> Iterator[Quad]:
        """Give the whole graph as a file of it would have it: each claim once, with what a derivation writes."""
        yield from entity_quads(self.entities, self.minter)
        told: set[Iri] = set()
        derived = Derived(self)
        for number in range(self.statements // IN_A_DOCUMENT):
            document, found, run = self._read(number)
            new = tuple({claim.id: claim for claim in found.claims if claim.id not in told}.values())
            told.update(claim.id for claim in new)
            yield from to_quads(Reading(document=document), replace(found, claims=new), run, self.minter)
            yield from derived.of_document(document.id, found)
        yield from derived.of_claims(sorted(told))

    def _read(self, number: int) -> tuple[Document, Resolution, Run]:
        outlet = self.sources[self.zipf(len(self.sources))]
        day = FIRST + timedelta(days=self.random.randrange(DAYS))
        said = [self.claims[self.zipf(len(self.claims))] for _ in range(IN_A_DOCUMENT)]
        text = " ".join(claim.text + "." for claim in said)
        url = f"https://outlet.example/{self.seed}/{number}"
        document = Document(
            id=self.minter.document(url, None, text), text=text, url=url, publisher=outlet.name,
            published=PartialDate(day.isoformat()),
        )  # fmt: skip
        run = Run(
            id=self.minter.hashed("run", document.id, MAKER), document=document.id, maker=MAKER,
            generated_at=datetime(2031, 1, 1, tzinfo=UTC),
        )  # fmt: skip
        statements = tuple(self._statements(document, said))
        spoken = {each.source for each in statements}
        agents = tuple(_agent(each) for each in self.sources if each.id in spoken) if number == 0 else ()
        found = Resolution(publisher=outlet.id, agents=agents, claims=tuple(said), statements=statements)
        return document, found, run

    def _statements(self, document: Document, said: list[Claim]) -> Iterator[Statement]:
        at = 0
        for number, claim in enumerate(said):
            span = Span(at, at + len(claim.text))
            at = span.end + 2
            source = self.sources[self.zipf(len(self.sources))]
            affirms = self.random.random() > DENIED
            name = self.minter.statement(document.id, (), (span,), number)
            yield Statement(
                id=name, document=document.id, source=source.id, mentioned_as=source.id, claim=claim.id,
                stance=Stance.ASSERTS if affirms else Stance.DENIES, affirms=affirms, party=source.party,
                said_on=document.published, said_on_basis=DateBasis.PUBLICATION_DAY, content_spans=(span,),
            )  # fmt: skip
            if self.random.random() < CHAINED:
                hop = self.sources[self.zipf(len(self.sources))]
                yield Statement(
                    id=self.minter.hop(name, hop.id), document=document.id, source=hop.id, mentioned_as=hop.id,
                    claim=None, stance=Stance.ASSERTS, affirms=True, reports=name,
                )  # fmt: skip

    def write(self, store: Store) -> None:
        """Put everything into a graph, some documents at a time."""
        store.add(entity_quads(self.entities, self.minter))
        documents = self.documents()
        while some := list(islice(documents, TOGETHER)):
            store.add_documents(some)


class Derived:
    """What a derivation would write, made up: origins, interests, carriers, links between claims and verdicts."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._origins: dict[Iri, set[Iri]] = {}
        self._denied: set[Iri] = set()

    def of_document(self, document: Iri, found: Resolution) -> Iterator[Quad]:
        """Give what follows for a document and its statements."""
        yield Quad(node(document), KG.carriedBy, node(found.publisher or document))
        for said in found.statements:
            if said.claim:
                origin = said.party or said.source
                if said.affirms:
                    self._origins.setdefault(said.claim, set()).add(origin)
                else:
                    self._denied.add(said.claim)
                yield Quad(node(said.id), KG.origin, node(origin))
                yield Quad(node(said.id), KG.interest, self._world.random.choice(INTERESTS))

    def of_claims(self, claims: list[Iri]) -> Iterator[Quad]:
        """Give the links between claims, each with its neighbour by id, and the verdicts."""
        for name, other in pairwise(claims):
            if self._world.random.random() < LINKED:
                decision = self._world.random.choice(DECISIONS)
                made = self._world.minter.hashed("judgement", name, other, decision, MAKER)
                reason, maker = "made up", "rule:claims-compared"
                judgement = Judgement(
                    id=made, left=name, right=other, decision=decision, maker=maker, score=0.8, reason=reason
                )
                yield from judgement_quads(judgement)
        for name in claims:
            count = len(self._origins.get(name, ()))
            verdict = "contested" if name in self._denied else "corroborated" if count > 1 else "uncorroborated"
            yield Quad(node(name), KG.verdict, KG[verdict])
            yield Quad(node(name), KG.originCount, integer(count))


def _agent(entity: Entity) -> Agent:
    return Agent(id=entity.id, name=entity.name, kind=entity.kind, party=entity.party)


def _killed(many: int) -> Quantity:
    return Quantity(low=many, high=many, operator=Operator.EXACTLY, unit="people killed", text=str(many))
