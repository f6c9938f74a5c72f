"""Writes JSON piece by piece, so that no file is whole in memory."""

import json
from collections.abc import Iterable
from typing import IO


def compact_json(value: object) -> bytes:
    """Write a value in one line of UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def write_list(stream: IO[bytes], start: bytes, items: Iterable[object], end: bytes) -> None:
    """Write a list, one item a line, between what opens and what closes it."""
    stream.write(start + b"[")
    comma = b"\n"
    for item in items:
        stream.write(comma + compact_json(item))
        comma = b",\n"
    stream.write(b"\n]" + end + b"\n")
