"""Writes JSON piece by piece, so that no file is whole in memory."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import IO


def compact_json(value: object) -> bytes:
    """Write a value in one line of UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def write_list(stream: IO[bytes], start: bytes, items: Iterable[object], end: bytes) -> None:
    """Write a list, one item a line, between what opens and what closes it."""
    write_pieces(stream, start, ([compact_json(item)] for item in items), end)


def write_pieces(stream: IO[bytes], start: bytes, items: Iterable[Iterable[bytes]], end: bytes) -> None:
    """Write a list whose items come in pieces."""
    stream.write(start + b"[")
    comma = b"\n"
    for item in items:
        stream.write(comma)
        stream.writelines(item)
        comma = b",\n"
    stream.write(b"\n]" + end + b"\n")


def with_lists(values: Mapping[str, object], **lists: Iterator[object]) -> Iterator[bytes]:
    """Give an object in pieces, its last values being lists of which only one item is in memory; an empty one goes.

    >>> b"".join(with_lists({"a": 1}, b=iter([2, 3]), c=iter([])))
    b'{"a":1,"b":[2,3]}'
    """
    yield compact_json(values).removesuffix(b"}")
    for name, items in lists.items():
        opened = False
        for item in items:
            yield (b"," if opened else b"," + compact_json(name) + b":[") + compact_json(item)
            opened = True
        if opened:
            yield b"]"
    yield b"}"
