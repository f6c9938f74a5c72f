"""The claims of a graph as questions that each source answers with true or false."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

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
    latest: Mapping[bool, list[tuple[date, int]]] = field(repr=False)  # when each known origin spoke last, latest first
    homes: Mapping[Iri, set[int]] = field(repr=False)  # the origins that each statement is of, by their number

    @classmethod
    def put(cls, claim: Iri, evidence: Evidence, by: By) -> "Question":
        """Ask who speaks to a claim."""
        answer = corroborate_claim(evidence, claim)
        said: dict[Iri, list[tuple[Testimony, bool]]] = {}
        for bearings, affirms in ((answer.supports, True), (answer.denies, False)):
            for each in bearings:
                if source := group_of(each.testimony, by, evidence):
                    said.setdefault(source, []).append((each.testimony, affirms))
        latest: dict[bool, list[tuple[date, int]]] = {True: [], False: []}
        homes: dict[Iri, set[int]] = {}
        for number, origin in enumerate(answer.origins):
            for name in origin.statements:
                homes.setdefault(name, set()).add(number)
            if origin.known and (day := _last_day(origin, evidence)):
                latest[origin.affirms].append((day, number))
        return cls(
            answer=answer, said=said, latest={key: sorted(days)[::-1] for key, days in latest.items()}, homes=homes
        )

    def voices(self) -> Iterator[Voice]:
        """Give the answer of each source; one that says both has two."""
        for source, told in self.said.items():
            for _, affirms in told:
                yield Voice(source, self.answer.claim, TRUE if affirms else FALSE, KIND)

    def record(self, source: Iri) -> Iterator[str]:
        """Say whether independent origins bear a source out, and whether they speak against it."""
        told = self.said[source]
        first = min((day for testimony, _ in told if (day := _first_day(testimony))), default=None)
        own = {number for testimony, _ in told for number in self.homes.get(testimony.statement, ())}
        stands = {affirms for _, affirms in told}
        if first and any(self._is_heard(affirms, first, own) for affirms in stands):
            yield "corroborated"
        if first and any(self._is_heard(not affirms, first, own) for affirms in stands):
            yield "contradicted"

    def _is_heard(self, affirms: bool, since: date, own: Container[int]) -> bool:
        """Tell whether an origin but one's own affirms or denies it on a day or after; of unknown days nobody knows."""
        late = takewhile(lambda spoken: spoken[0] >= since, self.latest[affirms])
        return any(number not in own for _, number in late)


def questions(evidence: Evidence, by: By = "source") -> list[Question]:
    """Give the claims of a graph, one for all that say the same, each with the sources that speak to it."""
    links = Links(evidence)
    return [Question.put(topic, evidence, by) for topic in sorted({links.topic(claim) for claim in evidence.claims})]


def hearing(asked: Iterable[Question]) -> Votes:
    """Give what sources say to claims as voices, for algorithms of truth discovery."""
    return votes((voice for each in asked for voice in each.voices()), {KIND: (TRUE, FALSE)})


def _first_day(testimony: Testimony) -> date | None:
    return testimony.spoken.start if testimony.spoken else None


def _last_day(origin: Origin, evidence: Evidence) -> date | None:
    spoken = (evidence.testimonies[name].spoken for name in origin.statements)
    return max((each.end for each in spoken if each and each.end), default=None)
