"""Writes a graph as a file that other programs open; each module but `base` and the private ones is a format."""

from typing import IO

from kg.export.base import Exporter
from kg.registry import Registry
from kg.store.base import View

EXPORTERS: Registry[Exporter] = Registry("exporter", package="kg.export", group="kg.exporters")


def exporter(name: str) -> Exporter:
    """Give a format by its name; raises UnknownFormatError, listing the formats."""
    return EXPORTERS.get(name)


def export(name: str, view: View, stream: IO[bytes]) -> None:
    """Write a graph in the format of this name; raises UnknownFormatError, listing the formats."""
    exporter(name).write(view, stream)
