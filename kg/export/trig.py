"""TriG: all of the graph in a fixed order, to keep, to compare and to read back in."""

from typing import IO

import pyoxigraph as ox

from kg.export._parts import quads_of
from kg.export.selection import EVERYTHING, Selection, chosen
from kg.iris import KINDS
from kg.rdf.vocab import PREFIXES
from kg.store.base import View


class TriG:
    """Every quad, the default graph first, sorted."""

    suffix = ".trig"
    media_type = "application/trig"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the quads, with prefixes for the vocabularies and the ids of the graph."""
        prefixes = PREFIXES | {kind: f"{view.base}{kind}/" for kind in KINDS}
        ox.serialize(
            sorted(quads_of(view, chosen(view, selection)), key=_order),
            stream,
            format=ox.RdfFormat.TRIG,
            prefixes=prefixes,
        )


def _order(quad: ox.Quad) -> tuple[bool, str, str, str, str]:
    named = not isinstance(quad.graph_name, ox.DefaultGraph)
    return named, str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


exporter = TriG()
