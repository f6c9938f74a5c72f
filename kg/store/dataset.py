"""The rdflib face of a graph."""

import oxrdflib
import pyoxigraph
from rdflib import Dataset

from kg.rdf.vocab import PREFIXES


def dataset(store: pyoxigraph.Store) -> Dataset:
    """Show a database as an rdflib Dataset; both read and write the same quads."""
    made = Dataset(store=oxrdflib.OxigraphStore(store=store))
    for prefix, base in PREFIXES.items():
        made.bind(prefix, base)
    return made
