"""The flat table of the chosen statements: one row for each that carries a claim."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.export._rows import add_beside, opened
from kg.export.selection import Selection
from kg.store.base import View
from kg.table import Table

_SMALL = "256MB"  # of memory; what does not fit goes to disk
ROWS = Path(__file__).with_name("_views").joinpath("statements.sql").read_text(encoding="utf-8")


@contextmanager
def flat(view: View, selection: Selection) -> Iterator[Table]:
    """Open what `ROWS` asks; its columns are those of `docs/exports.md`."""
    with opened(view, selection, memory=_SMALL) as table:
        add_beside(table, view)
        yield table
