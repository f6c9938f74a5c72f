"""Takes all values of the properties that the tables hold into one list, `told`: from files of quads, or a graph."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection
from pyoxigraph import QueryResultsFormat, QuerySolutions

from kg.store.base import View
from kg.table.columns import COLUMNS, Column

_LINES = {".nq", ".nt"}  # endings of files with a quad a line
_GUESSES = "join_order,build_side_probe_side"  # which take a file for smaller than 32 properties, and hold it in memory
_READ = (
    "FROM read_csv('{path}', columns = {{'thing': 'VARCHAR', 'term': 'VARCHAR'}}, header = true, delim = '\\t', "
    "quote = '', escape = '', new_line = '\\n', auto_detect = false, max_line_size = 20000000, buffer_size = 40000000) "
    "WHERE prefix(thing, '<')"
)


def take(view: View, connection: DuckDBPyConnection, folder: Path, files: Sequence[Path] = ()) -> None:
    """Fill `told` with what a graph holds; faster from files, where they hold all of it and are written plainly."""
    if not take_lines(connection, files):
        _start(connection)
        for number, column in enumerate(COLUMNS):
            _take_values(view, connection, number, column, folder / f"{number}.tsv")


def take_lines(connection: DuckDBPyConnection, files: Sequence[Path]) -> bool:
    """Fill `told` from files of quads; tells whether each of their lines could be read."""
    connection.execute(_script("terms"))
    _start(connection)
    return bool(files) and all(file.suffix in _LINES for file in files) and _take_lines(connection, files)


def _start(connection: DuckDBPyConnection) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE told (id VARCHAR, property UTINYINT, value VARCHAR)")


def _take_lines(connection: DuckDBPyConnection, files: Sequence[Path]) -> bool:
    rows = [(str(each.predicate), number, each.usual and str(each.usual)) for number, each in enumerate(COLUMNS)]
    connection.execute("CREATE TEMP TABLE properties (predicate VARCHAR, property UTINYINT, usual VARCHAR)")
    connection.executemany("INSERT INTO properties VALUES (?, ?, ?)", rows)
    connection.execute("SET VARIABLE files = ?", [[str(file) for file in files]])
    connection.execute(f"SET disabled_optimizers = '{_GUESSES}'")
    try:
        connection.execute(_script("lines"))
    except duckdb.InvalidInputException:  # as of a tab
        return False
    finally:
        connection.execute("RESET disabled_optimizers")
    return not connection.execute("FROM told WHERE property IS NULL LIMIT 1").fetchall()


def _take_values(view: View, connection: DuckDBPyConnection, number: int, column: Column, path: Path) -> None:
    """Read one property from the index of a graph."""
    other = f"FILTER(?is != {column.usual})" if column.usual else ""
    answer = view.query(f"SELECT ?thing ?is WHERE {{ ?thing {column.predicate} ?is {other} }}")
    assert isinstance(answer, QuerySolutions), "it is a SELECT"  # noqa: S101
    answer.serialize(path, format=QueryResultsFormat.TSV)
    read = _READ.format(path=str(path).replace("'", "''"))
    connection.execute(f"INSERT INTO told SELECT words_of(thing), {number}, words_of(term) {read}")
    path.unlink()


def _script(name: str) -> str:
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")
