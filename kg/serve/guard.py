"""Refuses what would make the server fetch: SERVICE, LOAD, and FROM of a graph that is not there.

A text in which the letters of these words do not occur cannot use them. Any other is parsed, and its parts looked at.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from kg.serve.problems import BadRequestError, ForbiddenError

T = TypeVar("T")
_FETCHING = {"ServiceGraphPattern": "SERVICE", "Load": "LOAD"}


def graphs_named(query: str, base: str, prefixes: Mapping[str, str]) -> frozenset[str]:
    """Give the graphs that a query names by FROM; raises ForbiddenError where it uses SERVICE."""
    if not _may_use(query, "service", "from"):
        return frozenset()
    parsed = _reading("query", lambda: parseQuery(query))
    _refuse_fetching(parsed)
    algebra = _reading("query", lambda: translateQuery(parsed, base, dict(prefixes)).algebra)
    return frozenset(str(clause.default or clause.named) for clause in algebra.datasetClause or ())


def check_update(update: str) -> None:
    """Raise ForbiddenError where an update uses LOAD or SERVICE."""
    if _may_use(update, "service", "load"):
        _refuse_fetching(_reading("update", lambda: parseUpdate(update)))


def _may_use(text: str, *words: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in words)


def _reading(kind: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except Exception as error:  # rdflib raises bare exceptions too
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise BadRequestError(f"the {kind} cannot be read: {why}") from error


def _refuse_fetching(parsed: object) -> None:
    for part in _parts(parsed):
        if word := _FETCHING.get(part.name):
            raise ForbiddenError(f"{word} is not done here: this server fetches nothing; ask the other server itself")


def _parts(tree: object) -> Iterator[CompValue]:
    """Give all parts of a parsed text, however deep."""
    waiting = [tree]
    while waiting:
        each = waiting.pop()
        if isinstance(each, CompValue):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, Iterable) and not isinstance(each, str | bytes):
            waiting.extend(each)
