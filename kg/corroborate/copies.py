"""Finds passages that are copies of one text, by the runs of words that they share."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from typing import TypeVar

from kg.corroborate.words import WORD

RUN = 5  # words
CONTAINED = 0.6  # of the runs of the shorter passage are in the longer one
LONG_ENOUGH = 8  # runs by which two documents are compared at all

Key = TypeVar("Key", bound=Hashable)


def shingles(text: str) -> frozenset[str]:
    """Give all runs of five words of a text; a shorter text is one run."""
    words = [word.lower() for word in WORD.findall(text)]
    if len(words) < 2:
        return frozenset()
    length = min(RUN, len(words))
    return frozenset(" ".join(words[start : start + length]) for start in range(len(words) - length + 1))


def near_duplicates(
    passages: Mapping[Key, frozenset[str]], at_least: int = 1, contained: float = CONTAINED
) -> list[tuple[Key, Key, float]]:
    """Give the pairs of passages of which the shorter is for the most part in the longer, with that part.

    Only passages that share a run are compared. Jaccard similarity of .6 implies containment of .6.
    """
    holders: defaultdict[str, list[Key]] = defaultdict(list)
    for key, runs in passages.items():
        for run in runs:
            holders[run].append(key)
    shared: Counter[tuple[Key, Key]] = Counter(pair for keys in holders.values() for pair in combinations(keys, 2))
    return [
        (one, other, part)
        for (one, other), count in shared.items()
        if (part := _contained(count, (passages[one], passages[other]), at_least)) >= contained
    ]


def _contained(shared: int, passages: Iterable[frozenset[str]], at_least: int) -> float:
    shorter = min(map(len, passages))
    return shared / shorter if shorter >= at_least else 0.0
