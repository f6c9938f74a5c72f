"""The table as a file beside the graph: made anew beside the old one, then put in its place whole."""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from types import TracebackType
from typing import Any

import duckdb
from duckdb import DuckDBPyConnection, DuckDBPyRelation

from kg.errors import GraphError
from kg.store.base import View, is_stale
from kg.store.texts import sync_folder
from kg.table.answers import read_answer
from kg.table.build import FORMAT, PARTS, build, build_from

_VALUE = re.compile(r"\$([a-z_]+)")
PAGE = 20_480  # rows that are read back at once
_PAGE = """
SELECT * EXCLUDE file_row_number FROM read_parquet('{path}', file_row_number = true)
WHERE file_row_number >= $first AND file_row_number < $last ORDER BY file_row_number
"""
MEMORY = "2GB"  # what DuckDB takes at most; beyond it goes to disk
LITTLE = "900MB"  # the same while the database takes files in
QUIET = "SET enable_progress_bar = false"  # stdout is for answers


class Table:
    """The flat table of a graph's statements, to read: `statements`, `claims`, `wordings`, `links`, `names`, `opposed`.

    `statements` gives all rows as a DuckDB relation, which has `.df()`, `.pl()` and `.arrow()`; `ask` takes SQL.
    """

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection

    @property
    def statements(self) -> DuckDBPyRelation:
        """All statements, one row each."""
        return self._connection.table("statements")

    def ask(self, sql: str, values: Mapping[str, object] | None = None) -> DuckDBPyRelation:
        """Ask in SQL, where values stand as `$name`; one that is not given is NULL."""
        given = values or {}
        return self._connection.sql(sql, params={name: given.get(name) for name in _VALUE.findall(sql)})

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """Give the rows of an answer one by one, as many in memory as DuckDB hands over at once."""
        with self._connection.cursor() as cursor:
            (place,) = self._connection.execute("SELECT current_database()").fetchone() or ("memory",)
            cursor.execute(f"USE {place}")
            answer = cursor.execute(sql)
            while rows := answer.fetchmany(10_000):
                yield from rows

    def do(self, sql: str, values: Mapping[str, object] | None = None) -> None:
        """Make something temporary in SQL, which is gone when the table is closed; values as for `ask`."""
        given = values or {}
        self._connection.execute(sql, {name: given.get(name) for name in _VALUE.findall(sql)})

    def stream(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """Give the rows of an answer one by one, also of what is temporary, by way of a file.

        DuckDB keeps an answer in memory until its last row is fetched; from the file a page is read at a time.
        """
        with TemporaryDirectory(prefix=PARTS) as folder:
            path = str(Path(folder, "rows")).replace("'", "''")
            self.do(f"COPY ({sql}) TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE {PAGE})")
            page = _PAGE.format(path=path)
            first = 0
            while some := self._connection.execute(page, {"first": first, "last": first + PAGE}).fetchall():
                yield from some
                first += PAGE

    def take(self, name: str, view: View, sparql: str) -> None:
        """Take in the answer of a SELECT as a temporary table of text; what is not there is NULL."""
        with TemporaryDirectory(prefix=PARTS) as folder:
            answer = read_answer(view, sparql, Path(folder, "answer.csv"))
            self._connection.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM {answer}")  # noqa: S608 (words of our own)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> "Table":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def is_fresh(view: View) -> bool:
    """Tell whether the file is there and nothing waits to be derived, as after an ingest that was killed."""
    return view.table is not None and view.table.is_file() and not is_stale(view)


def open_table(view: View, *, made: bool = False) -> Table:
    """Open the table of a graph; where the file lags behind it is made in memory, as the graph is now.

    Who has `made` the file after the last change takes it, though the graph is still marked stale.
    """
    connection = connect()
    if view.table and (made or is_fresh(view)) and attach(connection, view.table):
        return Table(connection)
    connection.close()
    return build_in_memory(view)


def build_in_memory(view: View) -> Table:
    """Make the table of a graph as it is now, whatever the file says."""
    connection = connect()
    build(view, connection)
    return Table(connection)


def refresh(view: View, files: Sequence[Path] = ()) -> int:
    """Make the file anew from the graph, and say how many statements it holds; a kill leaves the old file.

    Files of RDF that hold all of the graph are read in its place where they can be: that is faster.
    """
    path = view.table
    return 0 if path is None else _write(path, MEMORY, lambda draft: build(view, draft, path.parent, files)) or 0


def refresh_from(files: Sequence[Path], path: Path) -> int | None:
    """Make a file from files of RDF alone, while a graph is made of them; None where they cannot be read for that."""
    return _write(path, LITTLE, lambda draft: build_from(files, draft))


def _write(path: Path, memory: str, fill: Callable[[DuckDBPyConnection], bool | None]) -> int | None:
    """Make a file beside its place and put it there whole; not where that comes to nothing."""
    _clear(path)
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with duckdb.connect(
            str(draft), config={"memory_limit": memory, "preserve_insertion_order": False}
        ) as connection:
            connection.execute(QUIET)
            if fill(connection) is False:
                return None
            (count,) = connection.execute("SELECT count(*) FROM statements").fetchone() or (0,)
        draft.replace(path)
        sync_folder(path.parent)
    except (OSError, duckdb.Error) as error:
        raise GraphError(f"{path} cannot be written ({error}); free some space, then: kg reindex") from error
    return int(count)


def connect() -> DuckDBPyConnection:
    """Open a database in memory, which takes to disk what does not fit."""
    scratch = str(Path(gettempdir()) / f"kg-table-{os.getpid()}")
    connection = duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": scratch})
    connection.execute(QUIET)
    return connection


def attach(connection: DuckDBPyConnection, path: Path) -> bool:
    """Put the file under a connection; tells whether it is whole and of the format of this program."""
    try:
        quoted = str(path).replace("'", "''")
        connection.execute(f"ATTACH '{quoted}' AS beside (READ_ONLY)")
        fits = connection.execute("SELECT format FROM beside.made").fetchall() == [(FORMAT,)]
        connection.execute("USE beside" if fits else "DETACH beside")
    except duckdb.Error:
        return False
    return fits


def _clear(path: Path) -> None:
    """Remove what refreshes that were killed left behind."""
    for left in (*path.parent.glob(f"{path.name}.*.new*"), *path.parent.glob(f"{PARTS}*/")):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)
