"""What goes between the server and its workers: requests as Python objects, replies as JSON and bytes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """In which form the client would have the answer."""

    accept: str = ""
    gzip: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A SPARQL query, over the graphs that the protocol names where it names any."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A query of the catalogue, with its parameters as text."""

    name: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Describe:
    """All that is known of one thing, by its path under the base of the graph."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A SPARQL update."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingest:
    """A file to read: its bytes, how its name would end, and what it does not say itself."""

    body: bytes
    suffix: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Nothing but a new snapshot."""


Reading = Query | Named | Describe
Writing = Update | Ingest | Snapshot


@dataclass(frozen=True, slots=True)
class Job:
    """A reading request, with the snapshot that it is to be answered from."""

    store: str
    request: Reading
    wish: Wish


@dataclass(frozen=True, slots=True)
class Change:
    """A writing request, with where to put the snapshot of what it leaves."""

    snapshot: str
    request: Writing


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP response without its wrapping."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def packed(self) -> bytes:
        """Write it as one line of JSON and the body."""
        head = json.dumps({"status": self.status, "headers": dict(self.headers)})
        return head.encode() + b"\n" + self.body

    @classmethod
    def unpacked(cls, data: bytes) -> "Reply":
        """Undo `packed`."""
        end = data.index(b"\n")
        head = json.loads(data[:end])
        return cls(head["status"], head["headers"], data[end + 1 :])


def plain(status: int, words: str, headers: Mapping[str, str] | None = None) -> Reply:
    """Say something in one line."""
    told = {"Content-Type": "text/plain; charset=utf-8", **(headers or {})}
    return Reply(status, told, (" ".join(words.split()) + "\n").encode())
