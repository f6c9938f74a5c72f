"""Which of the places that bear a name in a gazetteer a text means; of several none is picked without a reason."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.iris import Minter
from kg.model import Decision, Document, Entity, Iri, Judgement, Listed
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.spelling import normalise

MAKER = "rule:gazetteer"
FAR_LARGER = 10  # times as many people as the next must the place have that is meant without a word
_WORD = re.compile(r"\w+")
SHOWN = 8  # so many places are kept for people to choose from


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that is meant, how surely and why."""

    place: Listed
    score: float
    reason: str


def choose(name: str, found: Sequence[Listed], around: Mapping[str, Sequence[Listed]], text: str) -> Choice | None:
    """Choose by what the text names around a place, else the far largest; `around` is given by key.

    Of a town and the units of the same name around it the town is meant.
    """
    outer = {each.key for place in found for each in around[place.key]}
    inner = [place for place in found if place.key not in outer]
    if len(inner) == 1:
        return Choice(inner[0], 0.9, f"“{name}” is the name of one place of the gazetteer")
    words = f" {' '.join(_WORD.findall(text.lower()))} "
    named = {place.key: [each for each in around[place.key] if f" {normalise(each.name)} " in words] for place in inner}
    most = max(map(len, named.values()), default=0)
    best = [place for place in inner if len(named[place.key]) == most]
    if most and len(best) == 1:
        return Choice(best[0], 0.85, f"of {len(inner)} places called “{name}”, that in {named[best[0].key][0].name}")
    first, second, *_ = sorted(best, key=lambda place: -place.population)
    if first.population and first.population >= FAR_LARGER * max(second.population, 1):
        return Choice(first, 0.6, f"the far largest of {len(inner)} places called “{name}”")
    return None


@dataclass(slots=True)
class Meanings:
    """Looks up, for one document, the places that its claims are at."""

    gazetteer: Gazetteer
    minter: Minter
    document: Document
    entities: dict[Iri, Entity] = field(default_factory=dict)
    judgements: dict[Iri, Judgement] = field(default_factory=dict)

    def look_up(self, place: Iri, name: str) -> None:
        """Judge a place to be the one of the gazetteer that is meant; keep all where it cannot be told."""
        found = self.gazetteer.named(name)
        if not found:
            return
        around = {each.key: tuple(self.gazetteer.around(each)) for each in found}
        choice = choose(name, found, around, self.document.text)
        for each in [choice.place] if choice else found[:SHOWN]:
            self._keep(each, around[each.key], name)
        if choice:
            self._judge(place, self._iri(choice.place), choice)

    def _iri(self, place: Listed) -> Iri:
        return self.minter.named("place", place.key)

    def _keep(self, place: Listed, around: Sequence[Listed], name: str) -> None:
        line = (place, *around)
        for each, above in zip(line, (*line[1:], None), strict=True):
            label = (name,) if each is place and normalise(name) != normalise(each.name) else ()
            self.entities[self._iri(each)] = Entity(
                id=self._iri(each), type="place", name=each.name, labels=label, location=each.location,
                part_of=self._iri(above) if above else None, same_as=(each.same_as,) if each.same_as else (),
            )  # fmt: skip

    def _judge(self, place: Iri, meant: Iri, choice: Choice) -> None:
        judgement = Judgement(
            id=self.minter.hashed("judgement", place, meant, Decision.SAME, MAKER, self.document.id), left=place,
            right=meant, decision=Decision.SAME, maker=MAKER, score=choice.score, reason=choice.reason,
            document=self.document.id,
        )  # fmt: skip
        self.judgements[judgement.id] = judgement
