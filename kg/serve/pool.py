"""Runs reading requests in worker processes, and ends those that take too long; the others never notice."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from kg.serve.limits import Limits
from kg.serve.problems import BusyError, TooSlowError
from kg.serve.process import Worker
from kg.serve.wire import Job, Reply

Start = Callable[[], Awaitable[Worker]]


class Pool:
    """A fixed number of workers for queries that have only begun, and as many more as there are long ones.

    A query that runs longer than the limits' patience leaves its place to others, so that long queries, however many
    are sent, hold up no short one for longer than that.
    """

    def __init__(self, start: Start, limits: Limits) -> None:
        self._start = start
        self._limits = limits
        self._free: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        self._busy: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.waiting = 0
        self.long = 0
        self.ended = 0

    @property
    def running(self) -> int:
        """How many requests are being answered."""
        return len(self._busy)

    async def open(self) -> None:
        """Start the workers."""
        await asyncio.gather(*(self._add() for _ in range(self._limits.quick)))

    async def close(self) -> None:
        """End the workers."""
        for task in self._tasks:
            task.cancel()
        workers = [*self._busy, *(self._free.get_nowait() for _ in range(self._free.qsize()))]
        await asyncio.gather(*(worker.end() for worker in workers))

    async def run(self, job: Job) -> Reply:
        """Answer a request; raises BusyError, TooSlowError or AnswerTooLongError."""
        worker = await self._worker()
        self._busy.add(worker)
        asking = asyncio.create_task(worker.ask(job))
        replaced = False
        try:
            await asyncio.wait({asking}, timeout=min(self._limits.patience, self._limits.seconds))
            if not asking.done():
                self._check_room_for_long()
                self._soon(self._add())
                replaced = True
                await self._for_long(asking)
            return asking.result()
        finally:
            self._busy.discard(worker)
            self._leave(worker, asking, replaced=replaced)

    async def _worker(self) -> Worker:
        if self.waiting >= self._limits.waiting:
            raise BusyError(f"{self.waiting} queries are waiting already; try again in a moment")
        self.waiting += 1
        try:
            return await asyncio.wait_for(self._free.get(), self._limits.turn)
        except TimeoutError as error:
            raise BusyError(f"no turn within {self._limits.turn:g} seconds; try again in a moment") from error
        finally:
            self.waiting -= 1

    def _check_room_for_long(self) -> None:
        if self._limits.seconds <= self._limits.patience:
            raise self._too_slow()
        if self.long >= self._limits.long:
            raise BusyError(
                f"{self.long} queries that take longer than {self._limits.patience:g} s are running already; "
                "ask for less, or try again later"
            )

    async def _for_long(self, asking: asyncio.Task[Reply]) -> None:
        self.long += 1
        try:
            await asyncio.wait({asking}, timeout=self._limits.seconds - self._limits.patience)
        finally:
            self.long -= 1
        if not asking.done():
            raise self._too_slow()

    def _too_slow(self) -> TooSlowError:
        return TooSlowError(f"stopped after {self._limits.seconds:g} seconds; ask for less, or add a LIMIT")

    def _leave(self, worker: Worker, asking: asyncio.Task[Reply], *, replaced: bool) -> None:
        """Free the worker for the next request, or end it where it is still at work, dead or one too many."""
        if asking.done() and not asking.cancelled() and asking.exception() is None and not replaced:
            self._free.put_nowait(worker)
            return
        asking.cancel()
        self.ended += 1
        self._soon(worker.end())
        if not replaced:
            self._soon(self._add())

    async def _add(self) -> None:
        self._free.put_nowait(await self._start())

    def _soon(self, work: Awaitable[None]) -> None:
        async def doing() -> None:
            with suppress(asyncio.CancelledError):
                await work

        task = asyncio.create_task(doing())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
