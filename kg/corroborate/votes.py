"""What sources say to questions, as arrays: who gives which answer to which question.

A question (`item`) is of a kind; answers to questions of one kind can be compared: populations, birthplaces, whether
a claim is true. A kind is closed where the same few answers are open to all its questions.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Within = Callable[[str, str], bool]  # is the first answer a part of the second, so that the second is the rougher one?


def totals(key: Ints, weight: Floats | None = None, size: int = 0) -> Floats:
    """Add up the weights of each key, from 0 to the last; without weights count the keys."""
    found: Floats = np.bincount(key, weight, size).astype(np.float64)
    return found


class Voice(NamedTuple):
    """One source that gives one answer to one question."""

    source: str
    item: str
    value: str
    kind: str = ""


class Candidate(NamedTuple):
    """An answer that a question may have."""

    item: str
    value: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class Votes:
    """Voices and what they speak for; make one with `votes`. Arrays hold indexes into what they are named after."""

    sources: tuple[str, ...]
    candidates: tuple[Candidate, ...]  # together by question; none is favoured by its place
    source: Ints  # of each voice
    candidate: Ints  # of each voice
    item: Ints  # of each candidate
    word: Ints  # of each candidate: the same number for the same answer to questions of one kind
    kind: Ints  # of each candidate
    closed: Flags  # of each candidate
    rougher: frozenset[tuple[int, int]]  # candidates of one question of which the second is a part of the first

    @property
    def items(self) -> int:
        """How many questions there are."""
        return int(self.item[-1]) + 1 if len(self.item) else 0

    def by_source(self, weight: Floats) -> Floats:
        """Add up something of the voices for each source."""
        return totals(self.source, weight, len(self.sources))

    def by_candidate(self, weight: Floats | None = None) -> Floats:
        """Add up something of the voices for each candidate; without `weight` count them."""
        return totals(self.candidate, weight, len(self.candidates))

    @cached_property
    def open_answers(self) -> Floats:
        """How many candidates the question of each candidate has."""
        return totals(self.item)[self.item]

    @cached_property
    def claims_of_source(self) -> Floats:
        """How many answers each source gives."""
        return self.by_source(np.ones(len(self.source)))

    def shares(self, weight: Floats) -> Floats:
        """Divide what the candidates weigh by what all candidates of the same question weigh."""
        total = totals(self.item, weight)[self.item]
        return np.where(total > 0, weight / np.where(total > 0, total, 1), 1 / self.open_answers)

    def chances(self, logarithm: Floats) -> Floats:
        """Make of logarithms of odds chances that add up to one for each question."""
        top = np.full(self.items, -np.inf)
        np.maximum.at(top, self.item, logarithm)
        return self.shares(np.exp(logarithm - top[self.item]))

    def best(self, weight: Floats) -> dict[str, str]:
        """Give the answer to each question that weighs most; a tie falls by a checksum, which favours none."""
        order = np.lexsort((np.arange(len(weight)), np.round(weight, 12), self.item))
        return {self.candidates[place].item: self.candidates[place].value for place in order}


def votes(voices: Iterable[Voice], answers: Mapping[str, Collection[str]] | None = None, within: Within | None = None,
          ) -> Votes:  # fmt: skip
    """Arrange voices; the order in which they come, and one that comes twice, changes nothing.

    `answers` gives the answers of each closed kind; `within` tells which answers are parts of others.
    """
    said = sorted(set(voices))
    closed = answers or {}
    found = {Candidate(each.item, each.value, each.kind) for each in said}
    found |= {each._replace(value=value) for each in found for value in closed.get(each.kind, ())}
    candidates = tuple(sorted(found, key=lambda each: (each.kind, each.item, _mixed(each), each.value)))
    place = {each: number for number, each in enumerate(candidates)}
    source = {name: number for number, name in enumerate(sorted({each.source for each in said}))}
    item = _numbers([(each.kind, each.item) for each in candidates])
    return Votes(
        sources=tuple(source),
        candidates=candidates,
        source=_ints(source[each.source] for each in said),
        candidate=_ints(place[Candidate(each.item, each.value, each.kind)] for each in said),
        item=item,
        word=_numbers([(each.kind, each.value) for each in candidates]),
        kind=_numbers([each.kind for each in candidates]),
        closed=np.array([each.kind in closed for each in candidates], dtype=np.bool_),
        rougher=frozenset(_rougher(candidates, item, within)) if within else frozenset(),
    )


def _mixed(candidate: Candidate) -> int:
    return crc32(f"{candidate.item}\t{candidate.value}".encode())


def _ints(numbers: Iterable[int]) -> Ints:
    return np.fromiter(numbers, dtype=np.intp)


def _numbers(keys: Sequence[Hashable]) -> Ints:
    """Give each thing the number of its like, in the order in which they come."""
    seen: dict[Hashable, int] = {}
    return _ints(seen.setdefault(key, len(seen)) for key in keys)


def _rougher(candidates: tuple[Candidate, ...], item: Ints, within: Within) -> Iterable[tuple[int, int]]:
    start = 0
    for end in [*(np.flatnonzero(np.diff(item)) + 1), len(item)]:
        group = range(start, int(end))
        for whole in group:
            for part in group:
                if whole != part and within(candidates[part].value, candidates[whole].value):
                    yield whole, part
        start = int(end)
