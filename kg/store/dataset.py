"""The rdflib face of a graph."""

import oxrdflib
import pyoxigraph
from rdflib import Dataset
from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore

from kg.rdf.vocab import PREFIXES


def dataset(store: pyoxigraph.Store) -> Dataset:
    """Show a database as an rdflib Dataset; both read and write the same quads."""
    return _bound(Dataset(store=oxrdflib.OxigraphStore(store=store)))


def remote_dataset(query: str, update: str, credentials: tuple[str, str] | None) -> Dataset:
    """Show what a SPARQL server holds as an rdflib Dataset."""
    return _bound(Dataset(store=SPARQLUpdateStore(query, update, auth=credentials, method="POST_FORM")))


def _bound(made: Dataset) -> Dataset:
    for prefix, base in PREFIXES.items():
        made.bind(prefix, base)
    return made
