"""Markdown and plain text, with or without front matter."""

import re
from collections.abc import Iterator
from typing import BinaryIO

import yaml

from kg.errors import UnreadableError
from kg.ingest.base import Draft, decode, read_bytes

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"\s*# +(.+)")


class TextReader:
    """Reads one document: what stands between two lines of `---` says where it is from, the rest is its text.

    Line ends are normalised to a line feed; nothing else of the text is changed.
    A first-level heading at its beginning is the title of a document that gives none.
    """

    def read(self, stream: BinaryIO, location: str) -> Iterator[Draft]:
        """Give the one text of the stream."""
        whole = decode(read_bytes(stream, location), location).replace("\r\n", "\n").replace("\r", "\n")
        found = _FRONT_MATTER.match(whole)
        text = whole[found.end() :] if found else whole
        heading = _HEADING.match(text)
        title = {"title": heading[1].strip()} if heading else {}
        yield Draft(text=text, location=location, fields=title | (_fields(found[1], location) if found else {}))


def _fields(block: str, location: str) -> dict[str, object]:
    """Read front matter as YAML in which every value is text, so that no day or number is reinterpreted."""
    try:
        fields = yaml.BaseLoader(block).get_single_data()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise UnreadableError(f"{location}:{line}: broken front matter; put values with ': ' in quotes") from error
    if not isinstance(fields, dict | None):
        raise UnreadableError(f"{location}:1: front matter holds no 'name: value' lines")
    return {str(name): value for name, value in (fields or {}).items()}


reader = TextReader()
