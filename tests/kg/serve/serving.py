"""Starts a real server on loopback and talks to it."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pyoxigraph as ox

from kg.store import create

CASES = Path(__file__).parents[2] / "cases" / "serve"
TOKEN = "open-sesame-0123456789"  # noqa: S105 (of the tests' own server)
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows of a result in JSON, as plain values."""
        bindings = json.loads(self.body)["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in bindings]


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    process: subprocess.Popen[str]
    port: int
    graph: Path
    told: list[str] = field(default_factory=list)

    def send(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        body: bytes | str | None = None,
        *,
        timeout: float = 30,
    ) -> Answer:
        """Send one request on a connection of its own."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            data = body.encode() if isinstance(body, str) else body
            connection.request(method, path, data, dict(headers or {}))
            response = connection.getresponse()
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str = "*/*", **headers: str) -> Answer:
        """Send a GET request."""
        return self.send("GET", path, {"Accept": accept, **headers})

    def query(self, text: str, accept: str = "application/sparql-results+json") -> Answer:
        """Ask in SPARQL."""
        return self.send("POST", "/sparql", {"Content-Type": FORM, "Accept": accept}, urlencode({"query": text}))

    def update(self, text: str, token: str = TOKEN) -> Answer:
        """Change the graph."""
        headers = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {token}"}
        return self.send("POST", "/sparql", headers, text)

    def raw(self, data: bytes, timeout: float = 0.2) -> bytes:
        """Send bytes that need be no request, and give what comes back until the server hangs up or says no more."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as connection:
            back = b""
            try:
                connection.sendall(data)
                while part := connection.recv(65536):
                    back += part
            except (TimeoutError, ConnectionError):
                pass
            return back


def fill(graph: Path) -> None:
    """Make a graph of the case's few statements."""
    with create(graph) as store:
        store.add(ox.parse(path=CASES / "graph.trig", format=ox.RdfFormat.TRIG))


@contextmanager
def serving(graph: Path, *options: str, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Run `kg serve` on a free port; what it says on stderr is told at the end."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "--graph", str(graph), "serve", "--port", "0"]
    told: list[str] = []
    process = subprocess.Popen(
        [*command, *options], stderr=subprocess.PIPE, text=True, env={**os.environ, **(environment or {})}
    )
    assert process.stderr
    try:
        first = process.stderr.readline()
        assert first.startswith("serving "), first + process.stderr.read()
        yield Server(process, urlsplit(first.split()[-1]).port or 0, graph, told)
    finally:
        process.send_signal(signal.SIGTERM)
        told.append(process.communicate(timeout=60)[1])


def descendants(process: int) -> list[int]:
    """Give a process and all that it started, and what these started."""
    found = [process]
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        for child in file.read_text(encoding="ascii").split():
            found += descendants(int(child))
    return found
