"""Cuts a text into runs, over each of which the same marks lie; marks may nest and overlap."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Kind(StrEnum):
    """What a mark says of the words under it."""

    CONTENT = "content"
    SOURCE = "source"
    CUE = "cue"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch `[start, end)` of a text, in code points, that is part of what has this number."""

    start: int
    end: int
    kind: Kind
    number: int  # of the statement or problem
    part: int = 1  # which of its spans of that kind


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text with the marks that lie over all of it, outer ones first."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def opening(self) -> tuple[Mark, ...]:
        """The marks that begin with this run, outer ones first."""
        return tuple(mark for mark in self.marks if mark.start == self.start)

    @property
    def closing(self) -> tuple[Mark, ...]:
        """The marks that end with this run, inner ones first."""
        return tuple(mark for mark in reversed(self.marks) if mark.end == self.end)


def runs(length: int, marks: Iterable[Mark]) -> Iterator[Run]:
    """Cut a text of so many code points where a mark begins or ends; put together the runs are the text.

    >>> marks = [Mark(2, 6, Kind.CONTENT, 1), Mark(4, 9, Kind.CUE, 1)]
    >>> [(run.start, run.end, len(run.marks)) for run in runs(9, marks)]
    [(0, 2, 0), (2, 4, 1), (4, 6, 2), (6, 9, 1)]
    """
    beginning: dict[int, list[Mark]] = defaultdict(list)
    cuts = {0, length}
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        beginning[mark.start].append(mark)
        cuts |= {mark.start, mark.end}
    over: list[Mark] = []
    for start, end in pairwise(sorted(cuts)):
        over = [mark for mark in over if mark.end > start] + beginning[start]
        yield Run(start, end, tuple(over))
