"""A zip for Neo4j: nodes.csv, edges.csv, and load.cypher, which loads them by LOAD CSV."""

import csv
import io
from collections.abc import Iterable
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kg.export._cypher import load
from kg.export._picture import Field, Value, of_edge, of_node
from kg.export._views import SHAPES, picture
from kg.export._xml import plain
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View


class Neo4j:
    """Nodes carry the label Thing and that of their kind, relationships are of the kind of their edge.

    Backslashes are doubled, since Neo4j takes one as an escape. The files carry no time, so that zips can be compared.
    """

    suffix = ".neo4j.zip"
    media_type = "application/zip"
    shapes = SHAPES

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the three files, the tables row by row."""
        nodes: dict[str, None] = {}  # the kinds, in their order
        edges: dict[str, None] = {}
        with picture(view, selection) as shown, ZipFile(stream, "w") as archive:
            with _Table(archive, "nodes.csv", ("id",), shown.node_fields) as table:
                for node in shown.nodes():
                    nodes[node.kind] = None
                    table.add((node.id,), of_node(node))
            with _Table(archive, "edges.csv", ("id", "start", "end"), shown.edge_fields) as table:
                for edge in shown.edges():
                    edges[edge.kind] = None
                    table.add((edge.id, edge.start, edge.end), of_edge(edge))
            script = load(nodes, shown.node_fields, edges, shown.edge_fields)
            archive.writestr(_entry("load.cypher"), script.encode())


class _Table:
    """One CSV file in the zip."""

    def __init__(self, archive: ZipFile, name: str, keys: Iterable[str], fields: Iterable[Field]) -> None:
        self._text = io.TextIOWrapper(archive.open(_entry(name), "w", force_zip64=True), encoding="utf-8", newline="")
        self._names = [field.name for field in fields]
        self._rows = csv.writer(self._text, lineterminator="\n")
        self._rows.writerow([*keys, *self._names])

    def add(self, keys: Iterable[str], values: dict[str, Value]) -> None:
        """Write a row; what is not known is empty."""
        cells = (plain(values[name]) if name in values else "" for name in self._names)
        self._rows.writerow([cell.replace("\\", "\\\\") for cell in (*keys, *cells)])

    def __enter__(self) -> "_Table":
        return self

    def __exit__(self, *_: object) -> None:
        self._text.close()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


exporter = Neo4j()
