"""What an export format is."""

from typing import IO, Protocol

from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View


class Exporter(Protocol):
    """One format: how its files end, its media type, what it can show, and how a graph is written in it.

    `shapes` are the views that it can write, the first of them where none is asked for. `write` gives the same bytes
    for the same graph.
    """

    suffix: str
    media_type: str
    shapes: tuple[str, ...]

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write what is selected of the graph."""
        ...
