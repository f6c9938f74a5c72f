"""Puts into plain words why a case has the verdict and the score that it has."""

from collections import Counter
from collections.abc import Iterator

from kg.corroborate.case import Case, Term, Verdict
from kg.corroborate.evidence import Evidence
from kg.corroborate.independence import Origin, counted
from kg.corroborate.interest import Interest
from kg.corroborate.relevance import Bearing
from kg.corroborate.testimony import Testimony
from kg.model import Iri

LINES = 12  # at most
SHOWN = 3  # reasons of one kind; the rest is in the statements
NAMED = 2  # speakers in one line

INTEREST = {
    Interest.AGAINST: "against its own interest",
    Interest.OWN: "in its own interest",
    Interest.NEUTRAL: "with no part in it",
    Interest.UNKNOWN: "its interest unknown",
}


def why(case: Case, evidence: Evidence) -> tuple[str, ...]:
    """Give the reasons, most telling first: the verdict, the score, who denies it, each origin, each difference."""
    lines = (_verdict(case), *_score(case), *_turned(case, evidence), *_differences(case, evidence), *_origins(case))
    return (*list(dict.fromkeys(lines))[:LINES], *evidence.notes)


def _verdict(case: Case) -> str:
    for_it, against = counted(case.supporting), counted(case.denying)
    match case.verdict:
        case Verdict.UNKNOWN:
            return "nothing in the graph says it or denies it"
        case Verdict.CONTESTED:
            return f"affirmed by {_names(for_it) or 'nobody'}, denied or contradicted by {_names(against)}"
        case Verdict.ACROSS_SIDES if case.opposed:
            return f"affirmed by opposed sides: {_names(case.opposed)}"
        case Verdict.ACROSS_SIDES if case.admission:
            others = [each for each in for_it if each is not case.admission]
            return f"admitted by {case.admission.name} against its own interest and affirmed by {_names(others)}"
        case Verdict.CORROBORATED:
            return f"affirmed by {len(for_it)} independent origins: {_names(for_it)}"
        case _:
            carriers = len({each.testimony.document for each in case.supports})
            return f"one origin, {_names(for_it)}, in {carriers} document{'s' if carriers > 1 else ''}"


def _names(found: tuple[Origin, ...] | list[Origin]) -> str:
    return " and ".join(origin.name for origin in found)


def _origins(case: Case) -> Iterator[str]:
    for found in (case.supporting, case.denying):
        for origin in found:
            if origin not in counted(found):
                count = len(origin.statements)
                yield f"no origin is added by statements of unknown lineage: {count}"
            elif len(origin.statements) > 1:
                steps = Counter(step for path in origin.reasons for step in path.split(", "))
                joined = "; ".join(sorted(steps, key=lambda step: (-steps[step], step))[:SHOWN])
                yield f"{origin.name}: {len(origin.statements)} statements are one origin: {joined}"


def _turned(case: Case, evidence: Evidence) -> Iterator[str]:
    """Say who took back, or came round to, what it had said before."""
    first: dict[Iri | None, Testimony] = {each.testimony.agent: each.testimony for each in reversed(case.supports)}
    for denied in (each.testimony for each in case.denies):
        said = first.get(denied.agent) if denied.agent else None
        if denied.agent and said and said.said_on and denied.said_on and said.said_on != denied.said_on:
            days = sorted([(said.said_on, "affirmed"), (denied.said_on, "denied")])
            turn = ", then ".join(f"{deed} it on {day}" for day, deed in days)
            yield f"{evidence.knowledge.name(denied.agent)} changed position: first {turn}"


def _differences(case: Case, evidence: Evidence) -> Iterator[str]:
    """Say who was heard in spite of a difference, and who was left out for one; each difference once."""
    for kind, found in (
        ("taken as a denial", case.denies),
        ("counted in support", case.supports),
        ("left out", case.qualifies),
    ):
        heard: dict[str, list[str]] = {}
        for bearing in found:
            if bearing.reasons:
                heard.setdefault("; ".join(bearing.reasons), []).append(_speaker(bearing, evidence))
        often = sorted(heard, key=lambda reason: (-len(heard[reason]), reason))
        yield from (f"{kind}: {_several(heard[reason])}: {reason}" for reason in often[:SHOWN])


def _speaker(bearing: Bearing, evidence: Evidence) -> str:
    said = bearing.testimony
    names = dict.fromkeys(evidence.knowledge.name(each) for each in (said.agent, said.publisher) if each)
    return " in ".join(names) or "unnamed source"


def _several(names: list[str]) -> str:
    """Name the first few of some speakers.

    >>> _several(["Mara Osk", "Tobin Vorn", "Ilka Bren"])
    'Ilka Bren, Mara Osk and 1 more'
    """
    first, more = sorted(set(names))[:NAMED], len(set(names)) - NAMED
    return f"{', '.join(first)} and {more} more" if more > 0 else " and ".join(first)


def _score(case: Case) -> Iterator[str]:
    """Say in one line what each origin adds to the score."""
    sides = (("for", case.supporting, case.supports), ("against", case.denying, case.denies))
    terms = [f"{sign} it {_term(term)}" for sign, found, bearing in sides for term in case.terms(found, bearing)]
    if terms:
        yield f"score {case.score:.2f}: {'; '.join(terms)}"


def _term(term: Term) -> str:
    stand = INTEREST[term.origin.interest] if term.origin.known else "of unknown lineage"
    return f"{term.origin.name}, {stand}, {term.weight * term.match:.2f}"
