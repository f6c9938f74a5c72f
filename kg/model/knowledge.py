"""What people told kg: who is who, what words mean, how a cue sounds."""

from dataclasses import dataclass

from kg.model.values import AgentKind, Certainty, Iri, Stance


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
    role: str | None = None
    part_of: Iri | None = None  # dcterms:isPartOf
    opposed_to: tuple[Iri, ...] = ()
    same_as: tuple[str, ...] = ()
    location: tuple[float, float] | None = None  # geo:lat and geo:long, in degrees


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One place of a gazetteer."""

    key: str  # the list and its id there: "geonames-17"
    name: str
    labels: tuple[str, ...] = ()
    location: tuple[float, float] | None = None  # latitude and longitude, in degrees
    population: int = 0
    codes: tuple[str, ...] = ()  # of the units of administration that it lies in, from the country down
    unit: bool = False  # whether it is such a unit itself: then its own code is the last
    part_of: str | None = None  # the key of the place that it lies in, where its own line says so
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class LiesIn:
    """What a list of parts says: one place lies in another, by their keys."""

    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class AlsoNamed:
    """What a list of names says: a further name of a place."""

    key: str
    name: str


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
    once: bool = False  # it happens to an object once: who did it does not change over days
    strength: int = 0  # place on the family's scale: entered < partly took < took < holds
    gains: str | None = None  # the role whose side it favours: "subject" or "object"
    loses: str | None = None  # the role whose side it hurts


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One reporting word of `ontology/stances.ttl` and the stance it signals."""

    lemma: str  # "say", "according to", "point out"
    stance: Stance
    part_of_speech: str  # "verb", "noun", "adjective" or "adposition"
    certainty: Certainty = Certainty.CERTAIN
    distance: bool = False  # the carrier's own doubt: "claimed", "alleged"
    nominal: bool = False  # its object may be the content: "announced the capture of the town"
    attitude: bool = False  # tells of no speech: only what it governs is its content, no quotation beside it
