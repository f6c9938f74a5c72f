"""Tells texts that were written over from one another, though few runs of words are left, by what they share.

A text that retells another keeps its telling words, and keeps many of them side by side; two texts of their own about
one event share the words, but not their order. The measure is the geometric mean of the shorter text's telling words
(weighed by how rare they are among the texts) and of its pairs of neighbouring words that are in the other as well.
Containment rather than resemblance, for copies are cut (Broder 1997, "On the resemblance and containment of
documents"); rewritten news keeps words in patches (Clough et al. 2002, "METER: MEasuring TExt Reuse").
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from kg.corroborate.copies import near_duplicates
from kg.corroborate.words import stems

REWRITTEN = 0.25  # of the measure, from 0 to 1
NEIGHBOURS = 0.12  # of the pairs of the shorter text, below which no two texts are compared
LONG_ENOUGH = 20  # telling words by which two texts are compared at all

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Words:
    """The telling words of one text, and those that stand side by side."""

    single: frozenset[str]
    pairs: frozenset[str]


class Texts(Generic[Key]):
    """Some texts, each given by its passages in their order, to be compared with one another."""

    def __init__(self, passages: Mapping[Key, Iterable[str]]) -> None:
        self._words = {key: _words(parts) for key, parts in passages.items()}
        self._frequency = Counter(word for words in self._words.values() for word in words.single)

    def rewritten(self, keys: Iterable[Key]) -> Iterator[tuple[Key, Key, float]]:
        """Give the pairs of some texts of which one was written over from the other, with the measure."""
        pairs = {key: self._words[key].pairs for key in keys if key in self._words}
        for one, other, part in near_duplicates(pairs, at_least=LONG_ENOUGH, contained=NEIGHBOURS):
            measure = math.sqrt(part * self.shared(one, other))
            if measure >= REWRITTEN:
                yield one, other, measure

    def shared(self, one: Key, other: Key) -> float:
        """Give the part of the shorter text's telling words that the other has, by weight."""
        first, second = self._words[one].single, self._words[other].single
        shorter = min(self._weight(first), self._weight(second))
        return self._weight(first & second) / shorter if min(len(first), len(second)) >= LONG_ENOUGH else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        return sum(math.log(1 + len(self._words) / self._frequency[word]) for word in words)


def _words(passages: Iterable[str]) -> Words:
    found = [word for passage in dict.fromkeys(passages) for word in stems(passage)]
    return Words(frozenset(found), frozenset(" ".join(pair) for pair in pairwise(found)))
