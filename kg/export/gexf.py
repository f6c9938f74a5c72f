"""GEXF 1.3, for Gephi: colours and sizes, and the days of statements as spells, which its timeline plays."""

from collections.abc import Mapping
from typing import IO

from kg.export._picture import Edge, Field, Node, Picture, Spells, Value
from kg.export._views import SHAPES, picture
from kg.export._xml import Put, attributes, escape
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
"""
_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}
_OWN = ("label", "colour", "size", "weight")  # for which GEXF has words of its own


class Gexf:
    """The same nodes and edges as in GraphML, each there on the days of its statements, as said or else published.

    What has no known day has no spell, and is there always. The day of writing is left out, so that files can be
    compared. See https://gexf.net.
    """

    suffix = ".gexf"
    media_type = "application/gexf+xml"
    shapes = SHAPES

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the graph, row by row."""
        with picture(view, selection) as shown:
            _write(shown, lambda text: stream.write(text.encode()))


def _write(shown: Picture, put: Put) -> None:
    kind = "directed" if shown.directed else "undirected"
    put(_HEAD)
    put(f"  <meta>\n    <creator>kg</creator>\n    <description>{escape(shown.title)}</description>\n  </meta>\n")
    put(f'  <graph defaultedgetype="{kind}" mode="dynamic" timeformat="date" timerepresentation="interval">\n')
    nodes, edges = _keys(put, "node", shown.node_fields), _keys(put, "edge", shown.edge_fields)
    put("    <nodes>\n")
    for node in shown.nodes():
        put(_node(node, nodes))
    put("    </nodes>\n    <edges>\n")
    for edge in shown.edges():
        put(_edge(edge, edges))
    put("    </edges>\n  </graph>\n</gexf>\n")


def _keys(put: Put, end: str, fields: tuple[Field, ...]) -> dict[str, str]:
    """Declare the attributes, and give their ids by name."""
    keys = {field.name: f"{end[0]}{number}" for number, field in enumerate(fields) if field.name not in _OWN}
    put(f'    <attributes class="{end}" mode="static">\n')
    for field in fields:
        if field.name in keys:
            put(f"      <attribute{attributes(id=keys[field.name], title=field.name, type=_TYPES[field.type])}/>\n")
    put("    </attributes>\n")
    return keys


def _node(node: Node, keys: Mapping[str, str]) -> str:
    return (
        f"      <node{attributes(id=node.id, label=node.label)}>\n"
        f"{_values({'kind': node.kind, **node.values}, keys)}{_spells(node.spells)}"
        f"        <viz:color{_rgb(node.colour)}/>\n        <viz:size{attributes(value=float(node.size))}/>\n"
        "      </node>\n"
    )


def _edge(edge: Edge, keys: Mapping[str, str]) -> str:
    ends = attributes(id=edge.id, source=edge.start, target=edge.end, label=edge.label, weight=float(edge.weight))
    return (
        f"      <edge{ends}>\n{_values({'kind': edge.kind, **edge.values}, keys)}{_spells(edge.spells)}"
        f"        <viz:color{_rgb(edge.colour)}/>\n      </edge>\n"
    )


def _values(values: Mapping[str, Value], keys: Mapping[str, str]) -> str:
    written = (f"          <attvalue{attributes(_for=keys[name], value=value)}/>\n" for name, value in values.items())
    return f"        <attvalues>\n{''.join(written)}        </attvalues>\n"


def _spells(spells: Spells) -> str:
    if not spells:
        return ""
    written = (f"          <spell{attributes(start=first, end=last)}/>\n" for first, last in spells)
    return f"        <spells>\n{''.join(written)}        </spells>\n"


def _rgb(colour: str) -> str:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return attributes(r=red, g=green, b=blue)


exporter = Gexf()
