"""Puts drawings side by side so that the whole is small: each takes the squares it covers, and none is taken twice.

After Freivalds, Dogrusoz and Kikusts, "Disconnected graph layout and the polyomino packing approach", 2002.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Squares = NDArray[np.intp]  # two columns: across and down
Disc = tuple[float, float, float]  # x, y, radius

SQUARE = 40.0  # width of a square
ROOM = 16.0  # kept free around each circle, for its name
WIDE = 1.1  # the width of the whole against its height


def pack(drawings: Sequence[Sequence[Disc]]) -> list[tuple[float, float]]:
    """Give each drawing the shift that takes it to its place; the first is put in the middle, the rest around it."""
    shapes = [_squares(discs) for discs in drawings]
    span = 2 * max((int(np.ptp(shape, axis=0).max()) + 1 for shape in shapes), default=1)
    side = span + 2 * int(np.sqrt(sum(len(shape) for shape in shapes))) + 2
    taken = np.zeros((2 * side, 2 * side), dtype=np.bool_)
    shifts = []
    for shape in shapes:
        corner = shape.min(axis=0)
        own = shape - corner
        at = _free(taken, own)
        taken[tuple((own + at).T)] = True
        shifts.append(tuple(((at - corner) * SQUARE).tolist()))
    return shifts


def _squares(discs: Iterable[Disc]) -> Squares:
    """List the squares that circles cover."""
    found: set[tuple[int, int]] = set()
    for x, y, radius in discs:
        reach = radius + ROOM
        across = range(int((x - reach) // SQUARE), int((x + reach) // SQUARE) + 1)
        down = range(int((y - reach) // SQUARE), int((y + reach) // SQUARE) + 1)
        found.update((column, row) for column in across for row in down)
    return np.array(sorted(found), dtype=np.intp)


def _free(taken: NDArray[np.bool_], own: Squares) -> Squares:
    """Find the free place nearest to the middle; only places near to what is taken are looked at."""
    size, middle = own.max(axis=0) + 1, len(taken) // 2
    columns, rows = np.nonzero(taken)
    low = np.array([columns.min(), rows.min()]) if len(columns) else np.array([middle, middle])
    high = np.array([columns.max(), rows.max()]) if len(columns) else low
    across, down = (np.arange(low[i] - size[i], high[i] + 2) for i in (0, 1))
    places = np.stack(np.meshgrid(across, down, indexing="ij"), axis=-1).reshape(-1, 2)
    centres = places + (size - 1) / 2 - (low + high) / 2 if len(columns) else places * 0.0
    far = np.maximum(np.abs(centres[:, 0]) / WIDE, np.abs(centres[:, 1])) + np.hypot(*centres.T) / 1000
    for some in np.array_split(np.argsort(far, kind="stable"), max(len(far) // 512, 1)):
        spots = places[some][:, None] + own
        free = ~taken[spots[..., 0], spots[..., 1]].any(axis=1)
        if free.any():
            found: Squares = places[some[int(free.argmax())]]
            return found
    raise AssertionError("a place beside all others is always free")
