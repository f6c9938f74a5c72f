"""The road of what others wrote: read → resolve → store, then derive what follows from the whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.corroborate.derive import derive
from kg.dates import now
from kg.errors import UnreadableError
from kg.intake._given import given
from kg.intake._links import link
from kg.intake._resolving import Resolving, Written
from kg.intake._storing import Storing
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
        yield from _File(Source(path=path, view=store), importer, store, resolving, by).take()
    yield from (Outcome(place=place, new=count) for place, count in link(store))
    if is_stale(store):
        derive(store)


class _File:
    """The taking in of one file."""

    def __init__(self, source: Source, importer: Importer, store: Store, resolving: Resolving, by: str | None) -> None:
        self.source, self.importer, self.resolving = source, importer, resolving
        self.storing = Storing(store, importer.corrects)
        self.maker = f"person:{by}" if by else f"import:{source.path.name}"
        self.moment = now()
        self.batch: list[Written] = []

    def take(self) -> Iterator[Outcome]:
        """Give what becomes of each record; what cannot be read is an outcome too."""
        try:
            for found in self.importer.read(self.source):
                yield from self._met(found)
                if len(self.batch) == BATCH:
                    yield from self._stored()
        except UnreadableError as error:
            yield Outcome(place=self.source.name, error=error)
        except OSError as error:
            yield Outcome(
                place=self.source.name, error=UnreadableError(f"{self.source.name}: {error.strerror or error}")
            )
        yield from self._stored()

    def _met(self, found: Found) -> Iterator[Outcome]:
        """Put a record into the batch, or say what is to be said of it."""
        match found:
            case Note(place, message):
                yield Outcome(place=place, note=message)
            case UnreadableError():
                yield Outcome(place=self.source.name, error=found)
            case Record() | Given():
                try:
                    written = self._written(found)
                    self.storing.check(written)
                    self.batch.append(written)
                except UnreadableError as error:
                    yield Outcome(place=found.place, error=error)
                except ValueError as error:  # such as an IRI that is none
                    yield Outcome(
                        place=found.place, error=UnreadableError(f"{found.place}: {error}; mend or leave it out")
                    )

    def _written(self, found: Record | Given) -> Written:
        if isinstance(found, Given):
            return given(found, self.resolving)
        document = found.document.id
        name = self.resolving.minter.hashed("run", document, self.maker)
        run = Run(id=name, document=document, maker=self.maker, generated_at=self.moment)
        return self.resolving.write(found, run)

    def _stored(self) -> Iterator[Outcome]:
        for stored in self.storing.put(self.batch):
            yield Outcome(place=stored.place, new=stored.new, corrected=stored.corrected, known=stored.known)
        self.batch = []
