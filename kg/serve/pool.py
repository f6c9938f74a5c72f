"""Runs reading requests in worker processes, and ends those that take too long; the others never notice."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress

from kg.serve.limits import Limits
from kg.serve.problems import BusyError, TooSlowError
from kg.serve.process import Worker
from kg.serve.wire import Job, Reply

_CROWDED = 4  # times as long as with a processor of its own is enough for any short query
_A_MOMENT = 0.01  # seconds
Start = Callable[[], Awaitable[Worker]]


class Pool:
    """A fixed number of workers for queries that have only begun, and as many more as there are long ones.

    A query that runs longer than the limits' patience leaves its place to others. Of such long ones a few run at once;
    the others are halted until one of those is done. So long queries wait for each other, and short ones for none.
    """

    def __init__(self, start: Start, limits: Limits) -> None:
        self._start = start
        self._limits = limits
        self._free: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        self._busy: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(limits.long)  # of long queries
        self.waiting = 0
        self.halted = 0
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
        replaced, began = False, time.monotonic()
        try:
            await self._for_short(worker, asking)
            if not asking.done():
                self._soon(self._add())
                replaced = True
                await self._for_long(worker, asking, began)
            return asking.result()
        finally:
            self._busy.discard(worker)
            self._leave(worker, asking, replaced=replaced)

    async def _worker(self) -> Worker:
        if self.waiting >= self._limits.waiting:
            raise BusyError(f"{self.waiting} queries are waiting already; try again in a moment")
        self.waiting += 1
        try:
            async with asyncio.timeout(self._limits.turn):
                return await self._free.get()
        except TimeoutError as error:
            raise BusyError(f"no turn within {self._limits.turn:g} seconds; try again in a moment") from error
        finally:
            self.waiting -= 1

    async def _for_short(self, worker: Worker, asking: asyncio.Task[Reply]) -> None:
        """Wait until a query is done or has had its share of a processor, which takes longer where others want it."""
        patience = self._limits.patience
        began = worker.seconds()
        until = time.monotonic() + min(_CROWDED * patience, self._limits.seconds)
        left = patience
        while not asking.done() and left > 0:
            await asyncio.wait({asking}, timeout=max(left, _A_MOMENT))
            left = min(patience - (worker.seconds() - began), until - time.monotonic())

    async def _for_long(self, worker: Worker, asking: asyncio.Task[Reply], began: float) -> None:
        """Wait for a long query, first for its place among the long ones; the time it was halted does not count."""
        left = began + self._limits.seconds - time.monotonic()
        if self._places.locked():
            await self._halt(worker)
        else:
            await self._places.acquire()
        self.long += 1
        try:
            await asyncio.wait({asking}, timeout=max(0, left))
        finally:
            self.long -= 1
            self._places.release()
        if not asking.done():
            raise TooSlowError(f"stopped after {self._limits.seconds:g} seconds; ask for less, or add a LIMIT")

    async def _halt(self, worker: Worker) -> None:
        """Halt a query until there is a place for it."""
        if self.halted >= self._limits.halted:
            raise BusyError("too many queries that take long are waiting already; ask for less, or try again later")
        self.halted += 1
        worker.halt()
        try:
            async with asyncio.timeout(self._limits.turn):
                await self._places.acquire()
        except TimeoutError as error:
            raise BusyError("other queries that take long were running all the time; try again later") from error
        finally:
            self.halted -= 1
            worker.go_on()

    def _leave(self, worker: Worker, asking: asyncio.Task[Reply], *, replaced: bool) -> None:
        """Free the worker for the next request, or end it where it is still at work, dead or one too many."""
        whole = asking.done() and not asking.cancelled() and asking.exception() is None
        if whole and not replaced:
            self._free.put_nowait(worker)
            return
        asking.cancel()
        self.ended += not whole
        self._soon(worker.end())
        if not replaced:
            self._soon(self._add())

    async def _add(self) -> None:
        """Start one more worker, as soon as the machine can."""
        while True:
            try:
                self._free.put_nowait(await self._start())
                return
            except OSError:
                await asyncio.sleep(1)

    def _soon(self, work: Awaitable[None]) -> None:
        async def doing() -> None:
            with suppress(asyncio.CancelledError):
                await work

        task = asyncio.create_task(doing())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
