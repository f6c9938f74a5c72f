"""Tells which texts report the same story, among many.

A text is a vector of the stems of its words, each weighed by how few of the texts have it; names count for more. Short
reports of one story choose different words, so each text borrows those of the texts nearest to it, twice: two texts
that share no word are alike if both are near to the same others.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from kg.corroborate.words import STOP_WORDS, WORD, stem, stems

SAME_STORY = 0.86  # from here on two texts report one story
NAME = 1.5  # a name tells so much more than another word as rare
NEAREST, ROUNDS = 8, 2  # so many neighbours lend their words, so many times
SHOUTED = 0.6  # a text with more words than this in capitals does not tell names by them

Key = TypeVar("Key", bound=Hashable)
Vector = dict[str, float]


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
        found = {key: _weighed(bag, weights) for key, bag in bags.items()}
        for _ in range(ROUNDS):
            found = _with_neighbours(found)
        self._vectors = found

    def likeness(self, one: Key, other: Key) -> float:
        """Say from 0 to 1 how surely two of the texts report one story (cosine)."""
        left, right = sorted((self._vectors[one], self._vectors[other]), key=len)
        return min(1.0, sum(weight * right.get(word, 0.0) for word, weight in left.items()))


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


def _with_neighbours(vectors: Mapping[Key, Vector]) -> dict[Key, Vector]:
    """Add to each vector those of its nearest neighbours, by how near they are."""
    holders: defaultdict[str, list[tuple[Key, float]]] = defaultdict(list)
    for key, vector in vectors.items():
        for word, weight in vector.items():
            holders[word].append((key, weight))
    found: dict[Key, Vector] = {}
    for key, vector in vectors.items():
        near: Counter[Key] = Counter()
        for word, weight in vector.items():
            for other, its_weight in holders[word]:
                near[other] += weight * its_weight  # type: ignore[assignment]  # a Counter adds up floats as well
        del near[key]
        joined = dict(vector)
        for other, share in near.most_common(NEAREST):
            for word, weight in vectors[other].items():
                joined[word] = joined.get(word, 0.0) + share * weight
        found[key] = _scaled(joined)
    return found
