"""GraphML, for Gephi, Cytoscape, yEd, igraph and R."""

from typing import IO

from networkx.readwrite.graphml import GraphMLWriter

from kg.export._graph import read_graph
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View


class GraphML:
    """Sources, claims and documents as nodes, what links them as edges, all attributes typed."""

    suffix = ".graphml"
    media_type = "application/graphml+xml"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the graph."""
        writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
        writer.add_graph_element(read_graph(view, selection))
        truths = {key.get("id") for key in writer.xml.iter("key") if key.get("attr.type") == "boolean"}
        for value in writer.xml.iter("data"):
            if value.get("key") in truths:
                value.text = value.text.lower()  # networkx writes True where XML Schema has true
        writer.dump(stream)


exporter = GraphML()
