"""Cytoscape JSON (.cyjs), for Cytoscape and cytoscape.js, with a style."""

from typing import IO

from kg.export._json import compact, put_list
from kg.export._picture import Edge, Node, of_edge, of_node
from kg.export._views import SHAPES, picture
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View

_FORMS = {"claim": "round-rectangle", "document": "rectangle", "place": "triangle", "origin": "hexagon"}
_NODE = {
    "label": "data(label)", "background-color": "data(colour)", "width": "data(size)", "height": "data(size)",
    "font-size": 9, "color": "#222222", "text-wrap": "wrap", "text-max-width": 120, "text-valign": "bottom",
    "text-margin-y": 3, "min-zoomed-font-size": 7, "border-width": 1, "border-color": "#333333",
}  # fmt: skip
_EDGE = {
    "line-color": "data(colour)", "target-arrow-color": "data(colour)", "curve-style": "bezier", "width": 1.5,
    "opacity": 0.8, "font-size": 7, "min-zoomed-font-size": 8,
}  # fmt: skip


class Cytoscape:
    """The elements of the graph with their attributes, and how cytoscape.js is to draw them.

    Cytoscape lays them out itself, and colours them by their column `colour`.
    """

    suffix = ".cyjs"
    media_type = "application/vnd.cytoscape.cyjs+json"
    shapes = SHAPES

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the graph, row by row."""
        with picture(view, selection) as shown:
            about = {"name": shown.title, "shared_name": shown.title}
            stream.write(b'{"format_version":"1.0","data":' + compact(about) + b',\n"elements":{"nodes":')
            put_list(stream, map(_node, shown.nodes()))
            stream.write(b',\n"edges":')
            put_list(stream, map(_edge, shown.edges()))
            stream.write(b'},\n"layout":' + compact({"name": "cose", "animate": False}) + b',\n"style":')
            put_list(stream, _style(shown.directed))
            stream.write(b"}\n")


def _node(node: Node) -> dict[str, object]:
    """Cytoscape shows `name` and matches networks by `shared_name`."""
    return {"data": {"id": node.id, "name": node.label, "shared_name": node.id, **of_node(node)}}


def _edge(edge: Edge) -> dict[str, object]:
    ends = {"id": edge.id, "source": edge.start, "target": edge.end}
    names = {"name": edge.label, "shared_name": edge.id, "interaction": edge.kind, "shared_interaction": edge.kind}
    return {"data": {**ends, **names, **of_edge(edge)}}


def _style(directed: bool) -> list[dict[str, object]]:
    arrow = {"target-arrow-shape": "triangle"} if directed else {"label": "data(label)"}
    forms: list[dict[str, object]] = [
        {"selector": f'node[kind = "{kind}"]', "style": {"shape": form}} for kind, form in _FORMS.items()
    ]
    return [{"selector": "node", "style": _NODE}, *forms, {"selector": "edge", "style": {**_EDGE, **arrow}}]


exporter = Cytoscape()
