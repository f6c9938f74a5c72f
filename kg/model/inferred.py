"""What the observed was taken to mean; it refers to the observed and can be made anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kg.dates import PartialDate
from kg.model.knowledge import Entity
from kg.model.values import AgentKind, Certainty, DateBasis, Decision, Iri, Period, Quantity, Quotation, Spans, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Whoever asserts (prov:Agent): a person, an organisation, an outlet, an unnamed group of one document."""

    id: Iri
    name: str
    kind: AgentKind = AgentKind.UNKNOWN
    named: bool = True
    party: Iri | None = None
    acted_on_behalf_of: Iri | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere as a text names it (schema:Place)."""

    id: Iri
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A proposition in positive form (schema:Claim); its triple lives in the named graph that is the claim.

    The id is a hash of subject, predicate, object, place, period and quantity; `text` stays out of it.
    """

    id: Iri
    text: str
    subject: Iri
    predicate: Iri
    object: Iri
    place: Iri | None = None
    period: Period | None = None  # kg:time
    quantity: Quantity | None = None
    labels: Mapping[Iri, str] = field(default_factory=dict, compare=False, hash=False)  # words for its IRIs

    def things(self) -> Iterator[tuple[Iri, str]]:
        """Give what it speaks of, its subject, object and place, each with its words."""
        for thing in (self.subject, self.object, self.place):
            if thing and thing in self.labels:
                yield thing, self.labels[thing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One speech act that affirms or denies one claim.

    The id is a hash of document, source spans, content spans and, where a content carries several claims,
    the claim's number in it (the first has none); extractor, confidence and time of ingest stay out of it.
    """

    id: Iri
    document: Iri  # prov:wasQuotedFrom
    source: Iri  # prov:wasAttributedTo: the agent after resolution
    mentioned_as: Iri  # the agent as this text names it, before resolution
    claim: Iri | None  # None for a hop of a chain
    stance: Stance
    affirms: bool
    party: Iri | None = None
    reports: Iri | None = None  # the statement that this one passes on
    certainty: Certainty = Certainty.CERTAIN
    realized: bool = True  # False for what is to come, wanted, tried or due: not said to be so
    distanced: bool = False  # the carrier keeps its distance from it
    quotation: Quotation = Quotation.INDIRECT
    said_on: PartialDate | None = None
    said_on_basis: DateBasis = DateBasis.UNKNOWN
    time_text: str = ""  # the words for the time of its claim
    time_basis: DateBasis | None = None  # how these were resolved; None where it names no time
    narrated: bool = False
    confidence: float = 1.0
    source_spans: Spans = ()
    cue_spans: Spans = ()
    content_spans: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision about two things, with its maker, score and reason; it can be taken back."""

    id: Iri  # hash of left, right, decision and maker
    left: Iri
    right: Iri
    decision: Decision
    maker: str  # "rule:exact-name", "person:…"
    score: float
    reason: str
    document: Iri | None = None  # prov:wasDerivedFrom: the text that says so, part of the id then


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """What a person thinks of a source, in the Admiralty's letters and figures; it can be taken back."""

    id: Iri  # hash of agent, grade and maker
    agent: Iri  # kg:graded
    grade: str  # "B2": A-F how reliable the source is, 1-6 how credible what it tells
    maker: str  # "person:…"
    reason: str
    made: datetime  # prov:generatedAtTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What the readings of one document were taken to mean: the inferred half of the graph."""

    publisher: Iri | None = None  # the agent of the document's publisher
    credits: tuple[Iri, ...] = ()  # the agents of `Reading.credits`
    agents: tuple[Agent, ...] = ()
    claims: tuple[Claim, ...] = ()
    places: tuple[Place, ...] = ()  # those that judgements place in one another
    entities: tuple[Entity, ...] = ()  # places of a gazetteer that are meant, or may be
    statements: tuple[Statement, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One pass of an extractor over one document (prov:Activity); the only thing that takes the clock's time."""

    id: Iri  # hash of document and maker
    document: Iri  # prov:used
    maker: str  # prov:wasAssociatedWith: extractor and version
    generated_at: datetime
