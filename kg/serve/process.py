"""A worker process, seen from the server: asked through a channel, and ended when that is needed."""

import asyncio
import os
import pickle
import signal
import socket
import struct
import sys
import time
from contextlib import suppress
from importlib import import_module
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess

from kg.serve.problems import AnswerTooLongError
from kg.serve.wire import Change, Job, Reply

_LENGTH = struct.Struct("!i")  # as multiprocessing's connections write it
_BUFFER = 2**20
_SCHEDULED = 2  # of the clocks of a process, as clock_getcpuclockid(3) numbers them
# Forked from a server process that has all modules loaded and does nothing else, a worker is there in milliseconds.
_processes: ForkServerContext | SpawnContext = (
    get_context("forkserver") if "forkserver" in get_all_start_methods() else get_context("spawn")
)


def preload(module: str) -> None:
    """Let every process begin with a module loaded."""
    _processes.set_forkserver_preload(["__main__", module])


def _run(channel: socket.socket, module: str, *arguments: object) -> None:
    import_module(module).work(channel, *arguments)


class Worker:
    """One process and the channel to it."""

    def __init__(self, process: BaseProcess, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._process = process
        self._reader = reader
        self._writer = writer

    @classmethod
    async def start(cls, module: str, *arguments: object) -> "Worker":
        """Start a process that does the `work` of a module, which the server itself need not load."""
        ours, theirs = socket.socketpair()
        process = _processes.Process(target=_run, args=(theirs, module, *arguments), daemon=True)
        await asyncio.to_thread(process.start)
        theirs.close()
        return cls(process, *await asyncio.open_connection(sock=ours, limit=_BUFFER))

    async def ask(self, request: Job | Change) -> Reply:
        """Send a request and wait for its reply; raises AnswerTooLongError when the process dies of it."""
        data = pickle.dumps(request)
        try:
            self._writer.write(_LENGTH.pack(len(data)) + data)
            await self._writer.drain()
            (length,) = _LENGTH.unpack(await self._reader.readexactly(_LENGTH.size))
            return Reply.unpacked(await self._reader.readexactly(length))
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise AnswerTooLongError(
                "the query needed more memory than it may take, or was nested too deep; ask for less"
            ) from error

    def seconds(self) -> float:
        """Tell how much processor time the process has taken; where the system does not say, it is the time of day."""
        if sys.platform == "linux" and self._process.pid:
            with suppress(OSError):  # it has ended
                return time.clock_gettime((~self._process.pid << 3) | _SCHEDULED)
        return time.monotonic()

    def halt(self) -> None:
        """Let the process stand still."""
        self._signal("SIGSTOP")

    def go_on(self) -> None:
        """Let it go on."""
        self._signal("SIGCONT")

    def _signal(self, name: str) -> None:
        if hasattr(signal, name) and self._process.pid and self._process.is_alive():  # Windows has no such signals
            os.kill(self._process.pid, getattr(signal, name))

    async def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._writer.close()
        await asyncio.to_thread(self._process.join)
        self._process.close()
