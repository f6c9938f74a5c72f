"""Opens the table of statements for an export: only the chosen ones are in it, with what pictures need besides."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from kg.errors import GraphError
from kg.export._colours import AGREES, CONTRADICTS, MIXED, PALE, ranked
from kg.export.selection import Selection, chosen
from kg.model import Iri
from kg.store.base import View
from kg.table import Table, open_table
from kg.table.table import MEMORY

_FOLDER = Path(__file__).with_name("_views")
_COLOURS = "CREATE TEMP TABLE colours AS SELECT unnest($names::VARCHAR[]) AS name, unnest($tints::VARCHAR[]) AS colour"
_ASKED = """
CREATE TEMP TABLE asked AS SELECT $base AS base, $everything AS everything, $pale AS pale, $mixed AS mixed,
    $agreeing AS agreeing, $against AS against
"""
_KEPT = """
CREATE TEMP TABLE kept AS
WITH RECURSIVE leads(statement) AS (
    SELECT unnest($picked::VARCHAR[])
    UNION SELECT hop.statement FROM statements AS hop JOIN leads ON hop.reports = leads.statement
)
FROM leads
"""


@contextmanager
def opened(view: View, selection: Selection, memory: str = MEMORY) -> Iterator[Table]:
    """Open the table with nothing in `statements` but what is chosen and the hops that lead to it.

    Raises GraphError where neither the memory nor the disk is enough.
    """
    picked = chosen(view, selection)
    try:
        with _open(view, picked, memory) as table:
            yield table
    except (duckdb.OutOfMemoryException, duckdb.IOException) as error:
        why = str(error).partition("\n")[0]
        raise GraphError(f"the table cannot be read ({why}); free memory or disk, or export a part: --since") from error


@contextmanager
def _open(view: View, picked: frozenset[Iri] | None, memory: str) -> Iterator[Table]:
    with open_table(view) as table:
        table.do(f"SET memory_limit = '{memory}'")
        colours = ranked(table)
        table.do(_COLOURS, {"names": [*colours], "tints": [*colours.values()]})
        looks = {"pale": PALE, "mixed": MIXED, "agreeing": AGREES, "against": CONTRADICTS}
        table.do(_ASKED, {"base": view.base, "everything": picked is None, **looks})
        if picked is not None:
            _narrow(table, sorted(picked))
        yield table


def add_beside(table: Table, view: View) -> None:
    """Put beside the statements what only the graph tells: documents, places, classes, judgements between claims."""
    for path in sorted((_FOLDER / "beside").glob("*.rq")):
        table.take(path.stem, view, path.read_text(encoding="utf-8"))
    table.do((_FOLDER / "shared.sql").read_text(encoding="utf-8"))


def _narrow(table: Table, picked: list[str]) -> None:
    """Put a view of what is kept before the table of all statements, so that whatever asks for them sees no more."""
    ((place,),) = table.ask("SELECT current_database()").fetchall()
    table.do(_KEPT, {"picked": picked})
    table.do(f"CREATE TEMP VIEW statements AS FROM {place}.main.statements SEMI JOIN kept USING (statement)")
