"""Asks a view a named query and gives rows, triples or yes and no."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.bind import bind, terms_of
from kg.query.catalog import NamedQuery
from kg.query.rows import Rows
from kg.query.tabled import from_table, is_for_table
from kg.store.base import Results, View
from kg.table import is_fresh

__all__ = ["Result", "Rows", "Triples", "run"]


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer of a CONSTRUCT or DESCRIBE, in a fixed order."""

    triples: tuple[ox.Triple, ...]


Result = Rows | Triples | bool


def run(view: View, query: NamedQuery, values: Mapping[str, str] | None = None) -> Result:
    """Bind the values, ask the view and give all of the answer; what the table can answer is asked of it.

    Raises QueryError for wrong parameters and for SPARQL that cannot be read.
    """
    given = values or {}
    if is_for_table(query, given) and is_fresh(view):
        return from_table(view, query, terms_of(view, query, given))
    text = bind(view, query, given)
    try:
        answer = view.query(text)
    except QueryError as error:
        place = str(error).partition(": expected ")[0]  # what follows lists every letter there could have been
        raise QueryError(f"query {query.name!r}: {place}; write a SELECT, ASK, CONSTRUCT or DESCRIBE") from error
    try:
        return _whole(answer)
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query {query.name!r} cannot be answered: {error}") from error


def _whole(answer: Results) -> Result:
    """Take in all of an answer, which is worked out only now."""
    if isinstance(answer, ox.QuerySolutions):
        columns = tuple(variable.value for variable in answer.variables)
        return Rows(columns, tuple(tuple(solution) for solution in answer))
    if isinstance(answer, ox.QueryTriples):
        return Triples(tuple(sorted(answer, key=str)))
    return bool(answer)
