"""Writes JSON piece by piece, so that a list may be longer than memory."""

import json
from collections.abc import Iterable
from typing import IO


def put_list(stream: IO[bytes], items: Iterable[object]) -> None:
    """Write a list, each item on a line of its own."""
    stream.write(b"[")
    for number, item in enumerate(items):
        stream.write(b",\n" if number else b"\n")
        stream.write(compact(item))
    stream.write(b"\n]")


def compact(value: object) -> bytes:
    """Write a value in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
