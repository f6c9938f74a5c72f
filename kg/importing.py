"""Takes files of RDF into a graph: all of them or, where one is broken, nothing."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pyoxigraph import NamedNode

from kg import table
from kg.beside import refresh, refresh_from
from kg.corroborate.derive import derive
from kg.errors import UnreadableError
from kg.rdf.vocab import KG, RDF
from kg.store import open_graph
from kg.store.base import View, is_stale, stale_quad
from kg.store.oxigraph import OxigraphStore
from kg.store.replacing import fitted
from kg.store.staging import bulk_load, staged


def import_files(graph: Path, files: Sequence[Path]) -> int:
    """Load files of RDF, such as `kg export trig` writes, and say how many statements the graph then holds.

    What follows from the whole is derived, unless a graph that was empty is given everything that follows with them.
    """
    with staged(graph) as copy:
        with OxigraphStore(copy) as store, ThreadPoolExecutor(1) as beside:
            was_empty = not any(store.quads())
            ahead = beside.submit(refresh_from, files, store) if was_empty else None
            _load(store, files)
            if not was_empty:
                change = fitted(store)
                store.replace(change.remove, change.add)
            store.inner.flush()
        with OxigraphStore(copy, read_only=True) as view:  # open to write, the database would tidy up meanwhile
            made = ahead.result() if ahead else None
            count = (made or refresh(view)).statements
            ready = was_empty and _is_derived(view)
        if not ready:
            with OxigraphStore(copy) as store:
                store.add([stale_quad(store.base)])
                store.inner.flush()
    with open_graph(graph) as store:
        if is_stale(store):
            derive(store)
    return count


def _load(store: OxigraphStore, files: Sequence[Path]) -> None:
    for file in files:
        bulk_load(store, file)
    _check_base(store)


def _is_derived(copy: View) -> bool:
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
