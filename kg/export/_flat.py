"""Writes the flat table of the chosen statements by DuckDB, which streams it from its file."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from kg.export._rows import add_beside, opened
from kg.export.selection import Selection
from kg.store.base import View

ROWS = Path(__file__).with_name("_views") / "statements.sql"


def write_table(view: View, stream: IO[bytes], selection: Selection, options: str) -> None:
    """Write one row for each statement that carries a claim; the columns are those of `docs/exports.md`."""
    with opened(view, selection) as table, TemporaryDirectory(prefix="kg-export-") as folder:
        add_beside(table, view)
        path = Path(folder, "table")
        quoted = str(path).replace("'", "''")
        table.do(f"COPY ({ROWS.read_text(encoding='utf-8')}) TO '{quoted}' ({options})")
        with path.open("rb") as written:
            shutil.copyfileobj(written, stream)
