"""Makes anew what is kept beside a graph to answer faster: the table of statements, and the text index from that."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kg import search, table
from kg.store.base import View


class Beside(NamedTuple):
    """How many statements the table holds, and how many texts the index."""

    statements: int
    texts: int


def refresh_from(files: Sequence[Path], view: View) -> Beside | None:
    """Make both from files of RDF alone, while a graph is made of them; None where those cannot be read for that."""
    statements = table.refresh_from(files, view.table) if view.table else None
    if statements is None:
        return None
    with table.open_table(view, made=True) as made:
        return Beside(statements, search.refresh(view, made))


def refresh(view: View, files: Sequence[Path] = ()) -> Beside:
    """Bring both files in step with the graph; files that hold all of it are read in its place if they can be."""
    if view.table is None:
        return Beside(0, 0)
    statements = table.refresh(view, files)
    with table.open_table(view, made=True) as made:
        return Beside(statements, search.refresh(view, made))
