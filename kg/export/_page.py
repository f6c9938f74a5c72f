"""What the HTML page shows, read from a view: for its tables as rows, for its picture as plain data."""

from dataclasses import asdict, dataclass, field, replace

from kg.errors import TooMuchError
from kg.export._colours import PALE, ranked
from kg.export._entries import VERDICTS, Entry, grouped, read_entries
from kg.export._facts import Facts, read_facts
from kg.export._letters import letters
from kg.export._network import network
from kg.export.selection import EVERYTHING, Selection, chosen
from kg.iris import compact
from kg.pictures.palette import ink
from kg.rdf.vocab import KG
from kg.store.base import View
from kg.table import open_table

# The lines of the picture and what they mean, by view.
_SAID = (("affirms", "affirms"), ("against", "against its own interest"), ("denies", "denies or doubts"))
_MET = (("contradicts", "claims contradict"), ("same", "same or entailed"))
_KEYS = {"claims": _MET, "sources": (("affirms", "affirm the same"), ("denies", "one denies what the other affirms"))}

MOST = 20_000  # statements of which a page is still quick to open


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All of one page: claims by verdict, colours and letters of parties, and the data of the picture."""

    groups: dict[str, list[Entry]]
    meanings: dict[str, str]
    colours: dict[str, str]
    pale: str
    counts: dict[str, int]
    days: tuple[str, str] | None
    letters: dict[str, str]
    key: tuple[tuple[str, str], ...]
    about: str | None  # the claim that was asked for
    part: str  # what was asked for otherwise
    data: dict[str, object] = field(default_factory=dict)


def read_page(view: View, selection: Selection = EVERYTHING) -> Page:
    """Read all that the page shows; raises TooMuchError where no browser could."""
    _check_size(view, selection)
    facts = read_facts(view, selection)
    entries = read_entries(facts, view.base)
    heard = {said.source for said in facts.statements}
    published = sorted(paper.published for paper in facts.documents if paper.published)
    with open_table(view) as table:
        colour = ranked(table)
    parties = dict.fromkeys([*colour, *sorted({said.party for said in facts.statements if said.party})])
    counts = {
        "documents": len(facts.documents),
        "statements": len(facts.statements),
        "sources": len(heard),
        "claims": len(entries),
    }
    page = Page(
        groups=grouped(entries),
        meanings=VERDICTS,
        colours=colour,
        letters=letters(party for party in parties if party),
        about=next((claim.text for claim in facts.claims if claim.id == selection.claim), None),
        part=_part(selection),
        key=_KEYS.get(selection.shape, _SAID + _MET),
        pale=PALE,
        counts=counts,
        days=(published[0], published[-1]) if published else None,
    )
    return replace(page, data=_data(page, facts, view.base, selection))


def _part(selection: Selection) -> str:
    asked = {
        "since": selection.since,
        "until": selection.until,
        "side": selection.party,
        "place": selection.place,
        "verdict": selection.verdict,
        "query": selection.query,
    }
    return ", ".join(f"{name} {value}" for name, value in asked.items() if value)


def _check_size(view: View, selection: Selection) -> None:
    picked = chosen(view, selection)
    many = len(picked) if picked is not None else sum(1 for _ in view.quads(None, KG.claim))
    if many > MOST:
        raise TooMuchError(
            f"a page holds {MOST} statements and these are {many}; choose fewer with --since, --until, --party, "
            "--place, --verdict, --claim or --query, or write gexf for Gephi"
        )


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
