"""How far one answer speaks for another to the same question."""

from math import isfinite, nan

import numpy as np
from rapidfuzz.distance import JaroWinkler

from kg.corroborate.votes import Floats, Ints, Votes

ORDINARY = 0.5  # likeness of answers that neither support nor oppose each other
PART = 1.0  # what lies in a place lies in all that the place lies in
WHOLE = 0.5  # and where the whole is right, the part may be


def implications(votes: Votes) -> tuple[Ints, Ints, Floats]:
    """Give pairs of candidates, and from -1 to 1 how far the first speaks for the second.

    Numbers do so as they come near to each other, a part for its whole, and other words as their letters do.
    """
    left, right = pairs_of_like(votes.item)
    return left, right, np.array([_degree(int(one), int(two), votes) for one, two in zip(left, right, strict=True)])


def numbers(values: list[str]) -> Floats:
    """Read numbers; what is none is not a number."""
    return np.array([_number(value) for value in values], dtype=np.float64)


def pairs_of_like(group: Ints) -> tuple[Ints, Ints]:
    """Give all ordered pairs of different places that hold the same number; equal numbers stand together."""
    size = np.bincount(group)[group] if len(group) else group
    start = np.flatnonzero(np.r_[True, np.diff(group) != 0])[group - group[0]] if len(group) else group
    left = np.repeat(np.arange(len(group)), size)
    right = np.arange(len(left)) - np.repeat(np.cumsum(size) - size, size) + np.repeat(start, size)
    apart = left != right
    return left[apart], right[apart]


def _degree(one: int, two: int, votes: Votes) -> float:
    if (two, one) in votes.rougher:
        return PART
    if (one, two) in votes.rougher:
        return WHOLE
    first, second = votes.candidates[one].value, votes.candidates[two].value
    if votes.closed[one]:
        return -1.0
    figures = _number(first), _number(second)
    if not np.isnan(figures).any():
        return 1 - 2 * min(1.0, abs(figures[0] - figures[1]) / max(abs(figures[0]), abs(figures[1]), 1e-9))
    return float(JaroWinkler.similarity(first, second)) - ORDINARY


def _number(value: str) -> float:
    try:
        figure = float(value.replace(",", ""))
    except ValueError:
        return nan
    return figure if isfinite(figure) else nan
