"""Finds which names of a whole graph stand for one: first whole names, then short ones where only one is meant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.model import Iri
from kg.resolve.likeness import Likeness, compare, keys
from kg.resolve.named import Named
from kg.resolve.short import fitting

CROWD = 60  # names that share a key with more than so many others are not compared by it


@dataclass(frozen=True, slots=True)
class Join:
    """Two names that stand for one, how surely and why."""

    left: Named
    right: Named
    likeness: Likeness


class Groups:
    """Things joined two by two; each knows the first of its group."""

    def __init__(self) -> None:
        self._above: dict[Iri, Iri] = {}

    def head(self, name: Iri) -> Iri:
        """Give the first of the group of a thing."""
        path = []
        while (above := self._above.get(name, name)) != name:
            path.append(name)
            name = above
        for each in path:
            self._above[each] = name
        return name

    def join(self, one: Iri, other: Iri) -> None:
        """Make the groups of two things one."""
        first, second = sorted((self.head(one), self.head(other)))
        self._above[second] = first


def joins(named: Iterable[Named], defined: Iterable[tuple[Iri, Iri]] = ()) -> tuple[Join, ...]:
    """Give the pairs of names that stand for one; what texts define as one (`defined`) helps to tell.

    The answer does not depend on the order of the names.
    """
    everything = sorted(named, key=lambda each: (each.id, each.name))
    found = list(_whole(everything))
    groups = Groups()
    for pair in defined:
        groups.join(*pair)
    for join in found:
        groups.join(join.left.id, join.right.id)
    return (*found, *_short(everything, groups))


def _whole(named: Sequence[Named]) -> Iterator[Join]:
    for one, other in _meeting(named):
        if alike := compare(one, other):
            yield Join(one, other, alike)


def _meeting(named: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    blocks: dict[str, list[Named]] = defaultdict(list)
    for each in named:
        for key in keys(each):
            blocks[key].append(each)
    seen: set[tuple[Named, Named]] = set()
    for key in sorted(blocks):
        if len(blocks[key]) <= CROWD or key.startswith("="):
            for one, other in combinations(blocks[key], 2):
                if one.id != other.id and (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


def _short(named: Sequence[Named], groups: Groups) -> Iterator[Join]:
    """Give each short name with the full name it stands for, where all that it fits are one."""
    for short, found in fitting(named):
        if found and (meant := _only_one(short, [(alike, full) for full, alike in found.items()], groups)):
            yield Join(short, meant[1], meant[0])


def _only_one(short: Named, fits: Sequence[tuple[Likeness, Named]], groups: Groups) -> tuple[Likeness, Named] | None:
    """Give the full name that is meant: all that fit are one, or all that stand in the same documents."""
    near = [(alike, full) for alike, full in fits if full.documents & short.documents]
    for some in (fits, near):
        if some and len({groups.head(full.id) for _, full in some}) == 1:
            return min(some, key=lambda each: (not each[1].documents & short.documents, -each[0].score, each[1].id))
    return None
