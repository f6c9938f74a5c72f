"""The domain types: what was read, what was said in it, and what that was taken to mean.

Observed things (`Document`, `Attribution`, `Proposition`) quote a text and are never changed.
Inferred things (`Agent`, `Claim`, `Statement`, `Judgement`) refer to them and can be made anew.
A field is the snake_case local name of the property it is written as, unless its comment says otherwise.
All offsets count code points of `Document.text`, ends are exclusive.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from kg.dates import PartialDate

Iri = NewType("Iri", str)


class Stance(StrEnum):
    """How a source stands to what it says; a SKOS concept of `ontology/stances.ttl`."""

    ASSERTS = "asserts"
    ANNOUNCES = "announces"
    ADMITS = "admits"
    DENIES = "denies"
    DOUBTS = "doubts"
    ESTIMATES = "estimates"
    PROMISES = "promises"
    ASKS = "asks"


class Certainty(StrEnum):
    """How sure the source says it is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Quotation(StrEnum):
    """Whether the content is in quotation marks: all of it, none of it, or parts."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class DateBasis(StrEnum):
    """Why a day of speech is believed to be that day."""

    STATED = "stated"
    RESOLVED_FROM_PUBLICATION = "resolved from publication"
    PUBLICATION_DAY = "publication day"
    UNKNOWN = "unknown"


class AgentKind(StrEnum):
    """What sort of thing speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch `[start, end)` of a document's text, in code points."""

    start: int
    end: int


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One publication of a text (schema:NewsArticle, prov:Entity)."""

    id: Iri
    text: str  # schema:articleBody is kept beside the graph, by hash
    local_id: str | None = None  # schema:identifier: the id that the file or its front matter gave
    url: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None  # schema:datePublished
    title: str | None = None  # schema:headline
    author: str | None = None
    language: str | None = None  # schema:inLanguage
    location: str | None = None  # where it was read from; never written to the graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a document that could not be read; reported, never thrown."""

    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days, both ends included; an end that is not known is None."""

    start: date | None
    end: date | None
    text: str = ""  # the words it was read from


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How much or how many: an interval, its unit and the words it was read from.

    "more than 1,000" is low 1000, high None; "a third" is low = high = 1/3 with unit "share of ...".
    """

    low: float | None
    high: float | None
    unit: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """The words by which a document names a source, taken to their fullest form in that document."""

    name: str  # "Brigadier General Saad Maad" is name "Saad Maad", role "Brigadier General, spokesperson ..."
    kind: AgentKind = AgentKind.UNKNOWN
    named: bool = True  # False for "officials", "a resident": never merged across documents
    role: str | None = None
    organization: str | None = None
    spans: Spans = ()  # where this document introduces it by that name


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase of a proposition."""

    text: str  # as it stands in the document
    head: str  # lemma of its head noun, or the whole name for a proper noun
    named: bool  # True when its head is a proper noun
    span: Span | None = None
    antecedent: str | None = None  # the name that a pronoun or description stands for, where known


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What a content says, in its own words: one predicate with its parts, voice and lists undone.

    "Samah and Zarqawi were retaken from IS by troops" is two propositions, each with subject
    "troops", predicate "retake", object "Samah" / "Zarqawi" and oblique ("from", "IS").
    """

    text: str
    predicate: str  # lemmas, particle included: "retake", "blow up", "be"; modals and "be able to" undone
    subject: Phrase | None = None
    object: Phrase | None = None
    obliques: tuple[tuple[str, Phrase], ...] = ()  # preposition and phrase
    quantity: Quantity | None = None
    period: Period | None = None
    affirms: bool = True  # False when the content negates it
    certainty: Certainty = Certainty.CERTAIN
    spans: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One speech act as it stands in the text: who, by which cue, said what, through whom, when."""

    source: Spans
    cue: Spans
    content: Spans
    speaker: Mention | None  # None where the text names none; the publisher's own when `narrated`
    via: tuple[Mention, ...] = ()  # from the one nearest to the speaker to the one nearest to the carrier
    stance: Stance = Stance.ASSERTS
    affirms: bool = True
    certainty: Certainty = Certainty.CERTAIN
    quotation: Quotation = Quotation.INDIRECT
    said_on: PartialDate | None = None
    said_on_basis: DateBasis = DateBasis.UNKNOWN
    narrated: bool = False  # a sentence of the publisher's own
    confidence: float = 1.0
    propositions: tuple[Proposition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was found in one document."""

    document: Document
    attributions: tuple[Attribution, ...] = ()
    credits: tuple[Mention, ...] = ()  # the agencies whose copy the text says it is: "(Reuters)", "BAGHDAD (AP) -"
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One entry of an entities file: an agent, party or place with all its names."""

    id: Iri
    type: str  # "agent", "party" or "place"
    name: str  # skos:prefLabel
    labels: tuple[str, ...] = ()  # skos:altLabel
    loose_labels: tuple[str, ...] = ()  # skos:hiddenLabel: names that fit only where nothing closer does
    kind: AgentKind = AgentKind.UNKNOWN
    party: Iri | None = None
    acted_on_behalf_of: Iri | None = None
    part_of: Iri | None = None  # dcterms:isPartOf
    opposed_to: tuple[Iri, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One relation of `ontology/relations.ttl`: the words that express it and the logic it carries."""

    id: Iri
    name: str  # rdfs:label, as in "took control of"
    family: str  # relations of one family are compared with each other
    patterns: tuple[str, ...] = ()  # "retake", "lose", "be driven from": lemmas, roles after "|" (see the file)
    nominals: tuple[str, ...] = ()  # nouns of action, in the same language: "capture", "advance | subject=of"
    inverse: Iri | None = None  # the same told from the other side: lost control of / took control of
    entails: tuple[Iri, ...] = ()
    contradicts: tuple[Iri, ...] = ()
    functional: bool = False  # one holder for each object at one time
    strength: int = 0  # place on the family's scale: entered < partly took < took < holds
    gains: str | None = None  # the role whose side it favours: "subject" or "object"
    loses: str | None = None  # the role whose side it hurts


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One reporting word of `ontology/stances.ttl` and the stance it signals."""

    lemma: str  # "say", "according to", "point out"
    stance: Stance
    part_of_speech: str  # "verb", "noun" or "adposition"
    certainty: Certainty = Certainty.CERTAIN
    distance: bool = False  # the carrier's own doubt: "claimed", "alleged"
    nominal: bool = False  # its object may be the content: "announced the capture of the town"


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
    quotation: Quotation = Quotation.INDIRECT
    said_on: PartialDate | None = None
    said_on_basis: DateBasis = DateBasis.UNKNOWN
    narrated: bool = False
    confidence: float = 1.0
    source_spans: Spans = ()
    cue_spans: Spans = ()
    content_spans: Spans = ()


class Decision(StrEnum):
    """What a judgement decides of two things."""

    SAME = "same"
    DIFFERENT = "different"
    ENTAILS = "entails"
    CONTRADICTS = "contradicts"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What the readings of one document were taken to mean: the inferred half of the graph."""

    publisher: Iri | None = None  # the agent of the document's publisher
    credits: tuple[Iri, ...] = ()  # the agents of `Reading.credits`
    agents: tuple[Agent, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One pass of an extractor over one document (prov:Activity); the only thing that takes the clock's time."""

    id: Iri  # hash of document and maker
    document: Iri  # prov:used
    maker: str  # prov:wasAssociatedWith: extractor and version
    generated_at: datetime
