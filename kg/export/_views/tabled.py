"""The views that are read from the table of statements: full, sources and claims."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.export._picture import EDGE_FIELDS, NODE_FIELDS, Edge, Field, Node, Picture, Spells, Value
from kg.export._rows import add_beside, opened
from kg.export._texts import legible, short
from kg.export.selection import Selection
from kg.query.catalog import load
from kg.store.base import View
from kg.table import Table

_TYPES: dict[str, type[Value]] = {"VARCHAR": str, "INTEGER": int, "BIGINT": int, "DOUBLE": float, "BOOLEAN": bool}
_OF_NODES = ("id", "label", "kind", "colour", "size", "spells")
_OF_EDGES = ("id", "start", "end", "label", "kind", "colour", "weight", "spells")


@contextmanager
def full(view: View, selection: Selection) -> Iterator[Picture]:
    """Show sources, claims, documents and places, with every statement as an edge from its source to its claim.

    An edge `passed` runs from a source to a claim, `published` from a source to a document, `carried` from a document
    to a claim, `at` from a claim to a place, and `same`, `entails` or `contradicts` from claim to claim.
    """
    with opened(view, selection) as table:
        add_beside(table, view)
        yield _tabled(table, "Sources, claims and documents", "full")


@contextmanager
def claims(view: View, selection: Selection) -> Iterator[Picture]:
    """Show who stands how to which claim: an edge for each source, claim and stance."""
    with opened(view, selection) as table:
        add_beside(table, view)
        yield _tabled(table, "Sources and claims", "claims")


@contextmanager
def sources(view: View, selection: Selection) -> Iterator[Picture]:
    """Show which sources agree with and contradict which, with the counts of `kg agreement`."""
    with opened(view, selection) as table:
        add_beside(table, view)
        table.do(f"CREATE TEMP TABLE pairs AS {load('agreement').sql}", {"by": "source", "shared": 1})
        yield _tabled(table, "Who agrees with whom", "sources", directed=False)


def _tabled(table: Table, title: str, name: str, *, directed: bool = True) -> Picture:
    nodes, edges = _sql(f"{name}.nodes"), _sql(f"{name}.edges")
    return Picture(
        title=title,
        directed=directed,
        legend=_legend(table),
        node_fields=(*NODE_FIELDS, *_fields(table, nodes, _OF_NODES)),
        edge_fields=(*EDGE_FIELDS, *_fields(table, edges, _OF_EDGES)),
        nodes=lambda: _nodes(table, nodes),
        edges=lambda: _edges(table, edges),
    )


def _legend(table: Table) -> dict[str, str]:
    return dict(table.ask("FROM colours ORDER BY name").fetchall())


def _sql(name: str) -> str:
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")


def _fields(table: Table, sql: str, own: Sequence[str]) -> tuple[Field, ...]:
    answer = table.ask(f"FROM ({sql}) LIMIT 0")
    described = zip(answer.columns, answer.types, strict=True)
    return tuple(Field(name, _TYPES[str(kind)]) for name, kind in described if name not in own)


def _nodes(table: Table, sql: str) -> Iterator[Node]:
    for row in _rows(table, sql):
        yield Node(
            id=row.pop("id"),
            label=short(row.pop("label")),
            kind=row.pop("kind"),
            colour=row.pop("colour"),
            size=row.pop("size"),
            spells=merged(row.pop("spells")),
            values=row,
        )


def _edges(table: Table, sql: str) -> Iterator[Edge]:
    for row in _rows(table, sql):
        yield Edge(
            id=row.pop("id"),
            start=row.pop("start"),
            end=row.pop("end"),
            label=row.pop("label"),
            kind=row.pop("kind"),
            colour=row.pop("colour"),
            weight=row.pop("weight", 1),
            spells=merged(row.pop("spells")),
            values=row,
        )


def _rows(table: Table, sql: str) -> Iterator[dict[str, Any]]:
    """Give rows with the columns that have a value; `spells` is always there."""
    columns = table.ask(f"FROM ({sql}) LIMIT 0").columns
    for row in table.stream(sql):
        found = zip(columns, row, strict=True)
        known = {name: legible(value) if isinstance(value, str) else value for name, value in found}
        yield {name: value for name, value in known.items() if value not in (None, "") or name == "spells"}


def merged(spells: Sequence[str | None] | None) -> Spells:
    """Put days in order and join those that overlap.

    >>> merged(["2031-05-04/2031-05-04", "2031-07-01/2031-07-01", "2031-05-01/2031-05-31"])
    (('2031-05-01', '2031-05-31'), ('2031-07-01', '2031-07-01'))
    """
    found: list[tuple[str, str]] = []
    for spell in sorted(filter(None, spells or ())):
        first, _, last = spell.partition("/")
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)
