"""The views of a graph: what is a node and what is an edge in each."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from kg.export._picture import Picture
from kg.export._views import evidence, tabled
from kg.export.selection import Selection
from kg.store.base import View

_VIEWS: dict[str, Callable[[View, Selection], AbstractContextManager[Picture]]] = {
    "full": tabled.full,
    "sources": tabled.sources,
    "claims": tabled.claims,
    "evidence": evidence.evidence,
}
SHAPES = tuple(_VIEWS)


@contextmanager
def picture(view: View, selection: Selection) -> Iterator[Picture]:
    """Give the view that is asked for of what is selected, for as long as the graph is open."""
    with _VIEWS[selection.shape](view, selection) as shown:
        yield shown
