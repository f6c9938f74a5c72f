"""Puts lines in order that are more than memory holds: sorted runs in files, then merged."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from io import BufferedReader
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

_RUN = 100_000  # lines in memory at once


def in_order(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Give lines that end in a newline in the order of their bytes, which is that of their code points."""
    waiting = iter(lines)
    with TemporaryDirectory(prefix="kg-sort-") as folder, ExitStack() as files:
        runs: list[BufferedReader] = []
        while run := sorted(islice(waiting, _RUN)):
            path = Path(folder, str(len(runs)))
            path.write_bytes(b"".join(run))
            del run
            runs.append(files.enter_context(path.open("rb")))
        yield from merge(*runs)
