"""The text index as a file beside the graph: what claims say and what statements quote, kept in step with the graph.

It is made from the table of statements. Only what changed since is written, in one transaction; a kill leaves the index
as it was.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import GraphError
from kg.store.base import View, is_stale
from kg.store.texts import put_in_place
from kg.table import Table, open_table

FORMAT = 1  # of the file; one of another format is made anew
TOKENS = "porter unicode61 remove_diacritics 2"  # forms of an English word are one, and so are é and e
# A claim is one text with all its wordings, a statement one with all parts of its quote; each in a fixed order.
_TEXTS = """
SELECT claim AS thing, claim, string_agg(words, ' … ' ORDER BY words) AS words FROM wordings GROUP BY claim
UNION ALL SELECT statement, claim, coalesce(quote, '') FROM statements WHERE claim IS NOT NULL
"""
_MAKE = f"""
CREATE TABLE things (number INTEGER PRIMARY KEY, thing, claim, words);
CREATE VIRTUAL TABLE texts USING fts5(words, content='things', content_rowid='number', tokenize='{TOKENS}');
"""
_INDEX = "INSERT INTO texts (rowid, words) SELECT number, words FROM things"
# Last, when all is in: a file of this version is whole.
_SEAL = f"""
CREATE UNIQUE INDEX of_thing ON things (thing);
CREATE INDEX of_claim ON things (claim);
PRAGMA user_version = {FORMAT};
"""
_PUT = "INSERT INTO {} (thing, claim, words) VALUES (?, ?, ?)"
_NOW = "CREATE TEMP TABLE now (thing PRIMARY KEY, claim, words)"
_CHANGE = """
CREATE TEMP TABLE gone AS SELECT number, things.words FROM things LEFT JOIN now USING (thing)
WHERE now.thing IS NULL OR now.claim != things.claim OR now.words != things.words;
INSERT INTO texts (texts, rowid, words) SELECT 'delete', number, words FROM gone;
DELETE FROM things WHERE number IN (SELECT number FROM gone);
CREATE TEMP TABLE last AS SELECT coalesce(max(number), 0) AS number FROM things;
INSERT INTO things (thing, claim, words) SELECT * FROM now WHERE thing NOT IN (SELECT thing FROM things) ORDER BY thing;
INSERT INTO texts (rowid, words) SELECT number, words FROM things WHERE number > (SELECT number FROM last);
DROP TABLE now; DROP TABLE gone; DROP TABLE last;
"""


def refresh(view: View, table: Table) -> int:
    """Bring the file in step with the table, and say how many texts it holds; 0 where there is no place for one."""
    if view.words is None:
        return 0
    try:
        for draft in view.words.parent.glob(f"{view.words.name}.*.new"):
            draft.unlink()
        return (
            _update(view.words, table) if view.words.exists() and is_index(view.words) else _create(view.words, table)
        )
    except (OSError, sqlite3.Error) as error:
        raise GraphError(f"{view.words} cannot be written ({error}); free some space, then: kg reindex") from error


def _update(path: Path, table: Table) -> int:
    with _connected(path) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_NOW)
        connection.executemany(_PUT.format("now"), table.rows(_TEXTS))
        _execute(connection, _CHANGE)
        connection.execute("COMMIT")
        return _count(connection)


def _create(path: Path, table: Table) -> int:
    """Make the file beside its place, without a journal, and put it there whole."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    with _connected(draft) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        _fill(connection, table)
        count = _count(connection)
    put_in_place(draft, path)
    return count


@contextmanager
def opened(view: View, path: Path) -> Iterator[sqlite3.Connection]:
    """Open the index to read; where the file lags behind, is not there or of another format it is made in memory."""
    if path.is_file() and not is_stale(view):
        with _connected(f"{path.absolute().as_uri()}?mode=ro") as connection:
            if _is_whole(connection):
                yield connection
                return
    with open_table(view) as table, in_memory(table) as connection:
        yield connection


@contextmanager
def in_memory(table: Table) -> Iterator[sqlite3.Connection]:
    """Make the index of a table in memory."""
    with _connected(":memory:") as connection:
        _fill(connection, table)
        yield connection


@contextmanager
def _connected(path: Path | str) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, uri=isinstance(path, str), isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def _is_whole(connection: sqlite3.Connection) -> bool:
    try:
        return bool(connection.execute("PRAGMA user_version").fetchone() == (FORMAT,))
    except sqlite3.DatabaseError:
        return False


def is_index(path: Path) -> bool:
    """Tell whether a file is an index of this format."""
    with _connected(path) as connection:
        return _is_whole(connection)


def _fill(connection: sqlite3.Connection, table: Table) -> None:
    """Make an index in an empty database."""
    connection.execute("BEGIN")
    _execute(connection, _MAKE)
    connection.executemany(_PUT.format("things"), table.rows(_TEXTS))
    connection.execute(_INDEX)
    _execute(connection, _SEAL)
    connection.execute("COMMIT")


def _count(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM things").fetchone()
    return int(count)


def _execute(connection: sqlite3.Connection, script: str) -> None:
    """Run several statements within the transaction that is open, which `executescript` would end."""
    for statement in script.split(";"):
        connection.execute(statement)
