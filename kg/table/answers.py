"""Hands the answer of a SPARQL query to DuckDB, by way of a file."""

from pathlib import Path

from pyoxigraph import QueryResultsFormat, QuerySolutions

from kg.store.base import View

_READS = (
    "read_csv('{path}', columns = {columns}, header = true, delim = ',', quote = '\"', "
    "escape = '\"', new_line = '\\r\\n', auto_detect = false, parallel = false, max_line_size = 100000000)"
)


def read_answer(view: View, query: str, path: Path) -> str:
    """Write the answer of a SELECT to a file, and word how DuckDB reads it; ask for IRIs as STR(), which is quoted."""
    answer = view.query(query)
    assert isinstance(answer, QuerySolutions), "it is a SELECT"  # noqa: S101
    columns = {variable.value: "VARCHAR" for variable in answer.variables}
    answer.serialize(path, format=QueryResultsFormat.CSV)
    return _READS.format(path=str(path).replace("'", "''"), columns=columns)
