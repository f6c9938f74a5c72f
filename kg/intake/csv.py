"""A CSV file of curated claims: one claim a line, in columns that its first line names (docs/imports.md)."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

from kg.errors import UnreadableError
from kg.intake import _values as values
from kg.intake._documents import identified
from kg.intake._rows import rows
from kg.intake.base import MAX_BYTES, Found, InParts, InWords, Note, Record, Scope, Source, Teller, Telling
from kg.iris import Minter
from kg.model import AgentKind, Certainty, Document, Iri, Quotation, Span, Spans, Stance

COLUMNS = (
    "claim", "subject", "predicate", "object", "place", "time", "quantity",
    "source", "kind", "role", "organization", "party", "via", "stance", "affirms", "certainty", "said_on", "quote",
    "url", "publisher", "published", "title", "author", "language", "id",
)  # fmt: skip
Value = TypeVar("Value")
_DELIMITERS = (",", ";", "\t")
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # how UTF-16 begins


class CsvImporter:
    """Reads one claim a line; a line that fails spoils no other."""

    suffixes = (".csv", ".tsv")
    corrects = True

    def fits(self, head: bytes) -> bool:  # noqa: ARG002 (the name tells)
        """Take every file that is called so."""
        return True

    def read(self, source: Source) -> Iterator[Found]:
        """Give the claim, or the error, of every line that is not empty."""
        with source.path.open("rb") as stream:
            lines = rows(stream)
            header = _header(next(lines, None), source)
            yield from header.notes
            for number, row in lines:
                place = f"{source.name}:{number}"
                try:
                    cells = header.cells(row, place)
                    if cells:
                        yield _Line(cells, place, source.minter).record()
                except UnreadableError as error:
                    yield error


class _Header:
    """The first line of a file."""

    def __init__(self, columns: Sequence[str], delimiter: str, place: str) -> None:
        self.columns, self.delimiter = columns, delimiter
        unknown = [each for each in columns if each and each not in COLUMNS]
        for each in unknown:
            if close := get_close_matches(
                each, COLUMNS, n=1, cutoff=0.7
            ):  # to pass over "stanse" would change what is said
                raise UnreadableError(f"{place}: column {each!r} is unknown; call it {close[0]}, or take it out")
        self.notes = [Note(place, f"column {each!r} means nothing here and was left out") for each in unknown]

    def cells(self, row: bytes | None, place: str) -> dict[str, str]:
        """Give the cells of a line by column, those that are empty left out; raises UnreadableError."""
        if row is None:
            raise UnreadableError(
                f"{place}: longer than {MAX_BYTES // 2**20} MB, or its quotation mark is never closed; mend the line"
            )
        found = _split(_decoded(row, place), self.delimiter)
        if len(found) > len(self.columns):
            cure = f"put cells with {self.delimiter!r} in quotation marks"
            raise UnreadableError(f"{place}: {len(found)} cells under {len(self.columns)} columns; {cure}")
        return {name: cell.strip() for name, cell in zip(self.columns, found, strict=False) if cell.strip()}


def _header(first: tuple[int, bytes | None] | None, source: Source) -> _Header:
    """Read the names of the columns; raises UnreadableError where there are none."""
    line = (first[1] if first else None) or b""
    if line.startswith(_WIDE):
        raise UnreadableError(f"{source.name}: UTF-16; save the file as UTF-8")
    words = _decoded(line, f"{source.name}:1").removeprefix("\ufeff")
    found = {each: [name.strip().lower() for name in _split(words, each)] for each in _DELIMITERS}
    delimiter = max(found, key=lambda each: len({*found[each]} & {*COLUMNS}))
    columns = found[delimiter]
    if not {*columns} & {*COLUMNS}:
        raise UnreadableError(
            f"{source.name}:1: no header; name the columns in the first line, such as claim,source,url"
        )
    twice = [each for each in columns if each and columns.count(each) > 1]
    if twice:
        raise UnreadableError(f"{source.name}:1: two columns are called {twice[0]!r}; leave one out")
    if "claim" not in columns and not {"subject", "predicate", "object"} <= {*columns}:
        raise UnreadableError(f"{source.name}:1: no column of claims; add claim, or subject, predicate and object")
    return _Header(columns, delimiter, f"{source.name}:1")


def _decoded(row: bytes, place: str) -> str:
    try:
        words = row.decode()
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{place}: not UTF-8; save the file as UTF-8") from error
    if "\0" in words:
        raise UnreadableError(f"{place}: holds a NUL; save the file as UTF-8")
    return words


def _split(line: str, delimiter: str) -> list[str]:
    csv.field_size_limit(MAX_BYTES)
    return next(csv.reader([line], delimiter=delimiter), [])


class _Line:
    """One line of cells."""

    def __init__(self, cells: Mapping[str, str], place: str, minter: Minter) -> None:
        self.cells, self.place, self.minter = cells, place, minter

    def record(self) -> Record:
        """Give what the line tells; raises UnreadableError."""
        get = self.cells.get
        quote, publisher = get("quote", ""), get("publisher")
        if not (publisher or get("url")):
            raise self._error("no document; give a url or a publisher")
        document = Document(
            id=Iri(""), text=quote, local_id=get("id"), url=get("url"), publisher=publisher, title=get("title"),
            published=self._read("published", values.day), author=get("author"), language=get("language"),
        )  # fmt: skip
        told_by = Teller(name=publisher, kind=AgentKind.OUTLET) if publisher else None
        return Record(
            place=self.place,
            document=identified(self.minter, document),
            publisher=told_by,
            tellings=(self._telling(quote, told_by),),
        )

    def _telling(self, quote: str, publisher: Teller | None) -> Telling:
        source = self._source()
        if source is None and publisher is None:
            raise self._error("no source; say who states it, or a publisher for its own words")
        stance = self._read("stance", lambda words: values.one_of(Stance, words))
        affirms = self._read("affirms", values.truth)
        if affirms and stance in {Stance.DENIES, Stance.DOUBTS}:
            raise self._error(f"{stance} what it affirms; leave one of stance and affirms empty")
        spans: Spans = (Span(0, len(quote)),) if quote else ()
        return Telling(
            source=source,
            claim=self._claim(),
            via=tuple(Teller(name=each) for each in map(str.strip, self.cells.get("via", "").split(";")) if each),
            stance=stance or Stance.ASSERTS,
            affirms=affirms,
            certainty=self._read("certainty", lambda words: values.one_of(Certainty, words)) or Certainty.CERTAIN,
            quotation=Quotation.DIRECT if quote else Quotation.INDIRECT,
            said_on=self._read("said_on", values.day),
            content_spans=spans,
        )

    def _source(self) -> Teller | None:
        """Give the source; one that is written in small letters only ("officials") has no name."""
        get = self.cells.get
        name = get("source")
        kind = self._read("kind", lambda words: values.one_of(AgentKind, words))
        if name is None:
            return None
        return Teller(
            name=name, kind=kind or AgentKind.UNKNOWN, named=name != name.lower() or not name.isascii(),
            role=get("role"), organization=get("organization"), party=get("party"),
        )  # fmt: skip

    def _claim(self) -> InWords | InParts:
        get = self.cells.get
        scope = Scope(
            place=get("place"),
            period=self._read("time", values.period),
            quantity=self._read("quantity", values.quantity),
        )
        subject, predicate, target = get("subject"), get("predicate"), get("object")
        if subject and predicate and target:
            return InParts(subject=subject, predicate=predicate, object=target, text=get("claim"), scope=scope)
        if subject or predicate or target:
            raise self._error("a claim has subject, predicate and object; fill in all three, or claim alone")
        if not get("claim"):
            raise self._error("no claim; write it in claim, or in subject, predicate and object")
        return InWords(text=self.cells["claim"], scope=scope)

    def _read(self, column: str, read: Callable[[str], Value]) -> Value | None:
        words = self.cells.get(column)
        try:
            return None if words is None else read(words)
        except ValueError as error:
            raise self._error(f"{column}: {error}") from error

    def _error(self, message: str) -> UnreadableError:
        return UnreadableError(f"{self.place}: {message}")


importer = CsvImporter()
