"""RDF 1.2 in Turtle: each statement reifies the triple of its claim, which nobody is made to assert.

What the graph keeps in named graphs is here `statement:… rdf:reifies <<( subject predicate object )>>`, beside all that
the default graph says of the statement: https://www.w3.org/TR/rdf12-turtle/#reifying-triples
"""

from collections.abc import Iterator
from typing import IO

import pyoxigraph as ox

from kg.export._records import Records, records
from kg.export.selection import EVERYTHING, Selection
from kg.iris import KINDS
from kg.rdf.terms import iri
from kg.rdf.vocab import KG, PREFIXES, RDF
from kg.store.base import View


class Turtle12:
    """The default graph, and a reifier for each statement that carries a claim."""

    suffix = ".rdf12.ttl"
    media_type = "text/turtle; version=1.2"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the triples, node by node."""
        prefixes = PREFIXES | {kind: f"{view.base}{kind}/" for kind in KINDS}
        stream.write(b'VERSION "1.2"\n')
        with records(view, selection) as graph:
            ox.serialize(_triples(graph), stream, format=ox.RdfFormat.TURTLE, prefixes=prefixes)


def _triples(graph: Records) -> Iterator[ox.Triple]:
    """Give the triples of the default graph; the triple of a claim follows the link to it."""
    for quad in graph.said():
        yield quad.triple
        if quad.predicate == KG.claim and (claimed := graph.claimed(iri(quad.object))):
            yield ox.Triple(quad.subject, RDF.reifies, claimed)


exporter = Turtle12()
