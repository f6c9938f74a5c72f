"""The claims of a graph as questions that each source answers with true or false."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.corroborate.agreement import By, group_of
from kg.corroborate.evidence import Evidence
from kg.corroborate.independence import Origin
from kg.corroborate.links import Links
from kg.corroborate.testimony import Testimony
from kg.corroborate.verdict import Corroboration, corroborate_claim
from kg.corroborate.votes import Voice, Votes, votes
from kg.model import Iri

KIND = "claim"
TRUE, FALSE = "true", "false"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A claim with all that speak to it, by source."""

    answer: Corroboration
    said: Mapping[Iri, list[tuple[Testimony, bool]]] = field(repr=False)

    @classmethod
    def put(cls, claim: Iri, evidence: Evidence, by: By) -> "Question":
        """Ask who speaks to a claim."""
        answer = corroborate_claim(evidence, claim)
        said: dict[Iri, list[tuple[Testimony, bool]]] = {}
        for bearings, affirms in ((answer.supports, True), (answer.denies, False)):
            for each in bearings:
                if source := group_of(each.testimony, by, evidence):
                    said.setdefault(source, []).append((each.testimony, affirms))
        return cls(answer=answer, said=said)

    def voices(self) -> Iterator[Voice]:
        """Give the answer of each source; one that says both has two."""
        for source, told in self.said.items():
            for _, affirms in told:
                yield Voice(source, self.answer.claim, TRUE if affirms else FALSE, KIND)

    def record(self, source: Iri) -> Iterator[str]:
        """Say whether independent origins bear a source out, and whether they speak against it."""
        told = self.said[source]
        own = {testimony.statement for testimony, _ in told}
        first = min((day for testimony, _ in told if (day := _first_day(testimony))), default=None)
        stands = {affirms for _, affirms in told}
        others = [each for each in self.answer.origins if each.known and not own & {*each.statements}]
        later = [each for each in others if _speaks_since(first, each, self.answer.evidence)]
        if any(each.affirms in stands for each in later):
            yield "corroborated"
        if any((not each.affirms) in stands for each in later):
            yield "contradicted"


def questions(evidence: Evidence, by: By = "source") -> list[Question]:
    """Give the claims of a graph, one for all that say the same, each with the sources that speak to it."""
    links = Links(evidence)
    return [Question.put(topic, evidence, by) for topic in sorted({links.topic(claim) for claim in evidence.claims})]


def hearing(asked: Iterable[Question]) -> Votes:
    """Give what sources say to claims as voices, for algorithms of truth discovery."""
    return votes((voice for each in asked for voice in each.voices()), {KIND: (TRUE, FALSE)})


def _first_day(testimony: Testimony) -> date | None:
    return testimony.spoken.start if testimony.spoken else None


def _speaks_since(day: date | None, origin: Origin, evidence: Evidence) -> bool:
    """Tell whether an origin says it on a day or after; of unknown days that is not known."""
    spoken = [evidence.testimonies[name].spoken for name in origin.statements]
    return day is not None and any(each.end >= day for each in spoken if each and each.end)
