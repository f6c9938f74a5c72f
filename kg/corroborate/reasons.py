"""Puts into plain words why a case has the verdict and the score that it has."""

from collections.abc import Iterator

from kg.corroborate.case import Case, Term, Verdict
from kg.corroborate.evidence import Evidence
from kg.corroborate.independence import Origin, counted
from kg.corroborate.interest import Interest
from kg.corroborate.relevance import Bearing

SHOWN = 5  # reasons of one kind; the rest is in the statements

INTEREST = {
    Interest.AGAINST: "against its own interest",
    Interest.OWN: "in its own interest",
    Interest.NEUTRAL: "with no part in it",
    Interest.UNKNOWN: "its interest unknown",
}


def why(case: Case, evidence: Evidence) -> tuple[str, ...]:
    """Give the reasons: the verdict, each origin, each denial, and every term of the score."""
    return (_verdict(case), *_origins(case), *_differences(case), *_terms(case), *evidence.notes)


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
                joined = "; ".join(sorted(set(origin.reasons))[:SHOWN])
                yield f"{origin.name}: {len(origin.statements)} statements are one origin: {joined}"


def _differences(case: Case) -> Iterator[str]:
    for kind, found in (("counted", case.supports), ("denied", case.denies), ("not counted", case.qualifies)):
        seen = sorted({text for bearing in found if (text := _difference(bearing))})
        yield from (f"{kind}: {text}" for text in seen[:SHOWN])


def _difference(bearing: Bearing) -> str:
    return "; ".join(bearing.reasons)


def _terms(case: Case) -> Iterator[str]:
    for sign, found in (
        ("for", case.terms(case.supporting, case.supports)),
        ("against", case.terms(case.denying, case.denies)),
    ):
        yield from (f"score, {sign}: {_term(term)}" for term in found)


def _term(term: Term) -> str:
    stand = INTEREST[term.origin.interest] if term.origin.known else "of unknown lineage"
    return f"{term.origin.name}, {stand}: {term.weight} x {term.match:.2f}"
