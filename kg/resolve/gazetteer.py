"""Places from lists that others keep, in a file beside a graph: found by name, never all in memory."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import GraphError
from kg.iris import digest
from kg.model import AlsoNamed, LiesIn, Listed
from kg.resolve.names import readings
from kg.resolve.spelling import normalise

MOST = 50  # places of one name that are looked at, the largest
_TABLES = """
CREATE TABLE IF NOT EXISTS place (key TEXT PRIMARY KEY, name TEXT, lat REAL, long REAL, population INTEGER,
                                  codes TEXT, part_of TEXT, same_as TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS name (normal TEXT, key TEXT, PRIMARY KEY (normal, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unit (codes TEXT PRIMARY KEY, key TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS within (part TEXT PRIMARY KEY, whole TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS loaded (digest TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_PLACE = """
INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET
  lat = coalesce(excluded.lat, lat), long = coalesce(excluded.long, long),
  population = max(excluded.population, population), part_of = coalesce(excluded.part_of, part_of)
"""
_BY_NAME = """
SELECT place.* FROM name JOIN place USING (key) WHERE normal = ? ORDER BY population DESC, key LIMIT ?
"""
Row = Listed | LiesIn | AlsoNamed


class Gazetteer:
    """Finds listed places by name, and what they lie in; where nothing was loaded it knows none."""

    def __init__(self, path: Path) -> None:
        there = path.exists()
        self._connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True) if there else sqlite3.connect(":memory:")
        if not there:
            self._connection.executescript(_TABLES)
        try:
            self.version = self._version()
        except sqlite3.Error as error:
            raise GraphError(f"{path} cannot be read ({error}); delete it and load its lists again") from error

    def _version(self) -> str:
        """Give a digest of what was loaded, empty where nothing was."""
        loaded = [row[0] for row in self._connection.execute("SELECT digest FROM loaded ORDER BY digest")]
        return digest(*loaded) if loaded else ""

    def named(self, name: str) -> list[Listed]:
        """Give the places that bear a name, the largest first."""
        for each in readings(name):
            if rows := self._connection.execute(_BY_NAME, (normalise(each), MOST)).fetchall():
                return [_listed(row) for row in rows]
        return []

    def around(self, place: Listed) -> Iterator[Listed]:
        """Give the places that a place lies in, nearest first."""
        seen = {place.key}
        while (key := self._above(place)) and key not in seen:
            row = self._connection.execute("SELECT * FROM place WHERE key = ?", (key,)).fetchone()
            if row is None:
                return
            seen.add(key)
            place = _listed(row)
            yield place

    def _above(self, place: Listed) -> str | None:
        """Give what a place lies in: as a list of parts says, else its own line, else its codes of administration."""
        told = self._connection.execute("SELECT whole FROM within WHERE part = ?", (place.key,)).fetchone()
        if told or place.part_of:
            return str(told[0]) if told else place.part_of
        for length in range(len(place.codes), 0, -1):
            row = self._connection.execute("SELECT key FROM unit WHERE codes = ?", (_joined(place.codes[:length]),))
            if (unit := row.fetchone()) and unit[0] != place.key:
                return str(unit[0])
        return None


def load(path: Path, rows: Iterable[Row], names: Iterable[str]) -> int:
    """Put rows into the file of a gazetteer, all or none, and count them; `names` tell lists apart."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript(_TABLES)
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT OR IGNORE INTO loaded VALUES (?)", [(name,) for name in names])
        count = sum(_write(connection, row) for row in rows)
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise GraphError(f"{path} cannot be written ({error}); nothing was changed") from error
    finally:
        connection.close()  # what was not committed is gone
    return count


def _write(connection: sqlite3.Connection, row: Row) -> int:
    match row:
        case Listed():
            lat, long = row.location or (None, None)
            values = (row.key, row.name, lat, long, row.population, _joined(row.codes), row.part_of, row.same_as)
            connection.execute(_PLACE, values)
            names = dict.fromkeys(map(normalise, (row.name, *row.labels)))
            connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", [(each, row.key) for each in names])
            if row.unit:
                connection.execute("INSERT OR REPLACE INTO unit VALUES (?, ?)", (_joined(row.codes), row.key))
        case LiesIn():
            connection.execute("INSERT OR IGNORE INTO within VALUES (?, ?)", (row.part, row.whole))
        case AlsoNamed():
            known = "INSERT OR IGNORE INTO name SELECT ?, key FROM place WHERE key = ?"
            connection.execute(known, (normalise(row.name), row.key))
    return 1


def _joined(codes: tuple[str, ...]) -> str:
    return json.dumps(codes) if codes else ""


def _listed(row: tuple[str, str, float | None, float | None, int, str, str | None, str]) -> Listed:
    key, name, lat, long, population, codes, part_of, same_as = row
    location = (lat, long) if lat is not None and long is not None else None
    return Listed(
        key=key, name=name, location=location, population=population,
        codes=tuple(json.loads(codes)) if codes else (), part_of=part_of, same_as=same_as,
    )  # fmt: skip
