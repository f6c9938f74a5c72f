"""What was said of each claim, as it is shown: one entry a claim, one line a statement."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.dates import PartialDate
from kg.export._facts import Claimed, Facts, Meeting, Paper, Said, Source
from kg.iris import compact

EPOCH = date(1970, 1, 1).toordinal()

# What each verdict means, in the order in which people want to see them.
VERDICTS = {
    "contested": "At least one source denies it, or affirms what contradicts it.",
    "corroborated-across-sides": "Opposed sides affirm it, or one admits it against its interest; nobody denies it.",
    "corroborated": "Two or more independent origins affirm it; nobody denies it.",
    "uncorroborated": "It rests on one origin, however many carry it.",
    "unknown": "No verdict has been made yet.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement as it is shown."""

    claim: str
    source: str
    speaker: str
    party: str | None
    stance: str
    affirms: bool
    narrated: bool
    against: bool
    day: str | None
    days: tuple[int, int] | None  # the first and last day it can have been said, or else published, since 1970
    quote: str
    via: tuple[str, ...]
    publisher: str | None
    title: str
    url: str | None


Voices = tuple[tuple[str, str | None], ...]  # speakers with their parties


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One claim with all that was said of it; who said it in other words or contradicts it counts among the voices."""

    id: str
    text: str
    verdict: str
    origins: int
    lines: tuple[Line, ...]
    affirmed_by: Voices
    denied_by: Voices


def read_entries(facts: Facts, base: str) -> list[Entry]:
    """Make an entry of each claim of which something was said, in the order of ids."""
    sources = {source.id: source for source in facts.sources}
    papers = {paper.id: paper for paper in facts.documents}
    told: dict[str, list[Line]] = defaultdict(list)
    for said in sorted(facts.statements, key=lambda said: (not said.affirms, said.said_on or "~", said.id)):
        told[said.claim].append(_line(said, sources, papers, base))
    near = Neighbours(facts.meetings)

    def entry(claim: Claimed) -> Entry:
        against = [line for name in near.opposing[claim.id] for line in told[name] if line.affirms]
        against += [line for name in (claim.id, *near.weaker[claim.id]) for line in told[name] if not line.affirms]
        return Entry(
            id=compact(claim.id, base),
            text=claim.text,
            verdict=claim.verdict,
            origins=claim.origins,
            lines=tuple(told[claim.id]),
            affirmed_by=_voices(
                line for name in (claim.id, *near.stronger[claim.id]) for line in told[name] if line.affirms
            ),
            denied_by=_voices(against),
        )

    return [entry(claim) for claim in facts.claims if told[claim.id]]


class Neighbours:
    """The claims around each claim: those that say it too, those that it says too, those that speak against it."""

    def __init__(self, meetings: Iterable[Meeting]) -> None:
        self.stronger: dict[str, set[str]] = defaultdict(set)
        self.weaker: dict[str, set[str]] = defaultdict(set)
        self.opposing: dict[str, set[str]] = defaultdict(set)
        for met in meetings:
            ways = (
                [(met.left, met.right)] if met.decision == "entails" else [(met.left, met.right), (met.right, met.left)]
            )
            for one, other in ways:
                if met.decision == "contradicts":
                    self.opposing[one].add(other)
                else:
                    self.weaker[one].add(other)
                    self.stronger[other].add(one)


def _voices(lines: Iterable[Line]) -> Voices:
    return tuple(sorted({(line.speaker, line.party) for line in lines}, key=str))


def _line(said: Said, sources: dict[str, Source], papers: dict[str, Paper], base: str) -> Line:
    source, paper = sources.get(said.source), papers.get(said.document)
    publisher = sources.get(paper.publisher) if paper and paper.publisher else None
    return Line(
        claim=compact(said.claim, base),
        source=compact(said.source, base),
        speaker=source.name if source else compact(said.source, base),
        party=said.party or (source.party if source else None),
        stance=said.stance,
        affirms=said.affirms,
        narrated=said.narrated,
        against=said.interest == "against",
        day=said.said_on,
        days=_days(said.said_on or (paper.published if paper else None)),
        quote=said.quote,
        via=tuple(hop.name for hop in said.via),
        publisher=publisher.name if publisher else None,
        title=paper.name if paper else "",
        url=paper.url if paper else None,
    )


def _days(day: str | None) -> tuple[int, int] | None:
    try:
        known = PartialDate(day[:10]) if day else None
    except ValueError:
        return None
    return (known.first_day.toordinal() - EPOCH, known.last_day.toordinal() - EPOCH) if known else None


def grouped(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Put entries under their verdicts, those of most origins first."""
    groups: dict[str, list[Entry]] = {verdict: [] for verdict in VERDICTS}
    for entry in entries:
        groups.setdefault(entry.verdict, []).append(entry)
    for group in groups.values():
        group.sort(key=lambda entry: (-entry.origins, -len(entry.lines), entry.text, entry.id))
    return {verdict: group for verdict, group in groups.items() if group}
