"""What a format of taking in is, and what it makes of its files: records, each with what is told in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pyoxigraph import Quad

from kg.dates import PartialDate
from kg.errors import UnreadableError
from kg.iris import Minter
from kg.model import AgentKind, Certainty, Claim, DateBasis, Document, Iri, Period, Quantity, Quotation, Spans, Stance
from kg.store import View

MAX_BYTES = 2**20  # of one record; longer ones are no curated claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Whoever asserts or passes on, as a record names them."""

    name: str
    kind: AgentKind = AgentKind.UNKNOWN
    named: bool = True
    role: str | None = None
    organization: str | None = None
    party: str | None = None  # the name of a side
    id: Iri | None = None  # where the record says which agent of the graph it is
    same_as: str | None = None  # the IRI by which others know them, which then tells them and not the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a record says of a claim beside its words."""

    place: str | None = None
    period: Period | None = None
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InWords:
    """A claim in plain words, to be read as a question is."""

    text: str
    scope: Scope = Scope()


@dataclass(frozen=True, slots=True, kw_only=True)
class InParts:
    """A claim that people took apart."""

    subject: str
    predicate: str
    object: str
    text: str | None = None
    scope: Scope = Scope()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One speech act as a record tells it, before names and words are resolved."""

    source: Teller | None  # None for the publisher's own words
    claim: InWords | InParts | Claim
    via: tuple[Teller, ...] = ()  # from the one nearest to the source
    stance: Stance = Stance.ASSERTS
    affirms: bool | None = None  # None where the stance tells
    certainty: Certainty = Certainty.CERTAIN
    realized: bool = True
    distanced: bool = False
    quotation: Quotation = Quotation.INDIRECT
    said_on: PartialDate | None = None
    said_on_basis: DateBasis = DateBasis.STATED
    confidence: float = 1.0
    source_spans: Spans = ()
    cue_spans: Spans = ()
    content_spans: Spans = ()
    id: Iri | None = None  # where the record says which statement of kg it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What goes in whole or not at all: one document as far as it is known, with what is told in it."""

    place: str  # where it stands: file and line, or file and name
    document: Document  # its text is what the record gives of it
    publisher: Teller | None = None
    tellings: tuple[Telling, ...] = ()
    in_graph: bool = False  # whether its document is one of the graph, of which it says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A statement as another graph of kg wrote it, quad by quad."""

    place: str
    statement: Iri
    quads: frozenset[Quad]


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was left out, or read otherwise than its writer may think; no failure."""

    place: str
    message: str


Found = Record | Given | Note | UnreadableError


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to be taken in."""

    path: Path
    view: View  # the graph that it goes into

    @property
    def minter(self) -> Minter:
        """Mints the ids of that graph."""
        return self.view.minter

    @property
    def name(self) -> str:
        """How messages call it."""
        return str(self.path)


class Importer(Protocol):
    """One format: `kg/intake/NAME.py` with an `importer` reads what `--format NAME` names.

    `suffixes` are the ends of names that may be of it; `fits` tells by the first bytes whether a file is. `corrects` is
    true where a file is the record of what its writer says, so that a changed line replaces what it said before.
    """

    suffixes: tuple[str, ...]
    corrects: bool

    def fits(self, head: bytes) -> bool:
        """Tell whether a file that begins so is of this format."""
        ...

    def read(self, source: Source) -> Iterator[Found]:
        """Give what is in a file; what cannot be taken is given as an error, or raised when nothing can."""
        ...
