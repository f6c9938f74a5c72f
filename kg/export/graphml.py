"""GraphML, for yEd, Cytoscape, Gephi, igraph and R: all attributes typed, and drawn as yEd draws."""

from collections.abc import Mapping
from typing import IO

from kg.export._picture import Edge, Field, Node, Picture, Value, of_edge, of_node
from kg.export._views import SHAPES, picture
from kg.export._xml import Put, attributes, escape, plain
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
"""
_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}
_FORMS = {"claim": "roundrectangle", "document": "rectangle", "place": "triangle", "origin": "hexagon"}


class GraphML:
    """Nodes and edges with all that is known of them.

    Ids of keys are unique over nodes and edges, which not all readers tell apart. yEd shows what stands under its own
    keys `ng` and `eg`, which others pass over.
    """

    suffix = ".graphml"
    media_type = "application/graphml+xml"
    shapes = SHAPES

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the graph, row by row."""
        with picture(view, selection) as shown:
            _write(shown, lambda text: stream.write(text.encode()))


def _write(shown: Picture, put: Put) -> None:
    put(_HEAD)
    nodes, edges = _keys(put, "node", shown.node_fields), _keys(put, "edge", shown.edge_fields)
    for key, end in (("ng", "node"), ("eg", "edge")):
        put(f'  <key id="{key}" for="{end}" yfiles.type="{end}graphics"/>\n')
    put(f'  <graph id="G" edgedefault="{"directed" if shown.directed else "undirected"}">\n')
    for node in shown.nodes():
        put(f"    <node{attributes(id=node.id)}>\n{_data(of_node(node), nodes)}{_drawn(node)}    </node>\n")
    for edge in shown.edges():
        ends = attributes(id=edge.id, source=edge.start, target=edge.end)
        put(f"    <edge{ends}>\n{_data(of_edge(edge), edges)}{_line(edge, shown.directed)}    </edge>\n")
    put("  </graph>\n</graphml>\n")


def _keys(put: Put, end: str, fields: tuple[Field, ...]) -> dict[str, str]:
    """Declare the attributes, and give their keys by name."""
    keys = {field.name: f"{end[0]}{number}" for number, field in enumerate(fields)}
    for field in fields:
        put(f"  <key{attributes(id=keys[field.name], _for=end)}")
        put(f' attr.name="{field.name}" attr.type="{_TYPES[field.type]}"/>\n')
    return keys


def _data(values: Mapping[str, Value], keys: Mapping[str, str]) -> str:
    return "".join(f'      <data key="{keys[name]}">{escape(plain(value))}</data>\n' for name, value in values.items())


def _drawn(node: Node) -> str:
    form = _FORMS.get(node.kind, "ellipse")
    return (
        f'      <data key="ng"><y:ShapeNode><y:Geometry{attributes(width=node.size, height=node.size)}/>'
        f'<y:Fill{attributes(color=node.colour)} transparent="false"/>'
        f'<y:NodeLabel modelName="sides" modelPosition="s">{escape(node.label)}</y:NodeLabel>'
        f'<y:Shape type="{form}"/></y:ShapeNode></data>\n'
    )


def _line(edge: Edge, directed: bool) -> str:
    width = f"{min(1 + edge.weight / 4, 8):.2f}"
    return (
        '      <data key="eg"><y:PolyLineEdge>'
        f'<y:LineStyle{attributes(color=edge.colour)} type="line" width="{width}"/>'
        f'<y:Arrows source="none" target="{"standard" if directed else "none"}"/>'
        f"<y:EdgeLabel>{escape(edge.label)}</y:EdgeLabel></y:PolyLineEdge></data>\n"
    )


exporter = GraphML()
