"""Quads as lines of N-Quads and back, a few in memory at once."""

from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

_AT_ONCE = 1_000  # lines that are read back together


def to_lines(quads: Iterable[ox.Quad]) -> Iterator[bytes]:
    """Write quads as N-Quads, a line for each."""
    for quad in quads:
        graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else f" {quad.graph_name}"
        yield f"{quad.triple}{graph} .\n".encode()


def from_lines(lines: Iterable[bytes]) -> Iterator[ox.Quad]:
    """Read N-Quads as the lines come."""
    waiting = iter(lines)
    while some := b"".join(islice(waiting, _AT_ONCE)):
        yield from ox.parse(some, format=ox.RdfFormat.N_QUADS)
