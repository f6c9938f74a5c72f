"""Where graphs are kept: `create` makes one, `open_graph` opens one; readers get a `View`, writers a `Store`."""

from kg.store.base import Found, Store, View, is_stale
from kg.store.oxigraph import create, open_graph

__all__ = ["Found", "Store", "View", "create", "is_stale", "open_graph"]
