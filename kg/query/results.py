"""Writes answers as a table for people, and as CSV, SPARQL results JSON and Turtle for programs."""

import csv
import io
import json
import textwrap
import unicodedata
from collections.abc import Callable, Sequence

import pyoxigraph as ox

from kg.errors import UnknownFormatError
from kg.iris import DEFAULT_BASE, compact
from kg.query.run import Result, Rows, Triples
from kg.rdf.vocab import PREFIXES, XSD
from kg.registry import did_you_mean
from kg.store.base import Term

FORMATS = ("table", "csv", "json", "ttl")
_GAP = "  "
_WORD = 24  # no column needs to be wider for the sake of one word


def render(result: Result, form: str, *, width: int = 100, base: str = DEFAULT_BASE) -> str:
    """Write an answer in one of `FORMATS`; a table fits `width` columns and shortens the ids under `base`."""
    if form not in FORMATS:
        raise UnknownFormatError(f"no format named {form!r}{did_you_mean(form, list(FORMATS))}")
    if form == "table":
        return _table(result, width, base)
    return _WRITERS[form](result)


def _table(result: Result, width: int, base: str) -> str:
    if isinstance(result, bool):
        return "yes\n" if result else "no\n"
    rows = as_rows(result)
    cells = [[_for_people(term, base) for term in row] for row in rows.rows]
    widths = _fit([list(rows.columns), *cells], width)
    lines = _columns(rows.columns, cells, widths) if widths else _records(rows.columns, cells, width)
    count = f"({len(cells)} row{'' if len(cells) == 1 else 's'})"
    return "\n".join([*lines, count]) + "\n"


def _fit(cells: list[list[str]], width: int) -> list[int]:
    """Take from the widest columns until all fit; give nothing where words and ids would have to be cut."""
    columns = list(zip(*cells, strict=True))
    widths = [max(len(cell) for cell in column) for column in columns]
    least = [min(_WORD, max(len(word) for cell in column for word in [*cell.split(), ""])) for column in columns]
    room = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room:
        spare = [wide - low for wide, low in zip(widths, least, strict=True)]
        if max(spare) <= 0:
            return []
        widths[max(range(len(widths)), key=lambda number: (spare[number] > 0, widths[number]))] -= 1
    return widths


def _columns(header: Sequence[str], cells: list[list[str]], widths: list[int]) -> list[str]:
    lines = [*_wrapped(list(header), widths), _GAP.join("─" * wide for wide in widths)]
    for row in cells:
        lines += _wrapped(row, widths)
    return lines


def _records(header: Sequence[str], cells: list[list[str]], width: int) -> list[str]:
    """Write each row as a block of lines, where the columns are too many for the width."""
    widths = [max(len(name) for name in header), 0]
    widths[1] = max(width - widths[0] - len(_GAP), _WORD)
    lines: list[str] = []
    for row in cells:
        for name, cell in zip(header, row, strict=True):
            lines += _wrapped([name, cell], widths) if cell else []
        lines.append("")
    return lines


def _wrapped(row: list[str], widths: list[int]) -> list[str]:
    columns = [
        textwrap.wrap(cell, wide, break_on_hyphens=False) or [""] for cell, wide in zip(row, widths, strict=True)
    ]
    height = max((len(column) for column in columns), default=0)
    padded = [column + [""] * (height - len(column)) for column in columns]
    lines = zip(*padded, strict=True)
    return [_GAP.join(part.ljust(wide) for part, wide in zip(line, widths, strict=True)).rstrip() for line in lines]


def _for_people(term: Term | None, base: str) -> str:
    """Shorten ids, and keep what would steer the terminal out of it."""
    if isinstance(term, ox.Literal) and term.datatype == XSD.boolean:
        return "yes" if term.value == "true" else "no"
    text = compact(term.value, base) if isinstance(term, ox.NamedNode) else _plain(term)
    return " ".join("".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text).split())


def _plain(term: Term | None) -> str:
    return "" if term is None else str(term) if isinstance(term, ox.Triple | ox.BlankNode) else term.value


def as_rows(result: Rows | Triples) -> Rows:
    """Give triples as rows of subject, predicate and object; rows as they are."""
    if isinstance(result, Rows):
        return result
    columns = ("subject", "predicate", "object")
    return Rows(columns, tuple((triple.subject, triple.predicate, triple.object) for triple in result.triples))


def _csv(result: Result) -> str:
    if isinstance(result, bool):
        return f"{result}".lower() + "\n"
    rows = as_rows(result)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([_plain(term) for term in row] for row in rows.rows)
    return stream.getvalue()


def _json(result: Result) -> str:
    if isinstance(result, bool):
        answer: object = {"head": {}, "boolean": result}
    else:
        rows = as_rows(result)
        bindings = [
            {name: _binding(term) for name, term in zip(rows.columns, row, strict=True) if term is not None}
            for row in rows.rows
        ]
        answer = {"head": {"vars": list(rows.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _binding(term: Term) -> dict[str, object]:
    if isinstance(term, ox.Literal):
        literal: dict[str, object] = {"type": "literal", "value": term.value}
        if term.language:
            return literal | {"xml:lang": term.language}
        return literal if term.datatype == XSD.string else literal | {"datatype": term.datatype.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _binding(part) for name, part in parts.items()}}
    return {"type": "uri" if isinstance(term, ox.NamedNode) else "bnode", "value": term.value}


def _turtle(result: Result) -> str:
    if not isinstance(result, Triples):
        raise UnknownFormatError("only a CONSTRUCT or DESCRIBE query gives Turtle; take table, csv or json")
    written = ox.serialize(result.triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    return (written or b"").decode()


_WRITERS: dict[str, Callable[[Result], str]] = {"csv": _csv, "json": _json, "ttl": _turtle}
