"""Answers a named query from the table of statements, by the SQL of `queries/NAME.sql`.

A line `-- ids: claim` at its head says which columns hold IRIs; columns whose names begin with _ are left out. A line
`-- without: claim` says with which parameters the graph itself, by its indexes, is the faster to ask.
"""

import re
from collections.abc import Mapping
from contextlib import nullcontext

from pyoxigraph import Literal, NamedNode

from kg.query.catalog import NamedQuery
from kg.query.rows import Rows
from kg.rdf.terms import integer
from kg.rdf.vocab import XSD
from kg.store.base import Term, View
from kg.table import Table, open_table

_IDS = re.compile(r"^-- ids: (.*)$", re.MULTILINE)
_WITHOUT = re.compile(r"^-- without: (.*)$", re.MULTILINE)


def is_for_table(query: NamedQuery, values: Mapping[str, str]) -> bool:
    """Tell whether a query with these values is one for the table."""
    without = _WITHOUT.search(query.sql)
    return bool(query.sql) and not (without and values.keys() & set(without[1].split(", ")))


def from_table(
    view: View, query: NamedQuery, terms: Mapping[str, NamedNode | Literal], table: Table | None = None
) -> Rows:
    """Give the same rows as the SPARQL of the query; a table that is open already is asked as it is."""
    found = _IDS.search(query.sql)
    ids = set(found[1].split(", ")) if found else set()
    with nullcontext(table) if table else open_table(view) as opened:
        answer = opened.ask(query.sql, {name.lstrip("_"): _plain(term) for name, term in terms.items()})
        shown = [place for place, name in enumerate(answer.columns) if not name.startswith("_")]
        columns = tuple(answer.columns[place] for place in shown)
        is_id = [name in ids for name in columns]
        rows = answer.fetchall()
    picked = ([row[place] for place in shown] for row in rows)
    return Rows(columns, tuple(tuple(map(_term, row, is_id)) for row in picked))


def _plain(term: NamedNode | Literal) -> object:
    """Give a term as DuckDB takes it."""
    if isinstance(term, Literal) and term.datatype == XSD.boolean:
        return term.value == "true"
    return int(term.value) if isinstance(term, Literal) and term.datatype == XSD.integer else term.value


def _term(value: object, is_id: bool) -> Term | None:
    if value is None:
        return None
    if isinstance(value, int):
        return integer(value)
    return NamedNode(str(value)) if is_id else Literal(str(value))
