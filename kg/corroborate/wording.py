"""Finds statements that say what is asked in words alone: the last resort, where no claim that was read says it.

A statement covers a question as far as its claim and its quote hold the question's words, each weighed by how few
statements hold it. Statements in the same words count once, so that no copy changes what a word weighs.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.corroborate.knowledge import Knowledge
from kg.corroborate.quantities import Fit, fit
from kg.corroborate.testimony import Testimony
from kg.corroborate.words import stems
from kg.model import Claim, Iri

COVERED = 0.4  # of the weight of a question's words, where nothing says it expressly
BESIDE = 0.65  # where something does
BEYOND_NAMES = 0.2  # of the weight of those of its words that are no names
_NAMES = re.compile(r"(?<!^)\b[A-Z][\w'’-]+|^[A-Z][\w'’-]+(?= [A-Z])")


class Wordings:
    """The words of all statements, ready to be asked."""

    def __init__(self, said: Iterable[Testimony], claims: Mapping[Iri, Claim], knowledge: Knowledge) -> None:
        self._claims = claims
        self._knowledge = knowledge
        self._said: list[list[Testimony]] = []  # of each wording, by statement
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        places: dict[tuple[Iri, str], int] = {}
        for each in sorted(said, key=lambda each: each.statement):
            place = places.setdefault((each.claim, " ".join(each.quote.split())), len(self._said))
            if place == len(self._said):
                self._said.append([])
                for word in self._words(claims[each.claim], each.quote):
                    self._holding[word].append(place)
            self._said[place].append(each)

    def _words(self, claim: Claim, quote: str) -> set[str]:
        return {*stems(claim.text), *stems(quote), *(f"<{iri}>" for iri in self._known(claim))}

    def _known(self, claim: Claim) -> Iterator[Iri]:
        things = (claim.subject, claim.object, claim.place)
        return (iri for iri in things if iri and self._knowledge.knows(iri))

    def saying(self, question: str, parts: Sequence[Claim], at_least: float) -> Iterator[tuple[Testimony, float]]:
        """Give the statements that cover a question, how far each does, and none that gives another number.

        `parts` are the claims read from the question: the known things that they name count by any name.
        """
        postings = self._postings(question, parts)
        weights = {word: self._weight(found) for word, found in postings.items()}
        total = sum(weights.values())
        names = {*stems(" ".join(_NAMES.findall(question))), *self._named(parts)}
        plain = sum(weight for word, weight in weights.items() if word not in names)
        covered: defaultdict[int, float] = defaultdict(float)
        beyond: defaultdict[int, float] = defaultdict(float)
        for word, found in postings.items():
            for place in found:
                covered[place] += weights[word]
                beyond[place] += 0 if word in names else weights[word]
        sizes = {word for part in parts if part.quantity for word in stems(part.quantity.text) if word[0].isdigit()}
        figures = [found for word, found in postings.items() if word in sizes]
        for place in sorted(covered):
            if figures and not any(place in found for found in figures):
                continue
            if covered[place] >= at_least * total and beyond[place] >= BEYOND_NAMES * plain:
                for each in self._said[place]:
                    if not self._differs(parts, self._claims[each.claim]):
                        yield each, covered[place] / total

    def _postings(self, question: str, parts: Sequence[Claim]) -> dict[str, set[int]]:
        """Give for each word of a question the wordings that hold it, or name the known thing that it is part of."""
        known: defaultdict[str, set[str]] = defaultdict(set)
        for part in parts:
            for iri in self._known(part):
                for word in stems(part.labels.get(iri, "")):
                    known[word].add(f"<{iri}>")
        return {
            word: {place for key in (word, *sorted(known[word])) for place in self._holding.get(key, ())}
            for word in dict.fromkeys(stems(question))
        }

    def _named(self, parts: Sequence[Claim]) -> Iterator[str]:
        for part in parts:
            yield from (word for iri in self._known(part) for word in stems(part.labels.get(iri, "")))

    def _weight(self, holding: set[int]) -> float:
        return math.log(1 + (len(self._said) + 1) / (len(holding) + 0.5))

    def _differs(self, parts: Sequence[Claim], claim: Claim) -> bool:
        asked = [part.quantity for part in parts if part.quantity]
        given = claim.quantity
        return given is not None and any(fit(each, given) is Fit.DISJOINT for each in asked)
