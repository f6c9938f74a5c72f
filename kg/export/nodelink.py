"""Node-link JSON, for D3, Observable and networkx: `nodes` with an `id`, `links` with `source` and `target`."""

from collections.abc import Iterator
from typing import IO

from kg.export._json import compact, put_list
from kg.export._picture import Edge, Node, Spells, of_edge, of_node
from kg.export._views import SHAPES, picture
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View


class NodeLink:
    """One object; each node and each link is a line of the file. `days` are first and last days of spells."""

    suffix = ".nodelink.json"
    media_type = "application/json"
    shapes = SHAPES

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the graph, row by row."""
        with picture(view, selection) as shown:
            head = {"directed": shown.directed, "multigraph": True, "graph": {"name": shown.title}}
            stream.write(compact(head)[:-1] + b',\n"nodes":')
            put_list(stream, map(_node, shown.nodes()))
            stream.write(b',\n"links":')
            put_list(stream, map(_link, shown.edges()))
            stream.write(b"}\n")


def _node(node: Node) -> dict[str, object]:
    return {"id": node.id, **of_node(node), **dict(_days(node.spells))}


def _link(edge: Edge) -> dict[str, object]:
    return {"source": edge.start, "target": edge.end, "key": edge.id, **of_edge(edge), **dict(_days(edge.spells))}


def _days(spells: Spells) -> Iterator[tuple[str, object]]:
    if spells:
        yield "days", spells


exporter = NodeLink()
