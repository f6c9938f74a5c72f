"""What an export format is."""

from typing import IO, Protocol

from kg.store.base import View


class Exporter(Protocol):
    """One format: how its files end, its media type, and how a graph is written in it.

    `write` gives the same bytes for the same graph.
    """

    suffix: str
    media_type: str

    def write(self, view: View, stream: IO[bytes]) -> None:
        """Write the whole graph."""
        ...
