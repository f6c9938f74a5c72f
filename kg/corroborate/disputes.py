"""Finds who calls a figure or a report wrong without repeating it: that denies what the same document reports."""

from collections.abc import Iterable, Iterator

from kg.corroborate.evidence import Evidence
from kg.corroborate.testimony import Testimony
from kg.corroborate.words import stems
from kg.iris import VOCABULARY
from kg.model import Claim, Iri

CALLED_UNRELIABLE = Iri(VOCABULARY + "calledUnreliable")
REPORTS = frozenset(stems("report claim account allegation accusation version information"))
NUMBERS = frozenset(stems("figure number count toll estimate statistics tally data"))


def disputing(question: Claim, supporting: Iterable[Testimony], evidence: Evidence) -> Iterator[Testimony]:
    """Give the statements that call a figure or report unreliable in a document in which another source gives it."""
    speakers: dict[Iri, set[Iri | None]] = {}
    for each in supporting:
        speakers.setdefault(each.document, set()).add(each.agent)
    for claim in evidence.claims.values():
        if claim.predicate == CALLED_UNRELIABLE and claim.id != question.id and _means(claim, question):
            for each in evidence.of_claim(claim.id):
                others = speakers.get(each.document, set()) - {each.agent}
                owners = set(_owners(claim, each, evidence))
                if each.affirms and (others & owners if owners else others):
                    yield each


def _owners(claim: Claim, said: Testimony, evidence: Evidence) -> Iterator[Iri]:
    """Give those quoted in a document whose name stands in the words for the figure: "the Vell Board's figures"."""
    words = set(stems(claim.labels.get(claim.object, "")))
    for other in evidence.quoted_in(said.document):
        if other.agent and words & set(stems(evidence.knowledge.name(other.agent))):
            yield other.agent


def _means(claim: Claim, question: Claim) -> bool:
    """Tell whether the words called unreliable can stand for what is asked: a figure for a number."""
    words = set(stems(claim.labels.get(claim.object, "")))
    return (
        bool(words & (REPORTS | NUMBERS if question.quantity else REPORTS)) and question.predicate != CALLED_UNRELIABLE
    )
