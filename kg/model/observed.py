"""What was read: documents and what stands in them, never changed once made."""

from dataclasses import dataclass

from kg.dates import PartialDate
from kg.model.values import AgentKind, Certainty, DateBasis, Iri, Period, Quantity, Quotation, Span, Spans, Stance


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
class Mention:
    """The words by which a document names a source, taken to their fullest form in that document."""

    name: str  # "Brigadier General Tomas Orr" is name "Tomas Orr", role "Brigadier General, spokesperson ..."
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
    place: bool | None = None  # whether names are told to be of places; None where nothing tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What a content says, in its own words: one predicate with its parts, voice and lists undone.

    "Velm and Hask were retaken from rebels by troops" is two propositions, each with subject
    "troops", predicate "retake", object "Velm" / "Hask" and oblique ("from", "rebels").
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
    realized: bool = True  # False for what is to come, wanted, tried or due: not said to be so
    spans: Spans = ()
    settled: bool = False  # in the words of a claim already: its predicate is the name of a relation


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
    realized: bool = True  # False where all it says is to come, wanted, tried or due
    distanced: bool = False  # the carrier keeps its distance: "claimed", "so-called"; the speaker is as sure as it is
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
