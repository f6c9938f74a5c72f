"""What a reader is, and what every reader needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from kg.dates import PartialDate
from kg.errors import UnreadableError

MAX_BYTES = 2**20  # of one text; longer ones are no articles, and take the parser minutes and gigabytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the user says of documents that do not say it themselves."""

    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text as read, with what its file says of it: `id url publisher published title author language`."""

    text: str
    location: str  # file and, where it holds several texts, line
    fields: Mapping[str, object] = field(default_factory=dict)


class Reader(Protocol):
    """Reads one format; `kg/ingest/pdf.py` with a `reader` reads files that end in .pdf."""

    def read(self, stream: BinaryIO, location: str) -> Iterator[Draft | UnreadableError]:
        """Give the texts of a stream; what cannot be read is given as an error, or raised when nothing can."""


def read_bytes(stream: BinaryIO, location: str) -> bytes:
    """Read a whole stream that holds one text."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"{location}: longer than {MAX_BYTES // 2**20} MB; split it into single articles")
    return data


def decode(data: bytes, location: str, encoding: str = "utf-8", first_line: int = 1) -> str:
    """Decode bytes without guessing, and drop the byte order mark."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = first_line + data.count(b"\n", 0, error.start)
        raise UnreadableError(f"{location}:{line}: not {encoding.upper()}; convert the file to UTF-8") from error
    except LookupError as error:
        raise UnreadableError(f"{location}: unknown encoding {encoding!r}; convert the file to UTF-8") from error
