"""Cytoscape JSON (.cyjs), for Cytoscape and cytoscape.js."""

import json
from typing import IO

from kg.export._graph import read_graph
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View


class Cytoscape:
    """The elements of the graph with their attributes; Cytoscape lays them out itself."""

    suffix = ".cyjs"
    media_type = "application/vnd.cytoscape.cyjs+json"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the graph."""
        graph = read_graph(view, selection)
        nodes = [{"data": {"id": name, **_names(data), **data}} for name, data in graph.nodes(data=True)]
        edges = [
            {"data": {"id": key, "source": start, "target": end, **_names(data), "interaction": data["kind"], **data}}
            for start, end, key, data in graph.edges(keys=True, data=True)
        ]
        whole = {"data": {"name": "claims"}, "elements": {"nodes": nodes, "edges": edges}}
        stream.write(json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n")


def _names(data: dict[str, object]) -> dict[str, object]:
    """Cytoscape shows `name` and matches networks by `shared_name`."""
    return {"name": data["label"], "shared_name": data["label"]}


exporter = Cytoscape()
