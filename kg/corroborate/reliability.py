"""How far sources can be relied on, over all claims of a graph: by record, and by each way to discover truth.

Each claim, with all that say the same, is a question that every source answers with true or false, by what it affirms,
denies or contradicts. None of this changes a verdict.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kg.corroborate.absence import verdict_without
from kg.corroborate.agreement import By
from kg.corroborate.case import Verdict
from kg.corroborate.evidence import Evidence
from kg.corroborate.questions import TRUE, Question, hearing, questions
from kg.corroborate.truth.base import ALGORITHMS
from kg.model import Iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source with its record: on how many claims others, independent of it, bore it out or spoke against it."""

    source: Iri
    name: str
    claims: int
    corroborated: int  # on the same day or later
    contradicted: int
    reliance: Mapping[str, float]  # by algorithm


@dataclass(frozen=True, slots=True, kw_only=True)
class Believed:
    """One claim with its verdict, beside it how far it is believed, and without whom the verdict would be another."""

    claim: Iri
    text: str
    verdict: Verdict
    belief: Mapping[str, float]  # by algorithm; none where only unnamed sources speak
    without: Mapping[Iri, Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """All sources, those that say most first, and all claims, by their text."""

    by: By
    sources: tuple[Source, ...]
    claims: tuple[Believed, ...]


def reliability(evidence: Evidence, by: By = "source") -> Reliability:
    """Weigh the sources, parties or publishers of a graph, and the claims that they speak to."""
    asked = questions(evidence, by)
    table = hearing(asked)
    beliefs = {name: ALGORITHMS.get(name)(table) for name in ALGORITHMS.names()}
    reliance = {
        source: {name: float(found.sources[place]) for name, found in beliefs.items()}
        for place, source in enumerate(table.sources)
    }
    belief = {
        candidate.item: {name: float(found.candidates[place]) for name, found in beliefs.items()}
        for place, candidate in enumerate(table.candidates)
        if candidate.value == TRUE
    }
    return Reliability(
        by=by,
        sources=tuple(_sources(asked, reliance, evidence)),
        claims=tuple(sorted((_believed(each, belief) for each in asked), key=lambda each: (each.text, each.claim))),
    )


def _sources(asked: list[Question], reliance: Mapping[str, Mapping[str, float]], evidence: Evidence) -> list[Source]:
    records: dict[Iri, Counter[str]] = {}
    for each in asked:
        for source in each.said:
            records.setdefault(source, Counter()).update(("claims", *each.record(source)))
    found = [
        Source(
            source=source,
            name=evidence.knowledge.name(source),
            claims=record["claims"],
            corroborated=record["corroborated"],
            contradicted=record["contradicted"],
            reliance=reliance[source],
        )
        for source, record in records.items()
    ]
    return sorted(found, key=lambda each: (-each.claims, each.name, each.source))


def _believed(asked: Question, belief: Mapping[str, Mapping[str, float]]) -> Believed:
    """Put what is believed beside the verdict, and what the verdict would be without each source."""
    answer = asked.answer
    left_out = {
        source: verdict_without(answer, {testimony.statement for testimony, _ in told})
        for source, told in sorted(asked.said.items())
    }
    return Believed(
        claim=answer.claim,
        text=answer.text,
        verdict=answer.verdict,
        belief=belief.get(answer.claim, {}),
        without={source: verdict for source, verdict in left_out.items() if verdict is not answer.verdict},
    )
