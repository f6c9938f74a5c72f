"""What of the evidence has room in a picture: each origin with its first statements, the rest counted."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.corroborate.case import Term
from kg.corroborate.independence import Origin
from kg.corroborate.interest import side_of
from kg.corroborate.relevance import Bearing
from kg.corroborate.verdict import Corroboration
from kg.model import Iri
from kg.pictures.palette import PALETTE, ranked

ROWS = 40  # passages at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An origin, what it adds to the score, those of its statements that are shown and how many are not."""

    origin: Origin
    term: Term | None  # None where it adds nothing, its lineage being unknown
    said: tuple[tuple[Bearing, ...], ...]  # those that one passage says together, as one
    hidden: int  # statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The origins for and against a claim, those of one party beside each other, and how many found no room."""

    supporting: tuple[Shown, ...]
    denying: tuple[Shown, ...]
    hidden: int


def party_colours(answer: Corroboration) -> dict[Iri, str]:
    """Give the parties of what bears on a claim their colours, as far as can be the same in all pictures of a graph."""
    evidence = answer.evidence
    knowledge = evidence.knowledge
    everywhere = ranked((side_of(each, knowledge) for each in evidence.testimonies.values()), knowledge.name)
    told = (*answer.supports, *answer.denies, *answer.qualifies)
    heard = [side_of(each.testimony, knowledge) for each in told]
    heard += [origin.party for origin in (*answer.case.supporting, *answer.case.denying)]
    here = ranked(heard, knowledge.name)
    known = {party: everywhere[party] for party in everywhere if party in here}
    free = (shade for shade in PALETTE if shade not in known.values())
    return known | dict(zip((party for party in here if party not in known), free, strict=False))


def rows_of(answer: Corroboration, picked: Container[Iri] | None = None, most: int = ROWS) -> Rows:
    """Give each origin its share of so many rows; of all statements those that are picked, None being all."""
    told = {each.testimony.statement: each for each in (*answer.supports, *answer.denies)}
    found = {
        id(origin): passages(told[name] for name in origin.statements if picked is None or name in picked)
        for origin in (*answer.case.supporting, *answer.case.denying)
    }
    order = [*party_colours(answer)]
    supporting = _ordered((origin for origin in answer.case.supporting if found[id(origin)]), order)
    denying = _ordered((origin for origin in answer.case.denying if found[id(origin)]), order)
    shown = _shown(len(supporting), len(denying), most)
    kept = [*supporting[: shown[0]], *denying[: shown[1]]]
    shares = _shares([len(found[id(origin)]) for origin in kept], most)
    terms = {id(term.origin): term for term in _terms(answer)}
    made = [
        Shown(
            origin=origin,
            term=terms.get(id(origin)),
            said=found[id(origin)][:share],
            hidden=sum(map(len, found[id(origin)][share:])),
        )
        for origin, share in zip(kept, shares, strict=True)
    ]
    return Rows(
        supporting=tuple(made[: shown[0]]),
        denying=tuple(made[shown[0] :]),
        hidden=len(supporting) + len(denying) - len(kept),
    )


def passages(told: Iterable[Bearing]) -> tuple[tuple[Bearing, ...], ...]:
    """Put together what one source says in one breath: a sentence may carry several claims that say the same."""
    together: dict[object, list[Bearing]] = {}
    for bearing in sorted(told, key=in_time):
        said = bearing.testimony
        how = (said.stance, said.affirms, said.certainty, said.narrated)
        who = (said.document, said.agent, said.via, said.said_on)
        together.setdefault((*who, *how, said.quote or said.statement), []).append(bearing)
    return tuple(map(tuple, together.values()))


def _terms(answer: Corroboration) -> Iterator[Term]:
    yield from answer.case.terms(answer.case.supporting, answer.supports)
    yield from answer.case.terms(answer.case.denying, answer.denies)


def _ordered(found: Iterable[Origin], order: Sequence[Iri]) -> list[Origin]:
    places = {party: place for place, party in enumerate(order)}
    return sorted(found, key=lambda origin: (not origin.known, places.get(origin.party or Iri(""), len(places))))


def _shown(supporting: int, denying: int, most: int) -> tuple[int, int]:
    """Say how many origins of each side have a row, so that a long list on one side leaves room for the other."""
    against = min(denying, max(most // 2, most - supporting))
    return min(supporting, most - against), against


def _shares(wanted: Sequence[int], rows: int) -> list[int]:
    """Give out rows one by one, so that whoever wants few gets all.

    >>> _shares([1, 9, 4], 8)
    [1, 4, 3]
    """
    shares = [0] * len(wanted)
    while rows and shares != list(wanted):
        for place, most in enumerate(wanted):
            if rows and shares[place] < most:
                shares[place] += 1
                rows -= 1
    return shares


def in_time(bearing: Bearing) -> tuple[date, Iri, int, Iri]:
    """Order statements by day, those of unknown day last, and in a document as they stand there."""
    said = bearing.testimony
    day = said.spoken.start if said.spoken and said.spoken.start else date.max
    return day, said.document, said.position, said.statement
