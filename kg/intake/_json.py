"""Linked data as plain JSON: files, lines and the scripts of pages, walked without fetching anything."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from kg.errors import UnreadableError

MAX_BYTES = 2**28  # of a file that is read as one value
Object = dict[str, Any]
Value = tuple[str, Any]  # where it stands, and what it is


def values(path: Path) -> Iterator[Value | UnreadableError]:
    """Give the values of a file: one of JSON, one a line, or those of a page's scripts; raises UnreadableError."""
    if path.suffix.lower() in {".html", ".htm"}:
        yield from _of_page(path)
    elif path.suffix.lower() in {".jsonl", ".ndjson"}:
        yield from _of_lines(path)
    else:
        yield str(path), _parsed(_text(path), str(path))


def _text(path: Path) -> str:
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            f"{path}: longer than {MAX_BYTES // 2**20} MB; write one object a line into a .jsonl file"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        raise UnreadableError(f"{path}:{line}: not UTF-8; convert the file to UTF-8") from error


def _parsed(words: str, place: str) -> Any:
    try:
        return json.loads(words)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"{place}:{error.lineno}: not JSON ({error.msg}); mend it, nothing was taken") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{place}: not to be read as JSON ({error}); nothing was taken") from error


def _of_lines(path: Path) -> Iterator[Value | UnreadableError]:
    with path.open("rb") as stream:
        for number, line in enumerate(iter(lambda: stream.readline(MAX_BYTES), b""), 1):
            place = f"{path}:{number}"
            try:
                if line.strip():
                    yield place, json.loads(line.decode("utf-8-sig"))
            except (ValueError, RecursionError) as error:
                yield UnreadableError(f"{place}: not JSON in UTF-8 ({error}); write one object a line")


def _of_page(path: Path) -> Iterator[Value | UnreadableError]:
    page = _Scripts()
    page.feed(_text(path))
    page.close()
    if not page.found:
        raise UnreadableError(f"{path}: no linked data in this page; kg ingest reads its text")
    for line, words in page.found:
        try:
            yield f"{path}:{line}", json.loads(words, strict=False)
        except (ValueError, RecursionError) as error:
            yield UnreadableError(f"{path}:{line}: not JSON ({error}); its script was left out")


class _Scripts(HTMLParser):
    """Collects the scripts of linked data; nothing of a page is run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See a script begin."""
        kind = (dict(attrs).get("type") or "").partition(";")[0].strip().lower()
        self._within = tag == "script" and kind == "application/ld+json"

    def handle_data(self, data: str) -> None:
        """Keep what is in it."""
        if self._within and data.strip():
            self.found.append((self.getpos()[0], data))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        """See it end."""
        self._within = False


def objects(value: Any, kind: str) -> Iterator[Object]:
    """Give all objects of a type within a value, in their order, however deep they lie."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            if kind in types(each):
                yield each
            waiting.extend(reversed(each.values()))
        elif isinstance(each, list):
            waiting.extend(reversed(each))


def types(thing: Object) -> set[str]:
    """Give the types of an object, without the names of their vocabularies."""
    return {_local(each) for key in ("@type", "type") for each in many(thing.get(key)) if isinstance(each, str)}


def get(thing: Any, name: str) -> Any:
    """Give a property of an object, by whatever name its vocabulary goes; of a list of objects, that of the first."""
    for each in many(thing):
        if isinstance(each, dict):
            value = each[name] if name in each else next((v for key, v in each.items() if _local(key) == name), None)
            if value not in (None, "", []):
                return value
    return None


def text(value: Any) -> str | None:
    """Give the words of a value: a text, a number, one with its language, or the first of several."""
    for each in many(value):
        found = each.get("@value", each.get("@id", each.get("id"))) if isinstance(each, dict) else each
        if (
            isinstance(found, str | int | float)
            and not isinstance(found, bool)
            and (words := " ".join(str(found).split()))
        ):
            return words
    return None


def name_of(value: Any) -> str | None:
    """Give the name of a person or body, which may be given as a mere name."""
    named = text(get(value, "name"))
    return named or next((text(each) for each in many(value) if isinstance(each, str)), None)


def many(value: Any) -> list[Any]:
    """Give a value that may be several as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _local(name: str) -> str:
    return name.rpartition("/")[2].rpartition("#")[2].rpartition(":")[2]
