"""Finds passages that are copies of one text, by the runs of words that they share."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

from kg.corroborate.words import WORD

RUN = 5  # words
CONTAINED = 0.6  # of the runs of a passage are in those that it is a copy of
LONG_ENOUGH = 8  # runs that no two texts have in common by chance

Key = TypeVar("Key", bound=Hashable)


def shingles(text: str) -> frozenset[str]:
    """Give all runs of five words of a text; a shorter text is one run."""
    words = [word.lower() for word in WORD.findall(text)]
    if len(words) < 2:
        return frozenset()
    length = min(RUN, len(words))
    return frozenset(" ".join(words[start : start + length]) for start in range(len(words) - length + 1))


def copies(passages: Mapping[Key, frozenset[str]], at_least: int = 1) -> Iterator[tuple[Key, Key, float]]:
    """Tie each passage that is a copy to the one it is most like, with the part of its runs that are copied.

    A passage is a copy when most of its runs are in a longer one, or in several that are copies of each other; those
    of fewer runs than `at_least` are left out. What comes out is a forest, so that the time grows with the length of
    the passages, not with their pairs. Jaccard similarity of .6 implies containment of .6.
    """
    owner: dict[str, Key] = {}  # of each run: the longest passage that has it
    root: dict[Key, Key] = {}
    for key in sorted(passages, key=lambda key: (-len(passages[key]), str(key))):
        runs = passages[key]
        if not runs or len(runs) < at_least:
            continue
        held = Counter(owner[run] for run in runs if run in owner)
        by_root: Counter[Key] = Counter()
        for other, count in held.items():
            by_root[root[other]] += count
        root[key] = key
        if by_root:
            nearest = max(by_root, key=lambda other: (by_root[other], str(other)))
            part = by_root[nearest] / len(runs)
            if part >= CONTAINED:
                root[key] = nearest
                yield (
                    max((one for one in held if root[one] == nearest), key=lambda one: (held[one], str(one))),
                    key,
                    part,
                )
        for run in runs:
            owner.setdefault(run, key)
