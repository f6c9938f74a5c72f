"""A graph being served: who answers, from which snapshot, and who writes."""

import asyncio
from contextlib import suppress

from kg.errors import GraphError
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.problems import TooSlowError
from kg.serve.process import Worker, preload
from kg.serve.snapshots import Snapshots, copy, signature
from kg.serve.wire import Change, Job, Reading, Reply, Snapshot, Wish, Writing
from kg.store.location import Location

_READER, _WRITER = "kg.serve.worker", "kg.serve.writer"
_PATIENT, _BRIEF = 50, 3  # tries to copy a graph that is being written: at the start, and later
_LOOK = 2  # seconds between looks at whether another process changed the graph


class Served:
    """A graph that is read, and written where that is allowed."""

    def __init__(self, location: Location, limits: Limits, base_iri: str, *, writable: bool) -> None:
        self.limits = limits
        self.writable = writable
        self.pool = Pool(self._reader, limits)
        self._location = location
        self._base_iri = base_iri
        self._snapshots = Snapshots(location)
        self._turn = asyncio.Lock()  # of those who write
        self._writer: Worker | None = None
        self._looking: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Take a first snapshot and start the workers."""
        preload(_READER)
        if self.writable:
            first = await self._written(Snapshot())
            if first.status >= 400:
                raise GraphError(first.body.decode().strip())
        else:
            snapshot = self._snapshots.next()
            seen = await asyncio.to_thread(copy, self._location, snapshot, _PATIENT)
            self._snapshots.take(snapshot)
            self._looking = asyncio.create_task(self._look(seen))
        await self.pool.open()

    async def close(self) -> None:
        """End all workers and remove the snapshots."""
        if self._looking:
            self._looking.cancel()
        if self._writer:
            await self._writer.end()
        await self.pool.close()
        self._snapshots.close()

    async def ask(self, request: Reading, wish: Wish) -> Reply:
        """Answer a reading request; raises RequestError."""
        with self._snapshots.current() as snapshot:
            return await self.pool.run(Job(str(snapshot), request, wish))

    async def change(self, request: Writing) -> Reply:
        """Make a change, one at a time; who asks afterwards sees it. Raises RequestError."""
        async with self._turn:
            try:
                return await asyncio.wait_for(self._written(request), self.limits.writing_seconds)
            except TimeoutError as error:
                raise TooSlowError(
                    f"stopped after {self.limits.writing_seconds:g} seconds; what was not done by then was not written"
                ) from error
            finally:
                if self._writer is None:  # it was ended in the middle of its work
                    await self._written(Snapshot())

    async def _written(self, request: Writing) -> Reply:
        """Ask the writer; one that does not answer is ended, and what it had not done is not written."""
        writer = self._writer or await Worker.start(_WRITER, str(self._location.path), self._base_iri)
        self._writer = None
        snapshot = self._snapshots.next()
        try:
            reply = await writer.ask(Change(str(snapshot), request))
        except BaseException:
            await writer.end()
            raise
        self._writer = writer
        if snapshot.exists():
            self._snapshots.take(snapshot)
        return reply

    async def _reader(self) -> Worker:
        return await Worker.start(_READER, self._location.base, self.limits, self._base_iri)

    async def _look(self, seen: object) -> None:
        """Take a new snapshot whenever another process changed the graph."""
        while True:
            await asyncio.sleep(_LOOK)
            if await asyncio.to_thread(signature, self._location) == seen:
                continue
            snapshot = self._snapshots.next()
            with suppress(GraphError, OSError):
                seen = await asyncio.to_thread(copy, self._location, snapshot, _BRIEF)
                self._snapshots.take(snapshot)
