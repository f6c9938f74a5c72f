"""The text index as a file beside the graph: what claims say and what statements quote, kept in step with the graph.

Only what changed since is written, in one transaction; a kill leaves the index as it was.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import QuerySolutions

from kg.errors import GraphError
from kg.store.base import View

FORMAT = 1  # of the file; one of another format is made anew
TOKENS = "porter unicode61 remove_diacritics 2"  # forms of an English word are one, and so are é and e
_CLAIMS = """
SELECT ?claim ?words WHERE { ?claim a kg:Claim . { ?claim schema:text ?words } UNION { ?claim skos:altLabel ?words } }
"""
_QUOTES = """
SELECT ?statement ?claim ?start ?words WHERE {
  ?statement kg:claim ?claim . OPTIONAL { ?statement kg:contentSpan ?span . ?span oa:start ?start ; oa:exact ?words }
}
"""
_MAKE = f"""
CREATE TABLE things (number INTEGER PRIMARY KEY, thing UNIQUE, claim, words);
CREATE INDEX of_claim ON things (claim);
CREATE VIRTUAL TABLE texts USING fts5(words, content='things', content_rowid='number', tokenize='{TOKENS}');
PRAGMA user_version = {FORMAT};
"""
# A claim is one text with all its wordings, a statement one with all parts of its quote; each in a fixed order.
_PARTS = "CREATE TEMP TABLE parts (thing, claim, start INTEGER, words)"
_CHANGE = """
CREATE TEMP TABLE now AS SELECT thing, claim, coalesce(group_concat(words, ' … '), '') AS words
FROM (SELECT * FROM parts ORDER BY thing, start, words) GROUP BY thing;
CREATE TEMP TABLE gone AS SELECT number, things.words FROM things LEFT JOIN now USING (thing)
WHERE now.thing IS NULL OR now.claim != things.claim OR now.words != things.words;
INSERT INTO texts (texts, rowid, words) SELECT 'delete', number, words FROM gone;
DELETE FROM things WHERE number IN (SELECT number FROM gone);
CREATE TEMP TABLE last AS SELECT coalesce(max(number), 0) AS number FROM things;
INSERT INTO things (thing, claim, words) SELECT * FROM now WHERE thing NOT IN (SELECT thing FROM things) ORDER BY thing;
INSERT INTO texts (rowid, words) SELECT number, words FROM things WHERE number > (SELECT number FROM last);
DROP TABLE parts; DROP TABLE now; DROP TABLE gone; DROP TABLE last;
"""


def refresh(view: View) -> int:
    """Bring the file in step with the graph, and say how many texts it holds; 0 where there is no place for one."""
    if view.words is None:
        return 0
    try:
        _clear(view.words)
        with _connected(view.words) as connection:
            _prepare(connection)
            return _fill(connection, view)
    except (OSError, sqlite3.Error) as error:
        raise GraphError(f"{view.words} cannot be written ({error}); free some space, then: kg reindex") from error


@contextmanager
def opened(view: View, path: Path) -> Iterator[sqlite3.Connection]:
    """Open the index to read; where the file is not there or of another format it is made in memory."""
    if path.is_file():
        with _connected(f"{path.absolute().as_uri()}?mode=ro") as connection:
            if _is_whole(connection):
                yield connection
                return
    with in_memory(view) as connection:
        yield connection


@contextmanager
def in_memory(view: View) -> Iterator[sqlite3.Connection]:
    """Make the index of a graph as it is now, in memory."""
    with _connected(":memory:") as connection:
        _prepare(connection)
        _fill(connection, view)
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


def _clear(path: Path) -> None:
    """Remove a file that is no index of this format."""
    if path.exists() and not is_index(path):
        path.unlink()


def is_index(path: Path) -> bool:
    """Tell whether a file is an index of this format."""
    with _connected(path) as connection:
        return _is_whole(connection)


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    if not _is_whole(connection):
        _execute(connection, _MAKE)


def _fill(connection: sqlite3.Connection, view: View) -> int:
    connection.execute(_PARTS)
    put = "INSERT INTO parts VALUES (?, ?, ?, ?)"
    connection.executemany(put, ((claim, claim, 0, words) for claim, words in _rows(view, _CLAIMS)))
    connection.executemany(put, _rows(view, _QUOTES))
    _execute(connection, _CHANGE)
    (count,) = connection.execute("SELECT count(*) FROM things").fetchone()
    connection.execute("COMMIT")
    return int(count)


def _execute(connection: sqlite3.Connection, script: str) -> None:
    """Run several statements within the transaction that is open, which `executescript` would end."""
    for statement in script.split(";"):
        connection.execute(statement)


def _rows(view: View, sparql: str) -> Iterator[tuple[str | None, ...]]:
    answer = view.query(sparql)
    if isinstance(answer, QuerySolutions):
        for row in answer:
            yield tuple(term.value if term else None for term in row)
