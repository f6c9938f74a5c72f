"""PROV-O in Turtle: where every document, statement, claim and judgement comes from, for provenance tools."""

from typing import IO

import pyoxigraph as ox

from kg.export._prov import provenance
from kg.export._records import records
from kg.export.selection import EVERYTHING, Selection
from kg.iris import KINDS
from kg.rdf.vocab import PREFIXES
from kg.store.base import View


class Prov:
    """The provenance alone, in standard terms; what was claimed is in it as labels only."""

    suffix = ".prov.ttl"
    media_type = "text/turtle"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the triples, node by node."""
        prefixes = PREFIXES | {kind: f"{view.base}{kind}/" for kind in KINDS}
        with records(view, selection) as graph:
            triples = (quad.triple for found in provenance(graph) for quad in found.quads())
            ox.serialize(triples, stream, format=ox.RdfFormat.TURTLE, prefixes=prefixes)


exporter = Prov()
