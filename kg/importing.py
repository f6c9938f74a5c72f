"""Takes files of RDF into a graph: all of them or, where one is broken, nothing."""

from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import NamedNode

from kg import search, table
from kg.corroborate.derive import derive
from kg.errors import UnreadableError
from kg.rdf.vocab import KG, RDF
from kg.store import open_graph
from kg.store.base import is_stale, stale_quad
from kg.store.oxigraph import OxigraphStore
from kg.store.replacing import fitted
from kg.store.staging import bulk_load, staged


def import_files(graph: Path, files: Sequence[Path]) -> int:
    """Load files of RDF, such as `kg export trig` writes, and say how many statements the graph then holds.

    What follows from the whole is derived, unless a graph that was empty is given everything that follows with them.
    """
    with staged(graph) as copy:
        was_empty = not any(copy.quads())
        for file in files:
            bulk_load(copy, file)
        _check_base(copy)
        if not was_empty:
            change = fitted(copy)
            copy.replace(change.remove, change.add)
        count = table.refresh(copy)
        if was_empty and _is_derived(copy):
            search.refresh(copy)
        else:
            copy.add([stale_quad(copy.base)])
    with open_graph(graph) as store:
        if is_stale(store):
            derive(store)
    return count


def _is_derived(copy: OxigraphStore) -> bool:
    """Tell whether there is a verdict on every claim that is spoken of."""
    with table.open_table(copy) as found:
        bare = "SELECT 1 FROM statements JOIN claims USING (claim) WHERE verdict IS NULL LIMIT 1"
        return not is_stale(copy) and not found.ask(bare).fetchall()


def _check_base(copy: OxigraphStore) -> None:
    """Refuse statements whose ids are not the graph's: they would never meet what is read into it."""
    for quad in copy.quads(None, RDF.type, KG.Statement):
        name = quad.subject
        if isinstance(name, NamedNode) and not name.value.startswith(copy.base):
            base = name.value.rpartition("statement/")[0]
            raise UnreadableError(
                f"the ids of its statements begin with {base}, those of the graph with {copy.base}; nothing was "
                f"loaded: make a graph for them with kg init --base {base}"
            )
        return
