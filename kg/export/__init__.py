"""Writes a graph as a file that other programs open.

Each module but `base`, `selection` and the private ones is a format.
"""

from typing import IO

from kg.errors import UsageError
from kg.export.base import Exporter
from kg.export.selection import Selection
from kg.registry import Registry
from kg.store.base import View

EXPORTERS: Registry[Exporter] = Registry(
    "exporter", package="kg.export", group="kg.exporters", beside=("base", "selection")
)
OF_ONE_CLAIM = ("evidence", "timeline")  # views that need a claim


def exporter(name: str) -> Exporter:
    """Give a format by its name; raises UnknownFormatError, listing the formats."""
    return EXPORTERS.get(name)


def export(name: str, view: View, stream: IO[bytes], selection: Selection | None = None) -> None:
    """Write a graph, or what is selected of it, in the format of this name.

    Raises UnknownFormatError, listing the formats, and UsageError for a view that the format does not have.
    """
    form = exporter(name)
    wanted = selection or Selection(shape=form.shapes[0])
    check_shape(name, wanted)
    form.write(view, stream, wanted)


def check_shape(name: str, selection: Selection) -> None:
    """See whether a format can write a view; raises UsageError, listing those that it can."""
    have = exporter(name).shapes
    if selection.shape not in have:
        raise UsageError(f"{name} cannot write the view {selection.shape!r}; it has: {', '.join(have)}")
    if selection.shape in OF_ONE_CLAIM and selection.claim is None:
        raise UsageError(
            f"--view {selection.shape} shows one claim; name it with --claim ID (list them: kg claims WORDS)"
        )
