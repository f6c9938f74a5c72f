"""Mermaid, which GitHub, GitLab, Obsidian and many editors draw inside a text."""

from typing import IO

from kg.export._picture import Node
from kg.export._views import SHAPES, picture
from kg.export.selection import EVERYTHING, Selection
from kg.pictures.palette import ink
from kg.store.base import View

_FORMS = {
    "source": ("([", "])"),
    "carrier": ("([", "])"),
    "document": ("[/", "/]"),
    "place": ("{{", "}}"),
    "origin": ("{{", "}}"),
}
_HEAD = b"""%% Mermaid draws 500 edges and 50,000 letters, unless its maxEdges and maxTextSize are raised: pick a part.
flowchart LR
"""


class Mermaid:
    """A flowchart. Nodes are numbered, since not every id can be one in Mermaid."""

    suffix = ".mmd"
    media_type = "text/vnd.mermaid"
    shapes = SHAPES

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the graph, line by line; only ids and colours are kept in memory."""
        numbers: dict[str, int] = {}
        colours: dict[str, list[str]] = {}  # and of each the nodes, and the numbers of the edges, that have it
        lines: dict[str, list[str]] = {}
        with picture(view, selection) as shown:
            stream.write(_HEAD)
            for node in shown.nodes():
                number = numbers[node.id] = len(numbers)
                colours.setdefault(node.colour, []).append(f"n{number}")
                stream.write(f"  n{number}{_node(node)}\n".encode())
            arrow = "-->" if shown.directed else "---"
            for count, edge in enumerate(shown.edges()):
                lines.setdefault(edge.colour, []).append(str(count))
                line = f"  n{numbers[edge.start]} {arrow}|{_text(edge.label)}| n{numbers[edge.end]}\n"
                stream.write(line.encode())
        for number, (colour, names) in enumerate(colours.items()):
            look = f"fill:{colour},stroke:{colour},color:{ink(colour)}"
            stream.write(f"  classDef c{number} {look}\n  class {','.join(names)} c{number}\n".encode())
        for colour, counts in lines.items():
            stream.write(f"  linkStyle {','.join(counts)} stroke:{colour}\n".encode())


def _node(node: Node) -> str:
    left, right = _FORMS.get(node.kind, ("[", "]"))
    return f"{left}{_text(node.label)}{right}"


def _text(text: str) -> str:
    """Quote a text: marks that mean something to Mermaid, or to the page, are written as their numbers."""
    plain = "".join(f"#{ord(letter)};" if letter in _MARKS else letter for letter in text)
    return f'"{plain}"'


_MARKS = frozenset('"#&<>`\\;')

exporter = Mermaid()
