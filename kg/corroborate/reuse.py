"""Tells which texts are one: printed as they are, in part, or written over, though few runs of words are left then.

A text that retells another keeps its telling words, and keeps many of them side by side; two texts of their own about
one event share the words, but not their order. The measure is the geometric mean of the shorter text's telling words
(weighed by how rare they are among the texts) and of its pairs of neighbouring words that are in the other as well.
Containment rather than resemblance, for copies are cut (Broder 1997, "On the resemblance and containment of
documents"); rewritten news keeps words in patches (Clough et al. 2002, "METER: MEasuring TExt Reuse").
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Generic, TypeVar

import networkx as nx

from kg.corroborate.copies import LONG_ENOUGH, copies, shingles
from kg.corroborate.words import stems

REWRITTEN = 0.25  # of the measure, from 0 to 1
NEIGHBOURS = 0.12  # of the pairs of the shorter text, below which no two texts are compared
ENOUGH_WORDS = 20  # telling words by which two texts are compared at all
COMMON = 24  # texts that have a pair of words, from which on it tells nothing

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Words:
    """The telling words of one text, and those that stand side by side."""

    single: frozenset[str]
    pairs: frozenset[str]


class Texts(Generic[Key]):
    """Some texts, each given by its passages in their order."""

    def __init__(self, passages: Mapping[Key, Iterable[str]]) -> None:
        self._passages = {key: tuple(dict.fromkeys(parts)) for key, parts in passages.items()}
        self._words: dict[Key, Words] = {}
        self._frequency: Counter[str] = Counter()
        for key, parts in self._passages.items():
            self._words[key] = _words(parts)
            self._frequency.update(self._words[key].single)

    def same(self) -> dict[Key, tuple[Key, str]]:
        """Give for each text that is one with others a text that stands for them all, and why it is one of them."""
        runs = {key: frozenset().union(*map(shingles, parts)) for key, parts in self._passages.items()}
        web: nx.Graph[Key] = nx.Graph()
        copied = set()
        for one, other, part in copies(runs, LONG_ENOUGH):
            web.add_edge(one, other, reason=f"copies of one text ({part:.0%})")
            copied.add(other)
        for one, other, measure in self.rewritten(self._words.keys() - copied):
            web.add_edge(one, other, reason=f"one text written over ({measure:.2f} of {REWRITTEN} needed)")
        found: dict[Key, tuple[Key, str]] = {}
        for group in nx.connected_components(web):
            first = min(group, key=str)
            for key in group:
                found[key] = first, web.edges[key, min(web[key], key=str)]["reason"]
        return found

    def rewritten(self, keys: Iterable[Key]) -> Iterator[tuple[Key, Key, float]]:
        """Give the pairs of some texts of which one was written over from the other, with the measure."""
        for (one, other), count in sorted(self._neighbours(keys).items(), key=str):
            part = count / min(len(self._words[each].pairs) for each in (one, other))
            if part >= NEIGHBOURS:
                measure = math.sqrt(part * self.shared(one, other))
                if measure >= REWRITTEN:
                    yield one, other, measure

    def _neighbours(self, keys: Iterable[Key]) -> Counter[tuple[Key, Key]]:
        """Count for each two texts the pairs of words that they share, but those of many texts."""
        holders: defaultdict[str, list[Key]] = defaultdict(list)
        for key in sorted(keys, key=str):
            if len(self._words[key].single) >= ENOUGH_WORDS:
                for pair in self._words[key].pairs:
                    holders[pair].append(key)
        return Counter(pair for found in holders.values() if len(found) <= COMMON for pair in combinations(found, 2))

    def shared(self, one: Key, other: Key) -> float:
        """Give the part of the shorter text's telling words that the other has, by weight."""
        first, second = self._words[one].single, self._words[other].single
        return self._weight(first & second) / max(min(self._weight(first), self._weight(second)), 1.0)

    def _weight(self, words: Iterable[str]) -> float:
        return sum(math.log(1 + len(self._words) / self._frequency[word]) for word in words)


def _words(passages: Iterable[str]) -> Words:
    found = [word for passage in passages for word in stems(passage)]
    return Words(frozenset(found), frozenset(" ".join(pair) for pair in pairwise(found)))
