"""A claim graph from Python: what the commands of `kg` do, as methods. `kg.open` and `kg.create` give one.

>>> import kg, pathlib, tempfile
>>> folder = pathlib.Path(tempfile.mkdtemp())
>>> _ = (folder / "report.txt").write_text("The bridge at Velm was closed, spokeswoman Orla Brenn said on Monday.")
>>> with kg.create(folder / "claims.kg") as graph:
...     _ = graph.ingest(folder / "report.txt", publisher="Daily Ferry", published="2031-05-06")
...     for row in graph.query("quotes", speaker="Orla Brenn", direct=False):
...         print(row.day, row.publisher, row.words)
2031-05-05 Daily Ferry The bridge at Velm was closed
"""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from kg.corroborate.agreement import By
from kg.corroborate.agreement import agreement as compare
from kg.dates import PartialDate
from kg.errors import UsageError
from kg.iris import DEFAULT_BASE
from kg.query.answer import Answer
from kg.query.catalog import load as named
from kg.query.catalog import own
from kg.query.run import Rows, run
from kg.query.values import to_text
from kg.rdf.entities import load_entities as read_entities
from kg.store import Store
from kg.store import create as create_store
from kg.store import open_graph as open_store
from kg.table import Table, open_table

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation
    from rdflib import Dataset

    from kg.corroborate.verdict import Corroboration
    from kg.inquiry import Inquiry
    from kg.pipeline import Outcome

Day = str | PartialDate


class Graph:
    """One graph, open until `close` or the end of a `with`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._inquiries: dict[PartialDate | None, Inquiry] = {}
        self._table: Table | None = None

    def ingest(
        self,
        *paths: str | Path,
        publisher: str | None = None,
        published: Day | None = None,
        url: str | None = None,
        jobs: int = 1,
        keep_text: bool = True,
    ) -> "list[Outcome]":
        """Read files and folders and store who says what in them; what became of each document is given back.

        `publisher`, `published` and `url` count for files that do not say. What was read before is passed over.
        """
        from kg.ingest import Hints  # noqa: PLC0415 (the parser takes longer to import than all the rest)
        from kg.pipeline import ingest  # noqa: PLC0415

        self._forget()
        hints = Hints(publisher=publisher, published=_day(published), url=url)
        return list(ingest(map(str, paths), self.store, hints=hints, jobs=jobs, keep_text=keep_text))

    def load_entities(self, *files: str | Path) -> int:
        """Add actors, parties and places from Turtle files; gives how many texts were read again with them."""
        from kg.pipeline import load_entities  # noqa: PLC0415 (imports the parser)

        self._forget()
        return load_entities([entity for file in files for entity in read_entities(Path(file))], self.store)

    def query(self, question: str, **values: object) -> Answer:
        """Ask a named query with its parameters, or SPARQL of one's own."""
        words = len(question.split()) > 1
        asked = own(question, Path("query")) if words else named(question)
        found = run(self.store, asked, {name: to_text(value) for name, value in values.items()})
        return Answer(found, self.store.base)

    def corroborate(self, claim: str, *, as_of: Day | None = None) -> "Corroboration":
        """Give the verdict on a claim, in words or by its id, with both sides and the reasons."""
        from kg.inquiry import Inquiry  # noqa: PLC0415 (imports the parser)

        day = _day(as_of)
        if day not in self._inquiries:
            self._inquiries[day] = Inquiry(self.store, day)
        return self._inquiries[day].corroborate(claim)

    def agreement(
        self,
        by: By = "source",
        *,
        since: Day | None = None,
        until: Day | None = None,
        as_of: Day | None = None,
        shared: int = 1,
        most: int | None = None,
    ) -> Answer:
        """Count for each two sources, parties or publishers the claims they share, agree on and contradict.

        Those who share fewer than `shared` claims are left out, and with `most` all but the pairs that share most.
        """
        days = {"since": _day(since), "until": _day(until), "as_of": _day(as_of)}
        with open_table(self.store) as table:
            matrix = compare(table, by, **days, shared=shared, most=most)
        found = [(r.left_name, r.right_name, r.shared, r.agree, r.contradict) for r in matrix.rows]
        columns = ("left", "right", "shared", "agree", "contradict")
        return Answer(Rows(columns, tuple(tuple(Literal(value) for value in row) for row in found)), self.store.base)

    @property
    def statements(self) -> "DuckDBPyRelation":
        """All statements, one row each, as a DuckDB relation: `df()`, `pl()`, `arrow()`, `filter()`, `aggregate()`."""
        if self._table is None:
            self._table = open_table(self.store)
        return self._table.statements

    @property
    def dataset(self) -> "Dataset":
        """The same graph as an rdflib Dataset; both read and write the same quads."""
        return self.store.dataset

    def _forget(self) -> None:
        self._inquiries.clear()
        if self._table:
            self._table.close()
            self._table = None

    def close(self) -> None:
        """Let go of the graph, so that another process can write to it."""
        self._forget()
        self.store.close()

    def __enter__(self) -> "Graph":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open(path: str | Path = "claims.kg", *, read_only: bool = False) -> Graph:  # noqa: A001 (read as kg.open)
    """Open a graph; as long as it is open for writing, no other process can write to it."""
    return Graph(open_store(path, read_only=read_only))


def create(path: str | Path = "claims.kg", base: str = DEFAULT_BASE) -> Graph:
    """Make an empty graph in a new or empty folder and open it."""
    return Graph(create_store(path, base))


def _day(day: Day | None) -> PartialDate | None:
    try:
        return PartialDate(day) if day else None
    except ValueError as error:
        raise UsageError(str(error)) from error
