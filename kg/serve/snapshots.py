"""Copies of a graph as it was at one moment, from which workers answer while others write to the graph."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

import pyoxigraph

from kg.errors import GraphError
from kg.store.location import Location

_PAUSE = 0.1  # seconds
_NEVER_CHANGED = {".sst", ".duckdb"}  # written once, then only replaced or removed
Signature = tuple[tuple[str, int, int], ...]


class Snapshots:
    """The snapshot in force, and earlier ones for as long as a request reads them."""

    def __init__(self, location: Location) -> None:
        self._location = location
        self._folder = _folder(location.path)
        self._count = 0
        self._current: Path | None = None
        self._used: dict[Path, int] = {}

    def next(self) -> Path:
        """Name the place of one more snapshot."""
        self._count += 1
        return self._folder / str(self._count)

    def take(self, snapshot: Path) -> None:
        """Put a snapshot in force."""
        earlier, self._current = self._current, snapshot
        self._used.setdefault(snapshot, 0)
        if earlier:
            self._drop_unused(earlier)

    @contextmanager
    def current(self) -> Iterator[Path]:
        """Give the snapshot in force, and keep it until it is no longer used."""
        if self._current is None:
            raise GraphError("there is no snapshot yet")
        snapshot = self._current
        self._used[snapshot] += 1
        try:
            yield snapshot
        finally:
            self._used[snapshot] -= 1
            self._drop_unused(snapshot)

    def _drop_unused(self, snapshot: Path) -> None:
        if snapshot != self._current and not self._used[snapshot]:
            del self._used[snapshot]
            shutil.rmtree(snapshot, ignore_errors=True)

    def close(self) -> None:
        """Remove all snapshots."""
        shutil.rmtree(self._folder, ignore_errors=True)
        with suppress(OSError):
            self._folder.parent.rmdir()  # where no other server has snapshots in it


def _folder(graph: Path) -> Path:
    """Make a folder for the snapshots of this process: in the graph, where files can be linked, or else elsewhere."""
    serving = graph / "serving"
    try:
        serving.mkdir(exist_ok=True)
        for left in serving.iterdir():
            if not _alive(left.name):
                shutil.rmtree(left, ignore_errors=True)
        mine = serving / str(os.getpid())
        mine.mkdir()
    except OSError:
        return Path(mkdtemp(prefix="kg-serve-"))
    return mine


def _alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def signature(location: Location) -> Signature:
    """Tell the state of a graph by its files; a change to the graph changes it."""
    return tuple(sorted(_states(location)))


def _states(location: Location) -> Iterator[tuple[str, int, int]]:
    for file in (*location.store.iterdir(), location.words, _journal(location), location.table):
        if file.name not in {"LOCK", "LOG"}:
            with suppress(FileNotFoundError):
                state = file.stat()
                yield file.name, state.st_size, state.st_mtime_ns


def _journal(location: Location) -> Path:
    """Name the file that is there while the text index is being written."""
    return location.words.with_name(f"{location.words.name}-journal")


def copy(location: Location, snapshot: Path, tries: int) -> Signature:
    """Copy a graph that another process may be writing to; gives the signature of what was copied.

    What never changes is linked. The rest is copied, and copied again until nothing changed meanwhile.
    Raises GraphError where it does not hold still for any of so many tries.
    """
    target = snapshot / "store"
    for _ in range(tries):
        before = signature(location)
        shutil.rmtree(snapshot, ignore_errors=True)
        target.mkdir(parents=True)
        with suppress(FileNotFoundError):
            for file in location.store.iterdir():
                _take(file, target)
            copy_derived(location, snapshot)
            if signature(location) == before and not _journal(location).exists():
                _settle(target)
                return before
        time.sleep(_PAUSE)
    shutil.rmtree(snapshot, ignore_errors=True)
    raise GraphError(f"{location.path} is being written without a pause; try again when that is done")


def copy_derived(location: Location, snapshot: Path) -> None:
    """Copy the text index and the table, where they are there."""
    for file in (location.words, location.table):
        with suppress(FileNotFoundError):
            _take(file, snapshot)


def _take(file: Path, folder: Path) -> None:
    if file.suffix in _NEVER_CHANGED:
        with suppress(OSError):
            (folder / file.name).hardlink_to(file)
            return
    shutil.copyfile(file, folder / file.name)


def _settle(store: Path) -> None:
    """Let a database put what is only in its log into tables, so that workers open it fast."""
    try:
        pyoxigraph.Store(store)
    except (OSError, RuntimeError) as error:
        raise GraphError(f"the graph cannot be opened ({error}); restore it from a backup") from error
