"""Finds the files, picks the reader of each, and makes documents of what they hold."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from io import BufferedReader
from pathlib import Path
from typing import Final, cast

from kg.errors import UnreadableError
from kg.ingest._attributed import to_reading
from kg.ingest._document import to_document
from kg.ingest.base import Draft, Hints, Reader
from kg.iris import Minter
from kg.model import Document, Reading
from kg.registry import Registry

READERS: Final = Registry[Reader]("reader", package="kg.ingest", group="kg.readers")
ALIASES: Final = {"md": "text", "markdown": "text", "txt": "text", "htm": "html", "xhtml": "html", "ndjson": "jsonl"}
STDIN: Final = "-"


def read_documents(paths: Iterable[str], hints: Hints, minter: Minter) -> Iterator[Document | UnreadableError]:
    """Read files, folders (every file in them, sorted by path) and stdin (`-`).

    What cannot be read is given as an error that names file and line; all else is still read.
    """
    for item in read_all(paths, hints, minter):
        yield item.document if isinstance(item, Reading) else item


def read_all(paths: Iterable[str], hints: Hints, minter: Minter) -> Iterator[Document | Reading | UnreadableError]:
    """Do the same, but where a line says who says what in its text, give that with the document, as it was read."""
    for path in paths:
        locations = list(_files(path)) if path else []
        if not locations:
            yield UnreadableError(f"{path or repr(path)}: no files there; name a file or a folder that holds some")
        for location in locations:
            yield from _read(location, hints, minter)


def _files(path: str) -> Iterator[str]:
    """List the files of a folder and of the folders in it, but those whose names begin with a dot."""
    folder = Path(path)
    if path == STDIN or not folder.is_dir():
        yield path
        return
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.is_file() and not hidden:
            yield str(file)


def _read(location: str, hints: Hints, minter: Minter) -> Iterator[Document | Reading | UnreadableError]:
    try:
        with _open(location) as stream:
            for draft in _reader(_format(location, stream), location).read(stream, location):
                yield _finish(draft, hints, minter)
    except UnreadableError as error:
        yield error
    except OSError as error:
        yield UnreadableError(f"{location}: {error.strerror or error}")


@contextmanager
def _open(location: str) -> Iterator[BufferedReader]:
    if location == STDIN:
        yield cast("BufferedReader", sys.stdin.buffer)
    else:
        with Path(location).open("rb") as stream:
            yield stream


def _format(location: str, stream: BufferedReader) -> str:
    """Name the format by the file's ending; where there is none, by the first character."""
    suffix = Path(location).suffix.removeprefix(".").lower()
    if suffix:
        return ALIASES.get(suffix, suffix)
    start = stream.peek(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    return {b"{": "jsonl", b"<": "html"}.get(start[:1], "text")


@cache
def _readers() -> frozenset[str]:
    return frozenset(READERS.names())


def _reader(name: str, location: str) -> Reader:
    if name not in _readers():
        endings = " ".join(f".{ending}" for ending in sorted({*ALIASES, *_readers()} - {"text"}))
        raise UnreadableError(f"{location}: no reader for .{name} files (have: {endings})")
    return _get(name)


@cache
def _get(name: str) -> Reader:
    return READERS.get(name)


def _finish(draft: Draft | UnreadableError, hints: Hints, minter: Minter) -> Document | Reading | UnreadableError:
    if isinstance(draft, UnreadableError):
        return draft
    try:
        document = to_document(draft, hints, minter)
        return to_reading(document, draft.fields) if "attributions" in draft.fields else document
    except UnreadableError as error:
        return error
