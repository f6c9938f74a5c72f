"""Readers that are not ours open what was written, and count as many nodes and edges as the view has."""

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import networkx as nx
import pytest
import rdflib
from lxml import etree

from kg.export import html
from kg.export._views import SHAPES, picture
from kg.export.selection import Selection
from kg.model import Iri
from kg.store import View
from kg.table import open_table
from tests.kg.export.conftest import to_bytes

NODE, GRAPHVIZ = shutil.which("node"), shutil.which("gc")
LIBRARY = Path(html.__file__).parent / "assets" / "vendor" / "cytoscape.min.js"
Counts = tuple[int, int]


@pytest.fixture(scope="session")
def contested(seeds: View) -> Iri:
    """Give a contested claim."""
    with open_table(seeds) as table:
        ((claim,),) = table.ask("SELECT min(claim) FROM claims WHERE verdict = 'contested' AND origins > 1").fetchall()
    return Iri(claim)


def by_networkx(read: Callable[[io.BytesIO], "nx.Graph[str]"], data: bytes) -> Counts:
    """Read a file into a networkx graph."""
    graph = read(io.BytesIO(data))
    assert all(values.get("label") for _, values in graph.nodes(data=True))
    return graph.number_of_nodes(), graph.number_of_edges()


def node_link(data: io.BytesIO) -> "nx.Graph[str]":
    """Read node-link JSON."""
    return nx.node_link_graph(json.load(data), edges="links")


def gexf(data: io.BytesIO) -> "nx.Graph[str]":
    """Read GEXF 1.3."""
    return nx.read_gexf(data, version="1.3")


def by_graphviz(data: bytes) -> Counts:
    """Count by the `gc` of Graphviz."""
    if not GRAPHVIZ:
        pytest.skip("needs Graphviz")
    done = subprocess.run([str(GRAPHVIZ), "-n", "-e"], input=data, capture_output=True, check=True)
    assert not done.stderr
    nodes, edges = done.stdout.split()[:2]
    return int(nodes), int(edges)


def by_cytoscape(data: bytes) -> Counts:
    """Count by cytoscape.js, which has taken in elements and style."""
    if not NODE or not LIBRARY.exists():
        pytest.skip("needs node and cytoscape.js")
    script = f"""
        const whole = JSON.parse(require("fs").readFileSync(0));
        const cy = require({json.dumps(str(LIBRARY))})({{elements: whole.elements, style: whole.style, headless: true,
            styleEnabled: true}});
        const colour = cy.nodes().map(node => node.style("background-color"));
        console.log(cy.nodes().length, cy.edges().length, new Set(colour).size);
        process.exit(0);"""
    done = subprocess.run([str(NODE), "-e", script], input=data, capture_output=True, check=True)
    nodes, edges, colours = map(int, done.stdout.split())
    assert colours > 1, done.stderr
    return nodes, edges


