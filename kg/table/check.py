"""Compares the file with the graph that it was made from."""

from collections.abc import Iterator

from kg.rdf.validate import Violation
from kg.store.base import View
from kg.table.build import build
from kg.table.table import attach, connect, is_fresh

TABLES = ("statements", "claims", "wordings", "links", "names", "opposed")
NAMED = 20  # rows of a table are named at most
CURE = "make the table anew: kg reindex"


def differences(view: View) -> Iterator[Violation]:
    """Give the rows that the file lacks or should not have; a file that waits to be made anew has no fault."""
    if view.table is None or not is_fresh(view):
        return
    with connect() as connection:
        if not attach(connection, view.table):
            yield Violation(str(view.table), "table", f"It cannot be read; {CURE}")
            return
        connection.execute("USE memory")
        build(view, connection)
        for table in TABLES:
            for one, other, fault in (("beside", "memory", "is not in the graph"), ("memory", "beside", "is missing")):
                query = f"FROM {one}.{table} EXCEPT FROM {other}.{table} ORDER BY ALL LIMIT {NAMED}"
                for name, *_ in connection.execute(query).fetchall():
                    yield Violation(str(name), "table", f"A row of {table} {fault}; {CURE}")
