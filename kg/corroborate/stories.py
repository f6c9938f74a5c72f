"""Tells which texts report the same story, among many.

A text is a vector of the stems of its words, each weighed by how few of the texts have it; names count for more. Short
reports of one story choose different words, so each text borrows those of the texts nearest to it: two texts that share
no word are alike if both are near to the same others.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from kg.corroborate.words import STOP_WORDS, WORD, stem, stems

SAME_STORY = 0.78  # from here on two texts report one story
NAME = 1.5  # a name tells so much more than another word as rare
NEAREST, LENT = 8, 3.0  # so many neighbours lend their words, each for so much of how near it is
COMMON = 50  # a word that more texts have does not make them neighbours
SHOUTED = 0.6  # a text with more words than this in capitals does not tell names by them

Key = TypeVar("Key", bound=Hashable)
Vector = Mapping[str, float]


class Stories(Generic[Key]):
    """Some texts, ready to be compared by what they report.

    >>> texts = {1: "A dam broke at Tarn", 2: "Tarn dam gives way", 3: "Ferry sinks off Orlen", 4: "Orlen ferry lost"}
    >>> stories = Stories(texts)
    >>> stories.likeness(1, 2) > 0.8 > 0.2 > stories.likeness(1, 3)
    True
    """

    def __init__(self, texts: Mapping[Key, str]) -> None:
        bags = {key: Counter(stems(text)) for key, text in texts.items()}
        names = names_in(texts.values())
        having = Counter(word for bag in bags.values() for word in bag)
        weights = {
            word: (NAME if word in names else 1.0) * math.log((len(bags) + 1) / (count + 0.5))
            for word, count in having.items()
        }
        self._vectors = {key: _weighed(bag, weights) for key, bag in bags.items()}
        self._holders: defaultdict[str, list[tuple[Key, float]]] = defaultdict(list)
        for key, vector in self._vectors.items():
            for word, weight in vector.items():
                if having[word] <= COMMON:
                    self._holders[word].append((key, weight))
        self._nearest: dict[Key, list[tuple[Key, float]]] = {}
        self._joined: dict[Key, Vector] = {}

    def likeness(self, one: Key, other: Key) -> float:
        """Say from 0 to 1 how surely two of the texts report one story (cosine)."""
        return min(1.0, _product(self._with_neighbours(one), self._with_neighbours(other)))

    def told_with(self, key: Key) -> list[Key]:
        """Give a text and those nearest to it that report its story."""
        near = (other for other, _ in self._neighbours(key))
        return [key, *(other for other in near if self.likeness(key, other) >= SAME_STORY)]

    def _with_neighbours(self, key: Key) -> Vector:
        if key not in self._joined:
            joined = dict(self._vectors[key])
            for other, share in self._neighbours(key):
                for word, weight in self._vectors[other].items():
                    joined[word] = joined.get(word, 0.0) + LENT * share * weight
            self._joined[key] = _scaled(joined)
        return self._joined[key]

    def _neighbours(self, key: Key) -> list[tuple[Key, float]]:
        """Give the texts nearest to one by their own words, and how near they are."""
        if key not in self._nearest:
            near: defaultdict[Key, float] = defaultdict(float)
            for word, weight in self._vectors[key].items():
                for other, its_weight in self._holders.get(word, ()):
                    near[other] += weight * its_weight
            near.pop(key, None)
            self._nearest[key] = sorted(near.items(), key=lambda each: -each[1])[:NEAREST]
        return self._nearest[key]


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Give the stems of the words that some texts write with a capital more often than not, where they need not."""
    capital: Counter[str] = Counter()
    for text in texts:
        words = WORD.findall(text)
        if sum(word[0].isupper() for word in words) > SHOUTED * len(words):
            continue
        for place, word in enumerate(words):
            if word.isalpha() and (place or word.islower()) and word.lower() not in STOP_WORDS:
                capital[stem(word.lower())] += 1 if word[0].isupper() else -1
    return frozenset(word for word, more in capital.items() if more > 0)


def _weighed(bag: Counter[str], weights: Mapping[str, float]) -> Vector:
    return _scaled({word: (1 + math.log(count)) * weights[word] for word, count in bag.items()})


def _scaled(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}


def _product(one: Vector, other: Vector) -> float:
    shorter, longer = sorted((one, other), key=len)
    return sum(weight * longer.get(word, 0.0) for word, weight in shorter.items())
