"""DOT, which Graphviz draws, and so do editors and web pages."""

from collections.abc import Mapping
from typing import IO

from kg.export._picture import Edge, Node, Picture
from kg.export._texts import wrapped
from kg.export._views import SHAPES, picture
from kg.export._xml import escape
from kg.export.selection import EVERYTHING, Selection
from kg.pictures.palette import AGREES, CONTRADICTS, ink
from kg.store.base import View

_FORMS = {"source": "ellipse", "document": "note", "place": "triangle", "origin": "hexagon", "carrier": "ellipse"}
_LAYOUTS: Mapping[str, Mapping[str, object]] = {  # what draws a view best, unless Graphviz is told otherwise
    "full": {"layout": "sfdp", "overlap": "prism", "splines": "false"},
    "sources": {"layout": "neato", "overlap": "false", "splines": "true", "sep": "+14"},
    "claims": {"layout": "dot", "rankdir": "LR", "nodesep": 0.12, "ranksep": 3},
    "evidence": {"layout": "dot", "rankdir": "LR", "nodesep": 0.15, "ranksep": 0.8},
}

_AGREEING = (
    f'<font color="{AGREES}">&#9632;</font> agree   <font color="{CONTRADICTS}">&#9632;</font> contradict each other '
    "(on so many claims, where it is more than one)<br/>"
)


class Dot:
    """One graph with colours, sizes and labels, and the program that lays out the view best."""

    suffix = ".dot"
    media_type = "text/vnd.graphviz"
    shapes = SHAPES

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the graph, line by line."""
        with picture(view, selection) as shown:
            kind, arrow = ("digraph", "->") if shown.directed else ("graph", "--")
            stream.write(f"{kind} {_quoted(shown.title)} {{\n{_defaults(selection.shape, shown)}".encode())
            for node in shown.nodes():
                stream.write(f"  {_quoted(node.id)} [{_node(node)}];\n".encode())
            for edge in shown.edges():
                ends = f"{_quoted(edge.start)} {arrow} {_quoted(edge.end)}"
                stream.write(f"  {ends} [{_edge(edge, selection.shape)}];\n".encode())
            stream.write(b"}\n")


def _defaults(shape: str, shown: Picture) -> str:
    look = {**_LAYOUTS[shape], "fontname": "Helvetica", "fontsize": 11, "outputorder": "edgesfirst"}
    node = {"fontname": "Helvetica", "fontsize": 10, "style": "filled", "color": "#ffffff"}
    edge = {"fontname": "Helvetica", "fontsize": 8, "arrowsize": 0.6}
    return f"  graph [{_pairs(look)}, label=<{_legend(shown)}>];\n  node [{_pairs(node)}];\n  edge [{_pairs(edge)}];\n"


def _node(node: Node) -> str:
    look = {
        "label": wrapped(node.label),
        "shape": _FORMS.get(node.kind, "box"),
        "fillcolor": node.colour,
        "fontcolor": ink(node.colour),
        "fontsize": round(8 + node.size / 6, 1),
        "tooltip": str(node.values.get("quote") or node.values.get("text") or node.label),
    }
    return _pairs(look)


def _edge(edge: Edge, shape: str) -> str:
    look = {
        "id": edge.id,
        "color": edge.colour,
        "penwidth": round(min(1 + edge.weight / 4, 8), 2),
        "tooltip": edge.label,
    }
    label = _label(edge, shape)
    return _pairs({"label": label, **look} if label else look)


def _label(edge: Edge, shape: str) -> str:
    """Word an edge where that helps: not among hundreds, and where the colour says it only how often, if at all."""
    if shape == "sources":
        return str(edge.weight) if edge.weight > 1 else ""
    return "" if shape == "full" else edge.label


def _legend(shown: Picture) -> str:
    """Word in HTML-like marks what the picture is and which colour is whose."""
    agreeing = "" if shown.directed else _AGREEING
    parties = "   ".join(f'<font color="{tint}">&#9632;</font> {escape(name)}' for name, tint in shown.legend.items())
    return f"<b>{escape(shown.title)}</b><br/>{agreeing}{parties}"


def _pairs(values: Mapping[str, object]) -> str:
    return ", ".join(f"{name}={_quoted(str(value))}" for name, value in values.items())


def _quoted(text: str) -> str:
    r"""Quote a text; Graphviz would read entities of HTML in it, and what stands after a backslash.

    >>> _quoted('the "old" bridge')
    '"the \\"old\\" bridge"'
    """
    plain = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{plain}"'


exporter = Dot()
