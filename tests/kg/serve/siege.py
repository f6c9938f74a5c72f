"""A server under attack, with someone who only wants an answer, and someone who listens for what it must not fetch."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from kg.resources import folder
from kg.store import open_graph
from tests.kg.serve.serving import Server


class Decoy(ThreadingHTTPServer):
    """Counts who comes."""

    def __init__(self) -> None:
        self.visits: list[str] = []
        visits = self.visits

        class Handler(BaseHTTPRequestHandler):
            def handle(self) -> None:
                visits.append(str(self.client_address))

        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}/x"


@contextmanager
def decoy() -> Iterator[Decoy]:
    """Listen on loopback."""
    with Decoy() as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


@dataclass
class Bystander:
    """Asks the same short question again and again; notes how long each answer took and what went wrong."""

    server: Server
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def _ask(self) -> None:
        while not self._stop.wait(0.05):
            began = time.perf_counter()
            try:
                answer = self.server.query("SELECT ?s { ?s a kg:Claim }")
                if answer.status != 200 or len(answer.rows) != 1:
                    self.failures.append(f"{answer.status} {answer.text[:100]}")
            except OSError as error:
                self.failures.append(repr(error))
            self.seconds.append(time.perf_counter() - began)

    @contextmanager
    def asking(self) -> Iterator["Bystander"]:
        """Ask in the background."""
        thread = threading.Thread(target=self._ask)
        thread.start()
        try:
            yield self
        finally:
            self._stop.set()
            thread.join()


def content(graph: Path) -> list[str]:
    """Give all that a graph holds."""
    with open_graph(graph, read_only=True) as store:
        return sorted(store.dump("nq").decode().splitlines())


def mutants(count: int, seed: int = 1) -> Iterator[str]:
    """Spoil the named queries in ways that a person would not think of."""
    chance = random.Random(seed)  # noqa: S311
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder("queries").glob("*.rq"))]
    pieces = [
        "{",
        "}",
        "(",
        ")",
        "<",
        ">",
        '"',
        "'",
        "\\",
        "#",
        "?",
        "SERVICE <{decoy}> {",
        "FROM <{decoy}>",
        "\x00",
        "\ud7ff",
        "*",
    ]
    for _ in range(count):
        text = chance.choice(texts)
        for _ in range(chance.randint(1, 6)):
            start = chance.randrange(len(text))
            end = min(len(text), start + chance.randint(0, 60))
            other = chance.choice(texts)
            text = chance.choice(
                (
                    text[:start] + text[end:],
                    text[:start] + chance.choice(pieces) + text[start:],
                    text[:end] + text[start:],
                    text[:start] + other[start:],
                )
            ) or "x"  # fmt: skip
        yield text
