"""A graph on any SPARQL 1.1 server: the same promises over HTTP, without texts, table or index beside it.

What is said stands in the default graph, as on disk. Where a server takes all graphs together for its default graph,
and could not tell one from the other, it stands in the graph called as the node of the whole; `create` finds out.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from kg.errors import GraphError, QueryError, UnknownFormatError
from kg.iris import DEFAULT_BASE, Minter
from kg.model import Iri
from kg.rdf.vocab import KG, PROV, SKOS
from kg.store.base import Found, GraphName, Results, Term, stale_quad
from kg.store.location import check_base
from kg.store.oxigraph import FORMATS, in_one_line, known_prefixes
from kg.store.replacing import documents_change
from kg.store.server import Server

if TYPE_CHECKING:
    from rdflib import Dataset

MOST = 5000  # quads go in one update; more go in several
_NODE = "graph"  # what the node of the whole is called, under the base
_MADE = """
SELECT ?node ?graph WHERE {
  { ?node a kg:Graph } UNION { ?node a kg:Statement }
  OPTIONAL { GRAPH ?graph { ?node a ?kind } }
} ORDER BY DESC(STRENDS(STR(?node), "/graph") || STRENDS(STR(?node), "#graph")) LIMIT 1
"""


def create(address: str, base: str = DEFAULT_BASE) -> "SparqlStore":
    """Make a graph on a server that has none, and find out how it treats the default graph."""
    check_base(base)
    with _connected(address) as server:
        if _found(server):
            raise GraphError(f"{address} holds a graph already; use it, or choose another place")
        node = NamedNode(base + _NODE)
        mark = f"{node} a {KG.Graph} ."
        server.update(f"INSERT DATA {{ GRAPH {node} {{ {mark} }} }}")
        if bool(server.ask(f"ASK {{ {mark} }}")):
            return SparqlStore(server, base, node)
        server.update(f"DELETE DATA {{ GRAPH {node} {{ {mark} }} }} ; INSERT DATA {{ {mark} }}")
        return SparqlStore(server, base, None)


def open_graph(address: str, *, read_only: bool = False) -> "SparqlStore":
    """Open the graph on a server."""
    with _connected(address) as server:
        found = _found(server)
        if not found:
            raise GraphError(f"there is no graph at {address}; make one with: kg --graph {address} init")
        base, home = found
        return SparqlStore(server, base, home, read_only=read_only)


@contextmanager
def _connected(address: str) -> Iterator[Server]:
    """Let go of a server where opening its graph fails."""
    server = Server(address)
    try:
        yield server
    except BaseException:
        server.close()
        raise


def _found(server: Server) -> tuple[str, NamedNode | None] | None:
    """Give the base of the graph on a server, and the graph in which what is said stands, if it is not the default."""
    for row in server.select(_prefixed(_MADE, DEFAULT_BASE)):
        node, graph = row["node"].value, row["graph"]
        whole = node.removesuffix(_NODE)
        base = whole if whole != node else node[: node.rindex("statement/")]
        return base, graph
    return None


class SparqlStore:
    """A graph on a server; `View` and `Store` say what each method promises."""

    def __init__(self, server: Server, base: str, home: NamedNode | None, *, read_only: bool = False) -> None:
        self._server = server
        self._base = base
        self._home = home
        self._read_only = read_only
        self._syntax = Store()  # empty; reads queries before they are sent

    @property
    def base(self) -> str:
        """The IRI under which the graph names its things."""
        return self._base

    @property
    def places(self) -> Path | None:
        """No file of places: there is nothing beside the graph."""
        return None

    @property
    def words(self) -> Path | None:
        """No text index: there is nothing beside the graph."""
        return None

    @property
    def table(self) -> Path | None:
        """No table of statements: there is nothing beside the graph."""
        return None

    @property
    def minter(self) -> Minter:
        """Mints ids under the graph's base."""
        return Minter(self.base)

    @property
    def dataset(self) -> "Dataset":
        """The same graph as an rdflib Dataset."""
        from kg.store.dataset import remote_dataset  # noqa: PLC0415 (rdflib takes longer to import than all the rest)

        return remote_dataset(self._server.address, self._server.updates, self._server.credentials)

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Results:
        """Ask in SPARQL; the prefixes of the vocabularies and of the graph's ids are known."""
        try:
            form = self._syntax.query(sparql, prefixes=known_prefixes(self.base))
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"the query cannot be read: {in_one_line(error)}") from error
        asked = _prefixed(sparql, self.base) + "".join(
            f"\nVALUES ?{name} {{ {value} }}" for name, value in (substitutions or {}).items()
        )
        if isinstance(form, QueryTriples):
            return self._server.construct(asked)
        return self._server.ask(asked) if isinstance(form, QueryBoolean) else self._server.select(asked)

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
        graph: GraphName | None = None,
    ) -> Iterator[Quad]:
        """Look up quads by pattern; None fits anything, also any graph of ours."""
        given = {"s": subject, "p": predicate, "o": object}
        triple = " ".join(str(term) if term else f"?{name}" for name, term in given.items())
        if isinstance(graph, NamedNode):
            return self._matching(f"GRAPH {graph} {{ {triple} }}", given, graph)
        said = f"GRAPH {self._home} {{ {triple} }}" if self._home else triple
        found = self._matching(said, given, DefaultGraph())
        if graph is not None:
            return found
        ours = f'FILTER(STRSTARTS(STR(?g), "{self.base}claim/"))'
        return iter([*found, *self._matching(f"GRAPH ?g {{ {triple} }} {ours}", given, None)])

    def _matching(self, pattern: str, given: Mapping[str, Term | None], graph: GraphName | None) -> Iterator[Quad]:
        open_names = [name for name, term in given.items() if term is None] + (["g"] if graph is None else [])
        if not open_names:
            there = bool(self._server.ask(f"ASK {{ {pattern} }}"))
            return iter([_quad(given, graph)] if there else [])
        rows = self._server.select(f"SELECT {' '.join(f'?{name}' for name in open_names)} WHERE {{ {pattern} }}")
        found = (_quad({**given, **{name: row[name] for name in open_names}}, graph) for row in rows)
        return iter([quad for quad in found if quad.object != KG.Graph])  # that mark is no part of the graph

    def text(self, digest: str) -> str | None:  # noqa: ARG002
        """Give no text: a graph on a server is kept without."""
        return None

    def ingested(self, document: Iri, maker: str) -> bool:
        """Tell whether this maker's run over this document is in the graph."""
        run = f"?run {PROV.used} {NamedNode(document)} ; {PROV.wasAssociatedWith} ?maker ."
        return bool(self._server.ask(f"ASK {{ {run} ?maker {SKOS.prefLabel} {Literal(maker)} }}"))

    def dump(self, format: str = "trig") -> bytes:  # noqa: A002
        """Write the whole graph out, as "trig" or "nq"."""
        if format not in FORMATS:
            raise UnknownFormatError(f"no graph format named {format!r}; have: {', '.join(sorted(FORMATS))}")
        prefixes = known_prefixes(self.base) if FORMATS[format] == RdfFormat.TRIG else None
        return serialize(self.quads(), format=FORMATS[format], prefixes=prefixes) or b""

    def add_documents(self, documents: Iterable[Found]) -> None:
        """Put in all that some documents say, in place of what earlier runs found in them; texts are not kept."""
        self._check_writable()
        change = documents_change(self, {each.document: each.quads for each in documents})
        self.replace(change.remove, [*change.add, stale_quad(self.base)])

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads."""
        self.replace((), quads)

    def remove(self, quads: Iterable[Quad]) -> None:
        """Remove quads."""
        self.replace(quads, ())

    def replace(self, remove: Iterable[Quad], add: Iterable[Quad]) -> None:
        """Remove some quads and add others; what is in both stays.

        Up to `MOST` go in one update, which is carried out whole or not at all.
        """
        self._check_writable()
        new = list(dict.fromkeys(add))
        kept = set(new)
        changes = [("DELETE", quad) for quad in remove if quad not in kept] + [("INSERT", quad) for quad in new]
        waiting = iter(changes)
        while part := list(islice(waiting, MOST)):
            self._server.update(
                " ;\n".join(
                    f"{verb} DATA {{\n{lines}\n}}"
                    for verb in ("DELETE", "INSERT")
                    if (lines := "\n".join(self._line(quad) for what, quad in part if what == verb))
                )
            )

    def _line(self, quad: Quad) -> str:
        triple = f"{quad.subject} {quad.predicate} {quad.object} ."
        graph = self._home if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name
        return f"GRAPH {graph} {{ {triple} }}" if graph else triple

    def close(self) -> None:
        """Let go of the connections."""
        self._server.close()

    def __enter__(self) -> "SparqlStore":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _check_writable(self) -> None:
        if self._read_only:
            raise GraphError(f"{self._server.address} was opened for reading only; open it for writing")


def _quad(parts: Mapping[str, Term | None], graph: GraphName | None) -> Quad:
    return Quad(parts["s"], parts["p"], parts["o"], graph or parts["g"])  # type: ignore[arg-type]


def _prefixed(sparql: str, base: str) -> str:
    return " ".join(f"PREFIX {name}: <{iri}>" for name, iri in known_prefixes(base).items()) + "\n" + sparql
