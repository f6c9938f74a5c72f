"""Makes the table from a graph: one read of the index for each property, taken in by DuckDB as columns."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from duckdb import DuckDBPyConnection
from pyoxigraph import QueryResultsFormat, QuerySolutions

from kg.rdf.vocab import KG, OA
from kg.store.base import View
from kg.table.columns import CLAIMS, DOCUMENTS, JUDGEMENTS, NAMES, OPPOSED, STATEMENTS, Column

FORMAT = 3  # of the tables; a file of another one is made anew
PARTS = "scratch."  # what the names of scratch folders begin with
QUOTES = (
    "SELECT (STR(?thing) AS ?id) ?start ?value WHERE { "
    f"?thing {KG.contentSpan} ?span . ?span {OA.start} ?start ; {OA.exact} ?value }}"
)
_READS = (
    "read_csv('{path}', columns = {columns}, header = true, delim = ',', quote = '\"', "
    "escape = '\"', new_line = '\\r\\n', auto_detect = false, parallel = false, max_line_size = 100000000)"
)


def build(view: View, connection: DuckDBPyConnection, scratch: Path | None = None) -> None:
    """Fill an empty database with the tables of a graph; what is on its way lies in the scratch folder."""
    with TemporaryDirectory(dir=scratch, prefix=PARTS) as name:
        folder = Path(name)
        for table, columns in (
            ("said", STATEMENTS), ("published", DOCUMENTS), ("described", CLAIMS), ("judged", JUDGEMENTS),
            ("named", NAMES),
        ):  # fmt: skip
            _pivot(view, connection, table, columns, folder)
        connection.execute(f"CREATE TEMP TABLE pairs AS SELECT * FROM {_values(view, OPPOSED, folder)}")
        quotes = read_answer(view, QUOTES, folder / "quotes.csv")
        connection.execute(f"CREATE TEMP TABLE quoted AS SELECT * FROM {quotes}")
    connection.execute(Path(__file__).with_name("tables.sql").read_text(encoding="utf-8"))
    connection.execute(f"CREATE TABLE made AS SELECT {FORMAT} AS format")


def _pivot(view: View, connection: DuckDBPyConnection, table: str, columns: Sequence[Column], folder: Path) -> None:
    """Read properties into a table with one row for each node; of several values of one the last counts."""
    everything = " UNION ALL ".join(
        f"SELECT '{each.name}' AS name, * FROM {_values(view, each, folder)}" for each in columns
    )
    picked = ", ".join(f"max(value) FILTER (name = '{each.name}') AS \"{each.name}\"" for each in columns)
    connection.execute(f"CREATE TEMP TABLE {table} AS SELECT id, {picked} FROM ({everything}) GROUP BY id")


def _values(view: View, column: Column, folder: Path) -> str:
    """Word how DuckDB reads the values of a property."""
    other = f"FILTER(?is != {column.usual})" if column.usual else ""
    # As strings: Oxigraph does not quote an IRI in CSV, and a comma is allowed in one.
    chosen = "(STR(?thing) AS ?id) (STR(?is) AS ?value)"
    query = f"SELECT {chosen} WHERE {{ ?thing {column.predicate} ?is {other} }}"
    name = column.predicate.value.rpartition("#")[2].rpartition("/")[2]
    return read_answer(view, query, folder / f"{name}.csv")


def read_answer(view: View, query: str, path: Path) -> str:
    """Write the answer of a query to a file, and word how DuckDB reads it."""
    answer = view.query(query)
    assert isinstance(answer, QuerySolutions), "it is a SELECT"  # noqa: S101
    columns = {variable.value: "VARCHAR" for variable in answer.variables}
    answer.serialize(path, format=QueryResultsFormat.CSV)
    return _READS.format(path=str(path).replace("'", "''"), columns=columns)