def by_csv(data: bytes) -> Counts:
    """Count the rows of nodes.csv and edges.csv; load.cypher has a statement for each kind and names each column."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tables = [list(csv.DictReader(io.StringIO(archive.read(name).decode()))) for name in ("nodes.csv", "edges.csv")]
        script = archive.read("load.cypher").decode()
    for rows, name in zip(tables, "ne", strict=True):
        assert {row["kind"] for row in rows} <= set(re.findall(r"row\.kind = '([^']*)'", script))
        columns = set(re.findall(rf"{name}\.(\w+) = ", script))
        assert columns == set(rows[0]) - {"id", "start", "end"}
    return len(tables[0]), len(tables[1])


READERS: dict[str, Callable[[bytes], Counts]] = {
    "graphml": lambda data: by_networkx(nx.read_graphml, data),
    "gexf": lambda data: by_networkx(gexf, data),
    "nodelink": lambda data: by_networkx(node_link, data),
    "dot": by_graphviz,
    "cytoscape": by_cytoscape,
    "neo4j": by_csv,
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", READERS)
def test_as_many_nodes_and_edges(name: str, shape: str, seeds: View, contested: Iri) -> None:
    """In every view of every format."""
    selection = Selection(shape=shape, claim=contested if shape == "evidence" else None)
    with picture(seeds, selection) as shown:
        wanted = sum(1 for _ in shown.nodes()), sum(1 for _ in shown.edges())
    assert READERS[name](to_bytes(name, seeds, selection)) == wanted
    assert min(wanted) > 5


@pytest.mark.parametrize("shape", ["full", "claims"])
def test_spells_are_kept(shape: str, seeds: View) -> None:
    """Every statement of a known day has one in GEXF, and colours and sizes are kept."""
    graph = gexf(io.BytesIO(to_bytes("gexf", seeds, Selection(shape=shape))))
    stated = [
        data for *_, data in graph.edges(data=True) if data["kind"] not in {"same", "entails", "contradicts", "at"}
    ]
    dated = [data for data in stated if "spells" in data]
    assert len(dated) > len(stated) * 0.9 - 31
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for data in dated for spell in data["spells"] for day in spell)
    assert all({"color", "size"} <= set(data["viz"]) for _, data in graph.nodes(data=True))


@pytest.mark.parametrize(
    ("name", "space"), [("graphml", "{http://graphml.graphdrawing.org/xmlns}"), ("gexf", "{http://gexf.net/1.3}")]
)
def test_every_key_of_xml_is_declared_once(name: str, space: str, seeds: View) -> None:
    """By another parser than the one that counts; ids of keys are unique over nodes and edges."""
    tree = etree.fromstring(to_bytes(name, seeds))
    key, used = ("key", "data") if name == "graphml" else ("attribute", "attvalue")
    declared = [each.get("id") for each in tree.iter(space + key)]
    assert len(declared) == len(set(declared))
    assert {each.get("key") or each.get("for") for each in tree.iter(space + used)} <= set(declared)


def test_yed_sees_labels(view: View) -> None:
    """What it reads of a node: its label, its colour and its size."""
    tree = etree.fromstring(to_bytes("graphml", view))
    drawn = tree.find(".//{*}node[@id='agent:brenn']//{*}ShapeNode")
    assert drawn is not None
    assert drawn.findtext("{*}NodeLabel") == "Orla Brenn"
    assert drawn.find("{*}Fill").get("color") == "#0072b2"  # type: ignore[union-attr]
    assert drawn.find("{*}Geometry").get("width") == "14"  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_duckdb_reads_a_row_for_each_statement(name: str, seeds: View, tmp_path: Path) -> None:
    """With the same values in both formats, and days as days in Parquet."""
    path = tmp_path / f"table.{name}"
    path.write_bytes(to_bytes(name, seeds))
    with open_table(seeds) as table:
        wanted = table.ask("""
            SELECT statement, source_name, quote, said_from FROM statements WHERE claim IS NOT NULL ORDER BY statement
            """).fetchall()
    found = duckdb.sql(f"SELECT statement, source_name, quote, said_from FROM '{path}'").fetchall()
    assert found == wanted
    assert len(found) > 400


def test_the_tables_are_the_same(view: View, tmp_path: Path) -> None:
    """Parquet holds what CSV holds."""
    for name in ("csv", "parquet"):
        (tmp_path / f"table.{name}").write_bytes(to_bytes(name, view))
    rows = duckdb.sql(f"SELECT COLUMNS(*)::VARCHAR FROM '{tmp_path / 'table.parquet'}'").fetchall()
    with (tmp_path / "table.csv").open(newline="", encoding="utf-8") as file:
        assert [[value or "" for value in row] for row in rows] == list(csv.reader(file))[1:]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize(("name", "form"), [("trig", "trig"), ("nquads", "nquads")])
def test_rdflib_reads_every_quad(name: str, form: str, seeds: View) -> None:
    """As many as the store holds."""
    dataset = rdflib.Dataset()
    dataset.parse(data=to_bytes(name, seeds).decode(), format=form)
    assert len(list(dataset.quads())) == len(list(seeds.quads()))


def test_claims_with_a_place_are_features(seeds: View) -> None:
    """One for each, at a point on the globe (longitude first) or at none where its degrees are not known."""
    features = json.loads(to_bytes("geojson", seeds))["features"]
    with picture(seeds, Selection()) as shown:
        placed = {node.id: node.values for node in shown.nodes() if node.kind == "claim" and "place" in node.values}
    assert {feature["id"] for feature in features} == set(placed)
    for feature in features:
        values, point = placed[feature["id"]], feature["geometry"]
        assert (point["coordinates"] if point else [None, None]) == [values.get("lon"), values.get("lat")]
        assert feature["type"] == "Feature"
    assert all(
        -180 <= lon <= 180 and -90 <= lat <= 90
        for lon, lat in (feature["geometry"]["coordinates"] for feature in features if feature["geometry"])
    )


def test_mermaid_has_a_line_for_each_node_and_edge(seeds: View, contested: Iri) -> None:
    """No mark in a label ends it early."""
    selection = Selection(shape="evidence", claim=contested)
    with picture(seeds, selection) as shown:
        wanted = sum(1 for _ in shown.nodes()), sum(1 for _ in shown.edges())
    lines = to_bytes("mermaid", seeds, selection).decode().splitlines()
    nodes = [line for line in lines if re.fullmatch(r'  n\d+(\(\[|\[/|\[|\{\{)"[^"]*"(\]\)|/\]|\]|\}\})', line)]
    edges = [line for line in lines if re.fullmatch(r'  n\d+ -->\|"[^"]*"\| n\d+', line)]
    assert (len(nodes), len(edges)) == wanted
