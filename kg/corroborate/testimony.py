"""One statement with all that is needed to weigh it."""

from dataclasses import dataclass

from kg.dates import PartialDate
from kg.model import Certainty, Iri, Period, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """A statement that carries a claim, with its document and its chain."""

    statement: Iri
    claim: Iri
    agent: Iri | None  # None where nobody knows who spoke
    party: Iri | None
    stance: Stance
    affirms: bool
    narrated: bool = False
    certainty: Certainty = Certainty.CERTAIN
    realized: bool = True
    said_on: PartialDate | None = None
    document: Iri
    document_id: str | None = None
    url: str | None = None
    publisher: Iri | None = None
    published: PartialDate | None = None
    credits: tuple[Iri, ...] = ()  # agencies whose copy the document says it is
    via: tuple[Iri, ...] = ()  # hops, from the one nearest to the speaker
    quote: str = ""
    position: int = 0  # where the quote starts in its document

    @property
    def spoken(self) -> Period | None:
        """The days on which it was said, or else published."""
        day = self.said_on or self.published
        return Period(start=day.first_day, end=day.last_day) if day else None


@dataclass(frozen=True, slots=True)
class Link:
    """One thing that a statement hangs on, and in what way."""

    to: Iri
    reason: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """What a statement goes back to, nearest first; `known` where that says who is behind it."""

    links: tuple[Link, ...]
    known: bool
