"""Answers SPARQL from a graph."""

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.bind import bind
from kg.query.catalog import load
from kg.query.catalog import names as query_names
from kg.serve.formats import known_prefixes, written
from kg.serve.guard import graphs_named
from kg.serve.limits import Limits
from kg.serve.problems import BadRequestError, UnknownError
from kg.serve.wire import Named, Query, Reply, Wish
from kg.store.oxigraph import OxigraphStore


def answer_query(store: OxigraphStore, asked: Query, wish: Wish, limits: Limits, base_iri: str) -> Reply:
    """Answer a query of anyone's own; raises RequestError."""
    prefixes = known_prefixes(store.base)
    for name in {*graphs_named(asked.text, base_iri, prefixes), *asked.default_graphs, *asked.named_graphs}:
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


def answer_named(store: OxigraphStore, asked: Named, wish: Wish, limits: Limits) -> Reply:
    """Answer a query of the catalogue; raises RequestError."""
    if asked.name not in query_names():
        raise UnknownError(f"no query named {asked.name!r}; /queries lists them")
    try:
        results = store.query(bind(store, load(asked.name), asked.values))
    except QueryError as error:
        raise BadRequestError(str(error).replace("needs --", "needs ")) from error
    return written(results, wish, limits, known_prefixes(store.base))


def _check_graph(store: OxigraphStore, name: str) -> None:
    try:
        there = store.inner.contains_named_graph(ox.NamedNode(name))
    except ValueError as error:
        raise BadRequestError(f"{name!r} is no IRI of a graph: {error}") from error
    if not there:
        raise BadRequestError(f"there is no graph {name!r} here, and nothing is fetched; name a graph of this server")


def _in_one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
