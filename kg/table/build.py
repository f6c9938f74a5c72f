"""Makes the tables of a graph from the values of its properties."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from duckdb import DuckDBPyConnection

from kg.store.base import View
from kg.table.columns import COLUMNS, LISTED, PIVOTED, Column
from kg.table.told import take, take_lines

FORMAT = 4  # of the tables; a file of another one is made anew
PARTS = "scratch."  # what the names of scratch folders begin with


def build(view: View, connection: DuckDBPyConnection, scratch: Path | None = None, files: Sequence[Path] = ()) -> None:
    """Fill an empty database with the tables of a graph; what is on its way lies in the scratch folder.

    Files that hold all of the graph are read in its place where they can be: that is faster.
    """
    with TemporaryDirectory(dir=scratch, prefix=PARTS) as folder:
        take(view, connection, Path(folder), files)
    _fill(connection)


def build_from(files: Sequence[Path], connection: DuckDBPyConnection) -> bool:
    """Fill an empty database with the tables of a graph that files hold; tells whether they could be read for that."""
    if read := take_lines(connection, files):
        _fill(connection)
    return read


def _fill(connection: DuckDBPyConnection) -> None:
    for table, columns in PIVOTED.items():
        connection.execute(f"CREATE TEMP TABLE {table} AS {_pivoted(columns)}")
    for table, columns in LISTED.items():
        connection.execute(f"CREATE TEMP TABLE {table} AS SELECT DISTINCT id, value FROM told WHERE {_is_one(columns)}")
    connection.execute("DROP TABLE told")
    connection.execute(Path(__file__).with_name("tables.sql").read_text(encoding="utf-8"))
    connection.execute(f"CREATE TABLE made AS SELECT {FORMAT} AS format")


def _pivoted(columns: Sequence[Column]) -> str:
    """Word a table with one row for each node; of several values of one property the last counts."""
    picked = (f'max(value) FILTER (property = {COLUMNS.index(each)}) AS "{each.name}"' for each in columns)
    return f"SELECT id, {', '.join(picked)} FROM told WHERE {_is_one(columns)} GROUP BY id"


def _is_one(columns: Sequence[Column]) -> str:
    return f"property IN ({', '.join(str(COLUMNS.index(each)) for each in columns)})"
