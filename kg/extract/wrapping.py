"""Finds the line breaks that only wrap a plain text at a column, and end no paragraph."""

import re
from itertools import pairwise

_WIDEST = 100  # characters of a line that was wrapped; longer ones are paragraphs
_LEAST = 3  # lines that must be full before a text is taken for wrapped
_OPENING = re.compile(r"\s*(?:#{1,6} |[-*•|>–—]|\d+[.)] )")  # of what is a line of its own
_LINE = re.compile(r"[^\n]+")


def wraps(text: str) -> frozenset[int]:
    r"""Give the offsets of the line breaks inside paragraphs: no word more had gone on the line before.

    >>> sorted(wraps("a b c d e\nf g h i j\nk l m n o\np q.\n"))
    [9, 19, 29]
    """
    lines = [match.span() for match in _LINE.finditer(text) if not match[0].isspace()]
    widest = max((end - start for start, end in lines), default=0)
    if widest > _WIDEST:
        return frozenset()
    joints = [(one, other) for one, other in pairwise(lines) if other[0] == one[1] + 1]
    soft = [one[1] for one, other in joints if _is_full(text, one, other, widest)]
    return frozenset(soft) if len(soft) >= max(_LEAST, len(joints) / 2) else frozenset()


def _is_full(text: str, line: tuple[int, int], following: tuple[int, int], widest: int) -> bool:
    """Whether the first word of the following line had made a line too wide, and neither is of its own."""
    one, other = text[line[0] : line[1]], text[following[0] : following[1]]
    if one.startswith("#") or _OPENING.match(other):
        return False
    return len(one.rstrip()) + 1 + len(other.split()[0]) > widest
