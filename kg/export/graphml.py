"""GraphML, for Gephi, Cytoscape, yEd, igraph and R."""

from typing import IO

import networkx as nx

from kg.export._graph import read_graph
from kg.store.base import View


class GraphML:
    """Sources, claims and documents as nodes, what links them as edges, all attributes typed."""

    suffix = ".graphml"
    media_type = "application/graphml+xml"

    def write(self, view: View, stream: IO[bytes]) -> None:
        """Write the graph."""
        nx.write_graphml_xml(read_graph(view), stream)


exporter = GraphML()
