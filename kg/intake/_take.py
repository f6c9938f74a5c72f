"""The road of what others wrote: read → resolve → store, then derive what follows from the whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg.corroborate.derive import derive
from kg.dates import now
from kg.errors import UnreadableError
from kg.intake._links import link
from kg.intake._resolving import Resolving, Written, given
from kg.intake._storing import Stored, Storing
from kg.intake.base import Found, Given, Importer, Note, Record, Source
from kg.model import Run
from kg.store import Store, is_stale

BATCH = 200  # records go in with one transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one record: how many of its statements are new, put right or known, or why it was refused."""

    place: str
    new: int = 0
    corrected: int = 0
    known: int = 0
    note: str | None = None
    error: UnreadableError | None = None


def take(files: Iterable[tuple[Path, Importer]], store: Store, by: str | None = None) -> Iterator[Outcome]:
    """Take in files of others' formats; a record goes in whole or not at all, and the rest with it.

    `by` names who wrote them, where a file does not say. What was taken in before changes nothing.
    """
    resolving = Resolving(store)
    for path, importer in files:
        yield from _take_file(Source(path=path, view=store), importer, store, resolving, by)
    yield from (Outcome(place=place, new=count) for place, count in link(store))
    if is_stale(store):
        derive(store)


def _take_file(
    source: Source, importer: Importer, store: Store, resolving: Resolving, by: str | None
) -> Iterator[Outcome]:
    storing = Storing(store, importer.corrects)
    maker = f"person:{by}" if by else f"import:{source.path.name}"
    batch: list[Written] = []
    found: Found | None
    try:
        for found in chain(importer.read(source), [None]):
            outcome = _gathered(found, batch, resolving, storing, maker)
            if batch and (found is None or len(batch) == BATCH):
                yield from map(_outcome, storing.put(batch))
                batch = []
            if outcome:
                yield outcome
    except UnreadableError as error:
        yield from map(_outcome, storing.put(batch))
        yield Outcome(place=source.name, error=error)
    except OSError as error:
        yield Outcome(place=source.name, error=UnreadableError(f"{source.name}: {error.strerror or error}"))


def _gathered(
    found: Found | None, batch: list[Written], resolving: Resolving, storing: Storing, maker: str
) -> Outcome | None:
    """Put what was found in a file into a batch; give what is to be said of it."""
    match found:
        case Note(place, message):
            return Outcome(place=place, note=message)
        case UnreadableError():
            return Outcome(place="", error=found)
        case Record():
            run = _run(found, resolving, maker)
            written = resolving.write(found, run)
        case Given():
            written = given(found, resolving.minter.base)
        case None:
            return None
    try:
        storing.check(written)
    except UnreadableError as error:
        return Outcome(place=written.place, error=error)
    batch.append(written)
    return None


def _run(record: Record, resolving: Resolving, maker: str) -> Run:
    document = record.document.id
    return Run(id=resolving.minter.hashed("run", document, maker), document=document, maker=maker, generated_at=now())


def _outcome(stored: Stored) -> Outcome:
    return Outcome(place=stored.place, new=stored.new, corrected=stored.corrected, known=stored.known)
