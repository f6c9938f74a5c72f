"""Answers SPARQL from a graph."""

import re
from functools import cached_property

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.bind import bind, terms_of
from kg.query.catalog import NamedQuery, catalog
from kg.query.results import render
from kg.query.tabled import from_table, is_for_table
from kg.serve.formats import known_prefixes, written
from kg.serve.guard import graphs_named
from kg.serve.limits import Limits
from kg.serve.problems import BadRequestError, UnknownError
from kg.serve.wire import Named, Query, Reply, Wish
from kg.store.oxigraph import OxigraphStore
from kg.table import Table, is_fresh, open_table

# A web address, by name: none of this machine, of its network, or of a file.
_ON_THE_WEB = re.compile(r"https?://[^/?#@]+\.[a-z]{2,}(:\d+)?([/?#].*)?", re.IGNORECASE | re.DOTALL)
_QUERIES = {query.name: query for query in catalog()}  # once, in the template that workers are forked from


def answer_query(store: OxigraphStore, asked: Query, wish: Wish, limits: Limits, base_iri: str) -> Reply:
    """Answer a query of anyone's own; raises RequestError.

    `FROM` of a graph that is not here is refused. The protocol's parameters may name any on the web, which is then an
    empty graph (as W3C's tests of the protocol have it). Nothing is fetched for either.
    """
    prefixes = known_prefixes(store.base)
    for name in graphs_named(asked.text, base_iri, prefixes):
        _check_graph(store, name)
    for name in {*asked.default_graphs, *asked.named_graphs}:
        if not _ON_THE_WEB.fullmatch(name):
            _check_graph(store, name)
    dataset = asked.default_graphs or asked.named_graphs
    try:
        results = store.inner.query(
            asked.text,
            base_iri=base_iri,
            prefixes=prefixes,
            default_graph=[ox.NamedNode(name) for name in asked.default_graphs] if dataset else None,
            named_graphs=[ox.NamedNode(name) for name in asked.named_graphs] if dataset else None,
        )
        return written(results, wish, limits, prefixes)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise BadRequestError(f"the query cannot be answered: {_in_one_line(error)}") from error


class Catalogue:
    """The named queries over one graph, which does not change; what answers them stays open."""

    def __init__(self, store: OxigraphStore) -> None:
        self._store = store

    @cached_property
    def _table(self) -> Table | None:
        return open_table(self._store) if is_fresh(self._store) else None

    def answer(self, asked: Named, wish: Wish, limits: Limits) -> Reply:
        """Answer one, from the table of statements where that can; raises RequestError."""
        query = _QUERIES.get(asked.name)
        if query is None:
            raise UnknownError(f"no query named {asked.name!r}; /queries lists them")
        try:
            if is_for_table(query, asked.values) and self._table:
                return written(self._from_table(query, asked, self._table), wish, limits, {})
            results = self._store.query(bind(self._store, query, asked.values))
        except QueryError as error:
            raise BadRequestError(str(error).replace("needs --", "needs ")) from error
        return written(results, wish, limits, known_prefixes(self._store.base))

    def _from_table(self, query: NamedQuery, asked: Named, table: Table) -> ox.QuerySolutions:
        rows = from_table(self._store, query, terms_of(self._store, query, asked.values), table)
        solutions = ox.parse_query_results(render(rows, "json"), format=ox.QueryResultsFormat.JSON)
        assert isinstance(solutions, ox.QuerySolutions), "rows are no yes or no"  # noqa: S101
        return solutions

    def close(self) -> None:
        """Let go of the table."""
        if table := self.__dict__.get("_table"):  # only where it was asked
            table.close()


def _check_graph(store: OxigraphStore, name: str) -> None:
    try:
        there = store.inner.contains_named_graph(ox.NamedNode(name))
    except ValueError as error:
        raise BadRequestError(f"{name!r} is no IRI of a graph: {error}") from error
    if not there:
        raise BadRequestError(f"there is no graph {name!r} here, and nothing is fetched; name a graph of this server")


def _in_one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
