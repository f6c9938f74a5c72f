"""The default backend: an Oxigraph database on disk, with the texts of the documents beside it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten
from types import TracebackType
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Variable

from kg.errors import GraphError, GraphLockedError, QueryError, UnknownFormatError
from kg.iris import DEFAULT_BASE, KINDS, Minter
from kg.model import Iri
from kg.rdf.vocab import PREFIXES, PROV, SKOS
from kg.store.base import Found, GraphName, Results, Term, stale_quad
from kg.store.location import Location, find, make, seal
from kg.store.replacing import documents_change
from kg.store.texts import Texts

if TYPE_CHECKING:
    from rdflib import Dataset

FEW, MOST = 20_000, 900_000  # quads: fewer are not worth a file, of more the loader makes several
FORMATS = {"trig": RdfFormat.TRIG, "nq": RdfFormat.N_QUADS}


def create(path: str | Path, base: str = DEFAULT_BASE) -> "OxigraphStore":
    """Make an empty graph in a new or empty directory and open it for writing."""
    location = make(Path(path), base)
    store = OxigraphStore(location)
    seal(location)
    return store


def open_graph(path: str | Path, *, read_only: bool = False) -> "OxigraphStore":
    """Open the graph in a directory.

    One process at a time may write; a second one gets GraphLockedError.
    A read-only graph shows what was there when it was opened.
    """
    location = find(Path(path))
    store = OxigraphStore(location, read_only=read_only)
    if not read_only:
        location.clear_leftovers()
    return store


class OxigraphStore:
    """A graph in an Oxigraph database; `View` and `Store` say what each method promises."""

    def __init__(self, location: Location, *, read_only: bool = False) -> None:
        self._location = location
        self._read_only = read_only
        self._texts = Texts(location.texts)
        self._store: pyoxigraph.Store | None = _open(location, read_only=read_only)
        self._dataset: Dataset | None = None

    @property
    def base(self) -> str:
        """The IRI under which the graph names its things."""
        return self._location.base

    @property
    def places(self) -> Path:
        """The file of the places from lists that others keep; it may not be there."""
        return self._location.places

    @property
    def words(self) -> Path | None:
        """The file of the text index; it may not be there, or lag behind."""
        return self._location.words

    @property
    def table(self) -> Path | None:
        """The file of the flat table of statements; it may not be there, or lag behind."""
        return self._location.table

    @property
    def minter(self) -> Minter:
        """Mints ids under the graph's base."""
        return Minter(self.base)

    @property
    def inner(self) -> pyoxigraph.Store:
        """The database itself."""
        if self._store is None:
            raise GraphError(f"{self._location.path} was closed; open it again")
        return self._store

    @property
    def dataset(self) -> "Dataset":
        """The same graph as an rdflib Dataset."""
        from kg.store.dataset import dataset  # noqa: PLC0415 (rdflib takes longer to import than all the rest)

        if self._dataset is None:
            self._dataset = dataset(self.inner)
        return self._dataset

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Results:
        """Ask in SPARQL; the prefixes of the vocabularies and of the graph's ids are known."""
        bound = {Variable(name): value for name, value in (substitutions or {}).items()}
        try:
            return self.inner.query(sparql, prefixes=known_prefixes(self.base), substitutions=bound)
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"the query cannot be read: {in_one_line(error)}") from error

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
        graph: GraphName | None = None,
    ) -> Iterator[Quad]:
        """Look up quads by pattern; None fits anything, also any graph."""
        return self.inner.quads_for_pattern(subject, predicate, object, graph)

    def text(self, digest: str) -> str | None:
        """Find a document's text by its digest."""
        return self._texts.get(digest)

    def ingested(self, document: Iri, maker: str) -> bool:
        """Tell whether this maker's run over this document is in the graph."""
        runs = (quad.subject for quad in self.quads(None, PROV.used, NamedNode(document)))
        makers = (quad.object for run in runs for quad in self.quads(run, PROV.wasAssociatedWith))  # type: ignore[arg-type]
        return any(any(self.quads(agent, SKOS.prefLabel, Literal(maker))) for agent in makers)  # type: ignore[arg-type]

    def dump(self, format: str = "trig") -> bytes:  # noqa: A002
        """Write the whole graph out, as "trig" or "nq"."""
        if format not in FORMATS:
            raise UnknownFormatError(f"no graph format named {format!r}; have: {', '.join(sorted(FORMATS))}")
        return self.inner.dump(format=FORMATS[format], prefixes=known_prefixes(self.base)) or b""

    def add_documents(self, documents: Iterable[Found]) -> None:
        """Put in all that some documents say, in place of what earlier runs found in them.

        Their texts are on disk before the graph speaks of them. What must be derived again is marked stale.
        """
        self._check_writable()
        found = list(documents)
        change = documents_change(self, {each.document: each.quads for each in found})
        with _writing(self._location):
            for each in found:
                if each.text is not None:
                    self._texts.put(each.text)
        self.replace(change.remove, [*change.add, stale_quad(self.base)])

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads in one transaction; many go in as a file of the database, which is faster and as whole."""
        self._check_writable()
        new = list(quads)
        with _writing(self._location):
            if FEW <= len(new) <= MOST:
                self.inner.bulk_extend(new)
            else:
                self.inner.extend(new)

    def remove(self, quads: Iterable[Quad]) -> None:
        """Remove quads in one transaction."""
        self.replace(quads, ())

    def replace(self, remove: Iterable[Quad], add: Iterable[Quad]) -> None:
        """Remove some quads and add others in one transaction; what is in both stays."""
        gone = list(remove)
        if not gone:
            self.add(add)
            return
        self._check_writable()
        update = f"DELETE DATA {{\n{_lines(gone)}\n}} ;\nINSERT DATA {{\n{_lines(add)}\n}}"
        with _writing(self._location):
            self.inner.update(update)

    def close(self) -> None:
        """Let go of the database, so that another process can write to it."""
        if self._dataset is not None:
            self._dataset.close()
            self._dataset = None
        self._store = None

    def __enter__(self) -> "OxigraphStore":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _check_writable(self) -> None:
        if self._read_only:
            raise GraphError(f"{self._location.path} was opened for reading only; open it for writing")


def known_prefixes(base: str) -> dict[str, str]:
    """Give the prefixes that a query need not declare: of the vocabularies and of the ids under a base."""
    return PREFIXES | {kind: f"{base}{kind}/" for kind in KINDS}


def in_one_line(error: Exception) -> str:
    """Word what is wrong with a query: the place and the beginning of the reason."""
    place = re.sub(r"^error at (\d+):(\d+):", r"line \1, column \2:", str(error))
    return shorten(place, 200, placeholder=" …")


@contextmanager
def _writing(location: Location) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise GraphError(f"{location.path} cannot be written ({error}); nothing was changed") from error


def _open(location: Location, *, read_only: bool) -> pyoxigraph.Store:
    try:
        return pyoxigraph.Store.read_only(str(location.store)) if read_only else pyoxigraph.Store(location.store)
    except (OSError, RuntimeError) as error:
        trouble = str(error).lower()
        if "permission denied" in trouble or "read-only" in trouble:
            may = "read" if read_only else "write"
            message = f"{location.path} is not yours to {may}; change its permissions, or work on a copy"
            raise GraphError(message) from error
        if "lock" in trouble:
            message = f"{location.path} is being written by another process; wait until it is done, or end it"
            raise GraphLockedError(message) from error
        raise GraphError(f"{location.path} cannot be opened ({error}); restore it from a backup") from error


def _lines(quads: Iterable[Quad]) -> str:
    return "\n".join(_line(quad) for quad in quads)


def _line(quad: Quad) -> str:
    triple = f"{quad.subject} {quad.predicate} {quad.object} ."
    return triple if isinstance(quad.graph_name, DefaultGraph) else f"GRAPH {quad.graph_name} {{ {triple} }}"
