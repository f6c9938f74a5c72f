"""Places circles on a plane: what is linked comes near, all else keeps apart, and no circle lies over another."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Ends = NDArray[np.intp]  # two columns: the numbers of the linked circles

REACH = 34.0  # how far apart two linked circles come to rest
PUSH = 0.2  # how strongly circles push each other
GRAVITY = 0.05  # how strongly all are drawn to the middle
GAP = 7.0  # at least this is left between two circles
STEPS = 260
SAMPLE = 300  # as many circles, anew at each step, push all others: of fewer, each does
SWEEPS = 150
PIVOTS = 40
_GOLDEN = 2.399963  # radians; turning by it spreads points evenly


def place(radii: Sequence[float], links: Sequence[tuple[int, int]]) -> Points:
    """Give each circle of one connected drawing its centre; the same circles and links give the same centres.

    Repulsion is taken from a sample of the circles, which changes at each step (Gove, "A random sampling O(n)
    force-calculation algorithm for graph layouts", 2019), so that thousands are placed in seconds.
    """
    size, ends = np.asarray(radii), np.asarray(links, dtype=np.intp).reshape(-1, 2)
    points = _beginning(size, ends)
    weight = np.sqrt(np.bincount(ends.ravel(), minlength=len(size)) + 1.0) + (size / size.mean()) / 2
    chance = np.random.default_rng(len(size))
    for step in range(STEPS):
        heat = REACH * (1 - step / STEPS) * 2
        points = _moved(points, _pulls(points, size, ends) + _pushes(points, weight, chance), heat)
    return _apart(points, size)


def _beginning(size: Points, ends: Ends) -> Points:
    """Begin where distances over the links say: classical scaling from a few pivots, turned a little apart."""
    count = len(size)
    turn, far = _GOLDEN * np.arange(count), np.sqrt(np.arange(count))
    spiral = np.column_stack((far * np.cos(turn), far * np.sin(turn))) * REACH / 2
    if count < 4:
        return spiral
    steps = _distances(count, ends) ** 2
    centred = steps - steps.mean(axis=0) - steps.mean(axis=1, keepdims=True) + steps.mean()
    _, vectors = np.linalg.eigh(centred.T @ centred)
    flat = centred @ vectors[:, -2:]
    flat *= np.where(flat[np.abs(flat).argmax(axis=0), [0, 1]] < 0, -1, 1)  # an axis has no direction of its own
    spread = np.maximum(flat.std(axis=0), 1e-9)
    begun: Points = flat / spread * REACH * np.sqrt(count) / 2 + spiral / 10
    return begun


def _distances(count: int, ends: Ends) -> Points:
    """Count the links from all circles to a few pivots, each as far as can be from those before it."""
    near: list[list[int]] = [[] for _ in range(count)]
    for one, other in ends.tolist():
        near[one].append(other)
        near[other].append(one)
    pivot, nearest, columns = 0, np.full(count, np.inf), []
    for _ in range(min(PIVOTS, count)):
        columns.append(_steps(pivot, near))
        nearest = np.minimum(nearest, columns[-1])
        pivot = int(nearest.argmax())
    return np.column_stack(columns)


def _steps(start: int, near: list[list[int]]) -> Points:
    steps = np.full(len(near), -1.0)
    steps[start], edge, far = 0, [start], 0
    while edge:
        far += 1
        edge = [other for other in {other for one in edge for other in near[one]} if steps[other] < 0]
        steps[edge] = far
    return np.where(steps < 0, far, steps)


def _pulls(points: Points, size: Points, ends: Ends) -> Points:
    one, other = ends.T
    between = points[other] - points[one]
    far = np.maximum(np.hypot(*between.T), 1e-6)
    free = np.maximum(far - size[one] - size[other], 0)
    often = np.bincount(ends.ravel(), minlength=len(size))
    force = between * (free / far / 2 / np.sqrt(np.minimum(often[one], often[other])))[:, None]
    moved = np.zeros_like(points)
    np.add.at(moved, one, force)
    np.add.at(moved, other, -force)
    return moved


def _pushes(points: Points, weight: Points, chance: np.random.Generator) -> Points:
    """Push every circle off those of the sample, and gently back to the middle."""
    count = len(points)
    some = np.arange(count) if count <= SAMPLE else np.sort(chance.choice(count, SAMPLE, replace=False))
    flat = points.astype(np.float32)  # exact enough to push, and twice as quick
    square = (flat**2).sum(axis=1)
    apart = np.maximum(square[:, None] + square[some] - 2 * flat @ flat[some].T, 100)
    strength = weight[some].astype(np.float32) / (apart * np.sqrt(apart))
    strength[some, np.arange(len(some))] = 0
    whole = flat * strength.sum(axis=1)[:, None] - strength @ flat[some]
    pushed: Points = whole * weight[:, None] * (REACH**3 * count / len(some) * PUSH) - points * GRAVITY
    return pushed


def _moved(points: Points, force: Points, most: float) -> Points:
    far = np.maximum(np.hypot(*force.T), 1e-9)
    moved = points + force * (np.minimum(far, most) / far)[:, None]
    centred: Points = moved - moved.mean(axis=0)
    return centred


def _apart(points: Points, size: Points) -> Points:
    """Push circles that lie over each other apart, a little at a time, until none does."""
    for _ in range(SWEEPS):
        one, other = _overlaps(points, size)
        if not len(one):
            break
        between = points[other] - points[one]
        far = np.hypot(*between.T)
        missing = size[one] + size[other] + GAP - far
        unit = np.where(far[:, None] > 1e-6, between / np.maximum(far, 1e-6)[:, None], (1.0, 0.0))
        shift = unit * (missing * 0.55)[:, None]
        moved = np.zeros_like(points)
        np.add.at(moved, one, -shift)
        np.add.at(moved, other, shift)
        often = np.bincount(np.concatenate((one, other)), minlength=len(points))
        points = points + moved / np.maximum(np.sqrt(often), 1)[:, None]
    return points


def _overlaps(points: Points, size: Points) -> tuple[Ends, Ends]:
    """Find the pairs that lie too near, looking only at those with nearly the same x."""
    order = np.argsort(points[:, 0] - size, kind="stable")
    left, right = (points[:, 0] - size)[order], (points[:, 0] + size + GAP)[order]
    until = np.searchsorted(left, right)
    runs = np.maximum(until - np.arange(len(order)) - 1, 0)
    one = np.repeat(np.arange(len(order)), runs)
    other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(runs) - runs, runs)
    one, other = order[one], order[other]
    near = np.hypot(*(points[other] - points[one]).T) < size[one] + size[other] + GAP - 0.5
    return one[near], other[near]
