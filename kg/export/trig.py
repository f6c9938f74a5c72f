"""TriG: all of the graph in a fixed order, to read, to keep, to compare and to read back in."""

from collections.abc import Iterable, Iterator
from typing import IO

import pyoxigraph as ox

from kg.export._parts import quads_of
from kg.export._quads import from_lines, to_lines
from kg.export._sorted import in_order
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
        lines = in_order(_by_graph(quads_of(view, chosen(view, selection))))
        quads = from_lines(line.partition(b"\t")[2] for line in lines)
        ox.serialize(quads, stream, format=ox.RdfFormat.TRIG, prefixes=prefixes)


def _by_graph(quads: Iterable[ox.Quad]) -> Iterator[bytes]:
    """Put before each line the name of its graph, so that what is in one graph stands together."""
    for quad in quads:
        graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
        yield graph.encode() + b"\t" + next(to_lines([quad]))


exporter = TriG()
