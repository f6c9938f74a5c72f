"""What the HTML page shows, read from a view: for its tables as rows, for its picture as plain data."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date

from kg.dates import PartialDate
from kg.errors import TooMuchError
from kg.export._colours import PALE, colours
from kg.export._facts import Claimed, Facts, Meeting, Paper, Said, Source, read_facts
from kg.export._letters import ink, letters
from kg.export._network import network
from kg.export.selection import EVERYTHING, Selection, chosen
from kg.iris import compact
from kg.rdf.vocab import KG
from kg.store.base import View

# The lines of the picture and what they mean, by view.
_SAID = (("affirms", "affirms"), ("against", "against its own interest"), ("denies", "denies or doubts"))
_MET = (("contradicts", "claims contradict"), ("same", "same or entailed"))
_KEYS = {"claims": _MET, "sources": (("affirms", "affirm the same"), ("denies", "one denies what the other affirms"))}

MOST = 20_000  # statements of which a page is still quick to open
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All of one page: claims by verdict, colours and letters of parties, and the data of the picture."""

    groups: dict[str, list[Entry]]
    meanings: dict[str, str]
    colours: dict[str | None, str]
    pale: str
    counts: dict[str, int]
    days: tuple[str, str] | None
    letters: dict[str, str]
    key: tuple[tuple[str, str], ...]
    data: dict[str, object] = field(default_factory=dict)


def read_page(view: View, selection: Selection = EVERYTHING) -> Page:
    """Read all that the page shows; raises TooMuchError where no browser could."""
    _check_size(view, selection)
    facts = read_facts(view, selection)
    entries = _entries(facts, view.base)
    heard = {said.source for said in facts.statements}
    published = sorted(paper.published for paper in facts.documents if paper.published)
    colour = colours(facts)
    parties = dict.fromkeys([*colour, *sorted({said.party for said in facts.statements if said.party})])
    counts = {
        "documents": len(facts.documents),
        "statements": len(facts.statements),
        "sources": len(heard),
        "claims": len(entries),
    }
    page = Page(
        groups=_grouped(entries),
        meanings=VERDICTS,
        colours=colour,
        letters=letters(party for party in parties if party),
        key=_KEYS.get(selection.shape, _SAID + _MET),
        pale=PALE,
        counts=counts,
        days=(published[0], published[-1]) if published else None,
    )
    return replace(page, data=_data(page, facts, view.base, selection))


def _check_size(view: View, selection: Selection) -> None:
    picked = chosen(view, selection)
    many = len(picked) if picked is not None else sum(1 for _ in view.quads(None, KG.claim))
    if many > MOST:
        raise TooMuchError(
            f"a page holds {MOST} statements and these are {many}; choose fewer with --since, --until, --party, "
            "--place, --verdict, --claim or --query, or write gexf for Gephi"
        )


def _entries(facts: Facts, base: str) -> list[Entry]:
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


def _grouped(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {verdict: [] for verdict in VERDICTS}
    for entry in entries:
        groups.setdefault(entry.verdict, []).append(entry)
    for group in groups.values():
        group.sort(key=lambda entry: (-entry.origins, -len(entry.lines), entry.text, entry.id))
    return {verdict: group for verdict, group in groups.items() if group}


def _data(page: Page, facts: Facts, base: str, selection: Selection) -> dict[str, object]:
    """Gather what the scripts of the page work on."""
    entries = [entry for group in page.groups.values() for entry in group]
    entries.sort(key=lambda entry: entry.id)
    known = {entry.id for entry in entries}
    meetings = [
        {"left": compact(met.left, base), "right": compact(met.right, base), "decision": met.decision}
        for met in facts.meetings
    ]
    tints = {party: page.colours.get(party, PALE) for party in page.letters}
    return {
        "parties": [
            {"name": party, "colour": tint, "letter": page.letters[party], "ink": ink(tint)}
            for party, tint in tints.items()
        ],
        "pale": PALE,
        "claims": [
            {"id": entry.id, "text": entry.text, "verdict": entry.verdict, "origins": entry.origins}
            for entry in entries
        ],
        "lines": [asdict(line) for entry in entries for line in entry.lines],
        "meetings": [met for met in meetings if {met["left"], met["right"]} <= known],
        **network(facts, base, selection.shape),
        "asked": compact(selection.claim, base) if selection.claim else None,
    }
