"""Where graphs are kept: `create` makes one, `open_graph` opens one; readers get a `View`, writers a `Store`.

A path is a folder on disk, an address of the web is a SPARQL server.
"""

from importlib import import_module
from pathlib import Path
from types import ModuleType

from kg.iris import DEFAULT_BASE
from kg.store.base import Found, Store, View, is_stale

__all__ = ["Found", "Store", "View", "create", "is_stale", "open_graph"]


def create(place: str | Path, base: str = DEFAULT_BASE) -> Store:
    """Make an empty graph in a new or empty folder, or on a server that has none, and open it for writing."""
    made: Store = _backend(place).create(place, base)
    return made


def open_graph(place: str | Path, *, read_only: bool = False) -> Store:
    """Open the graph in a folder or on a server.

    One process at a time may write to a folder; a second one gets GraphLockedError.
    """
    opened: Store = _backend(place).open_graph(place, read_only=read_only)
    return opened


def _backend(place: str | Path) -> ModuleType:
    """Import what keeps graphs at such a place, and only that."""
    return import_module("kg.store.sparql" if "://" in str(place) else "kg.store.oxigraph")
