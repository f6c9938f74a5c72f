"""What a timeline shows: a lane for each party, a mark for whoever said it on a day in one way, and its carriers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.corroborate.evidence import Evidence
from kg.corroborate.interest import Interest, interest, side_of
from kg.corroborate.relevance import Bearing, Effect
from kg.dates import PartialDate
from kg.model import Iri, Stance
from kg.pictures import telling
from kg.pictures.drawing import Box
from kg.pictures.lettering import Line
from kg.pictures.palette import colour
from kg.pictures.rows import in_time

MOST = 60  # marks


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark: its shape in matplotlib's words, its size, whether it is filled, and what it means."""

    shape: str
    size: float
    filled: bool
    meaning: str


AFFIRMS = Sign("o", 8, True, "affirms it")
ADMITS = Sign("^", 9, True, "affirms it against its own interest")
DENIES = Sign("X", 9, True, "denies or contradicts it")
DOUBTS = Sign("D", 6.5, False, "doubts it")
ASKS = Sign(">", 8, False, "asks or promises it")
NEAR = Sign("o", 5, False, "comes near, but does not count")
SIGNS = (AFFIRMS, ADMITS, DENIES, DOUBTS, ASKS, NEAR)
UNSURE = {Stance.DOUBTS: DOUBTS, Stance.ASKS: ASKS, Stance.PROMISES: ASKS}


@dataclass(slots=True)
class Entry:
    """What one source said on one day in one way, with all that carry it; `box` holds the mark and the words."""

    speaker: str
    day: PartialDate | None
    sign: Sign
    shade: str
    carriers: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    span: tuple[float, float] = (0.0, 0.0)  # from where to where it may be
    left: float = 0.0  # of the words
    box: Box = field(default_factory=lambda: Box(0, 0, 0, 0))

    @property
    def is_bar(self) -> bool:
        """Whether its day is known only as a month or a year."""
        return self.day is not None and not self.day.is_day

    @property
    def at(self) -> float:
        """Where its mark is."""
        return sum(self.span) / 2


@dataclass(slots=True)
class Lane:
    """A party with what it said."""

    party: Iri | None
    name: str
    shade: str
    entries: list[Entry]
    box: Box = field(default_factory=lambda: Box(0, 0, 0, 0))


def lanes(
    told: Iterable[Bearing], evidence: Evidence, colours: Mapping[Iri, str], most: int = MOST
) -> tuple[list[Lane], int]:
    """Put what was said into lanes, those of no known side last, and say how many marks found no room.

    What only comes near gives way first.
    """
    found = _entries(sorted(told, key=lambda each: (each.effect is Effect.QUALIFIES, in_time(each))), evidence, colours)
    shown = found[:most]
    heard = {party for party, _ in shown}
    order = [*(party for party in colours if party in heard), *sorted({each for each in heard if each} - set(colours))]
    made = []
    for party in [*order, *([None] if None in heard else [])]:
        name = evidence.knowledge.name(party) if party else telling.NO_PARTY
        made.append(Lane(party, name, colour(party, colours), [entry for each, entry in shown if each == party]))
    return made, len(found) - len(shown)


def _entries(told: Sequence[Bearing], evidence: Evidence, colours: Mapping[Iri, str]) -> list[tuple[Iri | None, Entry]]:
    found: dict[object, tuple[Iri | None, Entry]] = {}
    for bearing in told:
        party = side_of(bearing.testimony, evidence.knowledge)
        who, day, sign = telling.speaker(bearing, evidence), bearing.testimony.said_on, _sign(bearing, evidence)
        entry = Entry(who, day, sign, colour(party, colours))
        _, entry = found.setdefault((party, who, day, sign), (party, entry))
        road = " ← ".join([telling.publisher(bearing, evidence), *telling.carriers(bearing, evidence)])
        if road not in entry.carriers and not who.startswith(f"{road},"):
            entry.carriers.append(road)
    return [*found.values()]


def _sign(bearing: Bearing, evidence: Evidence) -> Sign:
    said = bearing.testimony
    if bearing.effect is Effect.SUPPORTS:
        stand = interest(said, evidence.claims[said.claim], evidence.knowledge)
        return ADMITS if stand is Interest.AGAINST else AFFIRMS
    return DENIES if bearing.effect is Effect.DENIES else UNSURE.get(said.stance, NEAR)
