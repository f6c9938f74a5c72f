"""A process that answers reading requests, one at a time, from the snapshot that each names."""

import socket
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from kg.serve.answers import Catalogue, answer_query
from kg.serve.confine import confine
from kg.serve.limits import Limits
from kg.serve.problems import AnswerTooLongError, RequestError
from kg.serve.things import describe
from kg.serve.wire import Describe, Job, Named, Query, Reply, plain
from kg.store.location import Location
from kg.store.oxigraph import OxigraphStore


class Reader:
    """Answers jobs; the snapshot of the last one stays open."""

    def __init__(self, base: str, limits: Limits, base_iri: str) -> None:
        self._base = base
        self._limits = limits
        self._base_iri = base_iri
        self._path = ""
        self._store: OxigraphStore | None = None
        self._catalogue: Catalogue | None = None

    def __call__(self, job: Job) -> Reply:
        """Answer one job; raises RequestError."""
        store = self._open(job.store)
        match job.request:
            case Query():
                return answer_query(store, job.request, job.wish, self._limits, self._base_iri)
            case Named():
                self._catalogue = self._catalogue or Catalogue(store)
                return self._catalogue.answer(job.request, job.wish, self._limits)
            case Describe():
                return describe(store, job.request, job.wish, self._limits)

    def _open(self, path: str) -> OxigraphStore:
        if self._store is None or path != self._path:
            if self._catalogue:
                self._catalogue.close()
                self._catalogue = None
            self._store = OxigraphStore(Location(Path(path), self._base), read_only=True)
            self._path = path
        return self._store


def work(channel: socket.socket, base: str, limits: Limits, base_iri: str) -> None:
    """Answer reading requests until the server hangs up; the work of one process."""
    confine(limits.memory)
    attend(channel, Reader(base, limits, base_iri))


def attend(channel: socket.socket, answer: Callable[..., Reply]) -> None:
    """Answer what comes through a channel until its other end is closed."""
    connection = Connection(channel.detach())
    while True:
        try:
            request = connection.recv()
        except EOFError:
            return
        connection.send_bytes(_replied(request, answer).packed())


def _replied(request: object, answer: Callable[..., Reply]) -> Reply:
    try:
        return answer(request)
    except RequestError as problem:
        return plain(problem.status, str(problem), problem.headers)
    except MemoryError:
        return plain(AnswerTooLongError.status, "the answer needs more memory than a query may take; ask for less")
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
        return plain(500, f"kg itself failed on this request ({fault}); please report it")
