"""Reads which statements the answer of a query stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError, UnreadableError, UsageError
from kg.iris import compact
from kg.query.catalog import NamedQuery, load, own
from kg.query.run import Rows, Triples, run
from kg.store.base import View

# What an answer can name, the narrowest first, and the column of the table of statements that holds it.
_COLUMNS = {"statement": "statement", "claim": "claim", "document": "document", "agent": "source"}


@dataclass(frozen=True, slots=True)
class Named:
    """The things of one kind that an answer names, and the column of statements in which they stand."""

    column: str
    ids: frozenset[str]


def named_by(view: View, query: str, values: Mapping[str, str]) -> Named:
    """Ask a query of the catalogue, or that of a .rq file, and give what its answer names.

    Where it names statements, these count; else the claims, else the documents, else the sources. Raises QueryError
    for an answer that names none of them.
    """
    result = run(view, _query(query), values)
    if not isinstance(result, Rows | Triples):
        raise QueryError(f"query {query!r} answers yes or no; give one that names statements, claims or sources")
    found: dict[str, set[str]] = {kind: set() for kind in _COLUMNS}
    rows = _rows(result)
    for term in chain.from_iterable(rows):
        if isinstance(term, ox.NamedNode) and term.value.startswith(view.base):
            found.get(compact(term.value, view.base).partition(":")[0], set()).add(term.value)
    kind = next((kind for kind, ids in found.items() if ids), "statement")
    if rows and not found[kind]:
        raise QueryError(
            f"query {query!r} names no statement, claim, document or source of this graph; let it select one"
        )
    return Named(_COLUMNS[kind], frozenset(found[kind]))


def _query(name: str) -> NamedQuery:
    if not name.endswith(".rq"):
        return load(name)
    try:
        return own(Path(name).read_text(encoding="utf-8"), Path(name))
    except OSError as error:
        raise UsageError(f"--query {name!r}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UnreadableError(f"--query {name!r}: not UTF-8; convert the file to UTF-8") from error


def _rows(result: Rows | Triples) -> Sequence[Sequence[object]]:
    if isinstance(result, Rows):
        return result.rows
    return [(triple.subject, triple.predicate, triple.object) for triple in result.triples]
