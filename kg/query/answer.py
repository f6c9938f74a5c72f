"""The answer of a query for Python: rows as named tuples of Python values, a pandas frame, a networkx graph."""

from collections import namedtuple
from collections.abc import Iterator, Sequence
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any, overload

import networkx as nx
from pyoxigraph import Literal

from kg.errors import UsageError
from kg.iris import DEFAULT_BASE
from kg.query.results import as_rows, render
from kg.query.run import Result, Rows, Triples
from kg.query.values import to_python

if TYPE_CHECKING:
    import pandas as pd

_WIDTH = 120


class Answer(Sequence[Any]):
    """Rows that read as tuples, with the columns as names: `row.day`; what is not there is None.

    A CONSTRUCT has the columns subject, predicate and object; an ASK has one row, and is true or false itself.
    """

    def __init__(self, result: Result, base: str = DEFAULT_BASE) -> None:
        self._result, self._base = result, base
        rows = Rows(("answer",), ((Literal(result),),)) if isinstance(result, bool) else as_rows(result)
        self.columns = rows.columns
        named = namedtuple("Row", self.columns, rename=True)  # type: ignore[misc]
        self._rows: tuple[Any, ...] = tuple(named(*map(to_python, row)) for row in rows.rows)

    @overload
    def __getitem__(self, index: int) -> Any: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Any]: ...

    def __getitem__(self, index: int | slice) -> Any:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def __bool__(self) -> bool:
        return self._result if isinstance(self._result, bool) else bool(self._rows)

    def __repr__(self) -> str:
        return render(self._result, "table", width=_WIDTH, base=self._base).rstrip("\n")

    def to_pandas(self) -> "pd.DataFrame":
        """Give the rows as a pandas frame; raises UsageError where pandas is not installed."""
        try:
            pandas = import_module("pandas")
        except ImportError as error:
            raise UsageError("pandas is not installed; install it: pip install 'claim-graph[notebook]'") from error
        rows = [[float(value) if isinstance(value, Decimal) else value for value in row] for row in self._rows]
        frame: pd.DataFrame = pandas.DataFrame(rows, columns=list(self.columns))
        return frame

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Give a CONSTRUCT as a network: IRIs are nodes, the last word of a predicate is the key of an edge.

        Words and numbers become attributes of their node. Raises UsageError for an answer that is no graph.
        """
        if not isinstance(self._result, Triples):
            raise UsageError("only a CONSTRUCT or DESCRIBE query gives a network; take the rows, or to_pandas()")
        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for triple, (subject, predicate, target) in zip(self._result.triples, self._rows, strict=True):
            key = predicate.replace("#", "/").rpartition("/")[2]
            if isinstance(triple.object, Literal):
                network.add_node(subject, **{key: target})
            else:
                network.add_edge(subject, target, key=key)
        return network
