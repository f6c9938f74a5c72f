"""GEXF, for Gephi, with colours and sizes."""

from typing import IO

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from kg.export._graph import read_graph
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View


class Gexf:
    """The same graph as GraphML, looking as on the page; without the day of writing, so that it can be compared."""

    suffix = ".gexf"
    media_type = "application/gexf+xml"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the graph."""
        graph = read_graph(view, selection)
        for _, data in graph.nodes(data=True):
            data["viz"] = {"color": _rgb(data["colour"]), "size": data["size"]}
        for _, _, key, data in graph.edges(keys=True, data=True):
            data["id"] = key
        _write(graph, stream)


def _write(graph: "nx.MultiDiGraph[str]", stream: IO[bytes]) -> None:
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(graph)
    writer.xml.remove(writer.xml[0])  # the program and the day of writing
    writer.write(stream)


def _rgb(colour: str) -> dict[str, int | float]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return {"r": red, "g": green, "b": blue, "a": 1.0}


exporter = Gexf()
