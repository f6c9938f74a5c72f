"""From a text as read to a document: checks what the file says of it, and mints its id."""

import re
from urllib.parse import quote

from kg.dates import PartialDate
from kg.errors import UnreadableError
from kg.ingest.base import Draft, Hints
from kg.iris import Minter
from kg.model import Document

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].*")
_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*://[\w.~%-]+(?::\d+)?)([/?#].*)?")
_ESCAPED = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]")


def to_document(draft: Draft, hints: Hints, minter: Minter) -> Document:
    """Make a document; what the file says comes before what the user says of it."""
    _check_text(draft)
    url = _value(draft, "url")
    published = _value(draft, "published") or _value(draft, "date")
    publisher = _value(draft, "publisher") or hints.publisher
    address = _address(url, draft) if url else hints.url and _address(hints.url, draft)
    return Document(
        id=minter.document(address, publisher, draft.text),
        text=draft.text,
        local_id=_value(draft, "id"),
        url=address,
        publisher=publisher,
        published=_day(published, draft) if published else hints.published,
        title=_value(draft, "title"),
        author=_value(draft, "author"),
        language=_value(draft, "language"),
        location=draft.location,
    )


def _check_text(draft: Draft) -> None:
    if not any(map(str.isalnum, draft.text)):
        raise UnreadableError(f"{draft.location}: no text in it")
    if "\0" in draft.text:
        raise UnreadableError(f"{draft.location}: NUL characters in it; this is no text")
    if re.search("[\ud800-\udfff]", draft.text):
        raise UnreadableError(f"{draft.location}: half a surrogate pair in it; write its characters whole")


def _value(draft: Draft, name: str) -> str | None:
    """Give a field as text; None where it is missing or empty, names joined where there are several."""
    value = draft.fields.get(name)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise UnreadableError(f"{draft.location}: {name!r} is no text; write it as one string")
    return (value or "").strip() or None


def _day(value: str, draft: Draft) -> PartialDate:
    """Read a day; of a moment, the day that it names."""
    moment = _MOMENT.fullmatch(value)
    try:
        return PartialDate(moment[1] if moment else value)
    except ValueError as error:
        raise UnreadableError(
            f"{draft.location}: bad publication day {value!r}; write 2016, 2016-11 or 2016-11-17"
        ) from error


def _address(value: str, draft: Draft) -> str:
    """Check a URL, and percent-encode what a URL may not hold, as browsers do."""
    found = _ADDRESS.fullmatch(value.strip())
    if not found:
        raise UnreadableError(f"{draft.location}: {value!r} is no address; write it whole, as https://example.org/page")
    site, rest = found[1], found[2] or ""
    path, hash_sign, fragment = rest.partition("#")
    return site + _ESCAPED.sub(_escape, path) + hash_sign + _ESCAPED.sub(_escape, fragment)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return character if not character.isascii() and character.isprintable() else quote(character, safe="")
