"""Splits the bytes of a CSV file into records, so that one that is broken or endless spoils no other (RFC 4180)."""

from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from kg.intake.base import MAX_BYTES

Row = tuple[
    int, bytes | None
]  # the line where a record begins, and the record; None where it is too long or never ends


def rows(stream: BinaryIO) -> Iterator[Row]:
    """Give the records with the lines where they begin; a quotation mark that nothing closes costs one line."""
    lines = _Lines(stream)
    while line := lines.take():
        number, record = line
        parts = [record]
        open_, size = record.count(b'"') % 2 == 1, len(record)
        while open_ and size <= MAX_BYTES and (following := lines.take()):
            parts.append(following[1])
            size += len(following[1])
            open_ ^= following[1].count(b'"') % 2 == 1
        if open_ or size > MAX_BYTES:
            lines.give_back(number + 1, parts[1:])
            yield number, None
        else:
            yield number, b"".join(parts)


class _Lines:
    """Lines with their numbers, which can be given back; what is too long is cut just past the limit."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._waiting, self._number = stream, deque[bytes](), 0

    def take(self) -> tuple[int, bytes] | None:
        """Give the next line, or None at the end."""
        line = self._waiting.popleft() if self._waiting else self._read()
        if not line:
            return None
        self._number += 1
        return self._number, line

    def give_back(self, number: int, lines: list[bytes]) -> None:
        """Take lines back, the first of them of this number."""
        self._waiting.extendleft(reversed(lines))
        self._number = number - 1

    def _read(self) -> bytes:
        line = self._stream.readline(MAX_BYTES + 1)
        rest = line
        while len(line) > MAX_BYTES and rest and not rest.endswith(b"\n"):
            rest = self._stream.readline(MAX_BYTES)
        return line
