"""JSON lines: one object a line, with at least `text`."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import UnreadableError
from kg.ingest.base import MAX_BYTES, Draft, decode

_LONGEST = 16 * MAX_BYTES  # of a line, which holds what was read in a text besides
_ATTRIBUTED = b'"attributions"'


class JsonLinesReader:
    """Reads one document a line; a line that cannot be read spoils no other. The text is taken as it is."""

    def read(self, stream: BinaryIO, location: str) -> Iterator[Draft | UnreadableError]:
        """Give the text or the error of every line that is not empty."""
        for number, line in enumerate(_lines(stream), 1):
            try:
                if line.strip():
                    yield _draft(line, location, number)
            except UnreadableError as error:
                yield error


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Split a stream into lines; what is too long is cut just past the limit, the rest of it passed over."""
    while line := stream.readline(_LONGEST + 1):
        rest = line
        while len(line) > _LONGEST and rest and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_BYTES)
        yield line


def _draft(line: bytes, location: str, number: int) -> Draft:
    place = f"{location}:{number}"
    if len(line) > (_LONGEST if _ATTRIBUTED in line else MAX_BYTES):
        raise UnreadableError(f"{place}: longer than {MAX_BYTES // 2**20} MB; one line holds one article")
    try:
        fields = json.loads(decode(line, location, first_line=number))
    except json.JSONDecodeError as error:
        raise UnreadableError(f"{place}:{error.pos + 1}: not JSON ({error.msg}); write one object a line") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{place}: not to be read as JSON ({error})") from error
    if not isinstance(fields, dict):
        raise UnreadableError(f"{place}: no JSON object; write one object a line")
    text = fields.get("text")
    if not isinstance(text, str):
        cure = (
            "write it by kg extract --with-text"
            if "attributions" in fields
            else "give the article's text under that name"
        )
        raise UnreadableError(f"{place}: no 'text'; {cure}")
    return Draft(text=text, location=place, fields=fields)


reader = JsonLinesReader()
