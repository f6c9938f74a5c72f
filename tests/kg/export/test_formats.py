"""Every format writes what its golden file holds, and other programs read back what was written."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.errors import UnknownFormatError
from kg.export import EXPORTERS, exporter
from kg.export._graph import read_graph
from kg.store import View

CASES = Path(__file__).parents[2] / "cases" / "export"
Written = Callable[[str], bytes]
GRAPHS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


DRAWN = {"png", "svg"}  # show one claim, and differ with matplotlib: tests/kg/pictures looks at them


@pytest.mark.parametrize("name", [name for name in EXPORTERS.names() if name not in {"html", *DRAWN}])
def test_writes_what_the_golden_file_holds(name: str, written: Written) -> None:
    """The page is left out: most of it is scripts, and test_html.py looks at what it shows."""
    golden = CASES / f"expected{exporter(name).suffix}"
    assert written(name).decode() == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in EXPORTERS.names() if name not in DRAWN])
def test_writing_twice_gives_the_same_bytes(name: str, written: Written) -> None:
    """Nothing of the clock or of chance is in a file."""
    assert written(name) == written(name)


@pytest.mark.parametrize("name", GRAPHS)
def test_networkx_reads_back_all_nodes_and_edges(name: str, view: View, written: Written) -> None:
    """Counts, labels and attributes are those of the graph."""
    graph = read_graph(view)
    back = GRAPHS[name](io.BytesIO(written(name)))
    assert back.number_of_nodes() == graph.number_of_nodes() == 10
    assert back.number_of_edges() == graph.number_of_edges() == 13
    assert back.nodes["claim:lost"]["verdict"] == "corroborated-across-sides"
    assert back.nodes["agent:brenn"]["label"] == "Orla Brenn"


def test_cytoscape_names_both_ends_of_each_edge(written: Written) -> None:
    """Every edge runs between nodes that are there, and ids are unique."""
    elements = json.loads(written("cytoscape"))["elements"]
    nodes = [node["data"]["id"] for node in elements["nodes"]]
    edges = [edge["data"] for edge in elements["edges"]]
    assert {end for edge in edges for end in (edge["source"], edge["target"])} <= set(nodes)
    assert len({*nodes, *(edge["id"] for edge in edges)}) == len(nodes) + len(edges)


def test_trig_reads_back_as_the_same_graph(view: View, written: Written) -> None:
    """Not one quad is lost or added."""
    assert set(ox.parse(written("trig"), format=ox.RdfFormat.TRIG)) == set(view.quads())


def test_a_graph_edge_tells_all_of_its_statement(view: View) -> None:
    """Stance, quote in the order of the text, chain, day and link are on the edge; what is not known is left out."""
    graph = read_graph(view)
    assert graph.edges["agent:brenn", "claim:lost", "statement:a"] == {
        "kind": "stated",
        "label": "announces",
        "stance": "announces",
        "affirms": True,
        "narrated": False,
        "interest": "own",
        "said_on": "2031-05-04",
        "via": "Kestrel Wire",
        "quote": "the League </script><script>alert(1)</script> is out … and <b>Velm</b> is free",
        "url": "https://ferry.example/one?a=1&b=2",
    }
    assert "said_on" not in graph.edges["agent:voice", "claim:lost", "statement:b"]


def test_a_claim_can_be_put_on_a_map(view: View) -> None:
    """Claim and place have the degrees of the place, or of the nearest around it, and say whose they are."""
    nodes = read_graph(view).nodes
    for name in ("claim:lost", "place:velm-east"):
        assert (nodes[name]["lat"], nodes[name]["lon"], nodes[name]["degrees_of"]) == (41.25, 21.75, "Velm")
    assert "lat" not in nodes["claim:fire"]


def test_a_judgement_taken_back_is_no_edge(view: View) -> None:
    """Only what is in force links claims."""
    graph = read_graph(view)
    assert graph.has_edge("claim:lost", "claim:held", "judgement:x")
    assert not graph.has_edge("claim:fire", "claim:held")


def test_letters_that_xml_forbids_are_left_out(view: View) -> None:
    """A stray control character in a text does not spoil the file."""
    claim = ox.NamedNode("https://w3id.org/claim-graph/id/claim/fire")
    text = ox.NamedNode("https://schema.org/text")
    old = next(iter(view.quads(claim, text)))
    view.replace([old], [ox.Quad(claim, text, ox.Literal("bell\x07 and \x0c page"))])
    assert read_graph(view).nodes["claim:fire"]["label"] == "bell and  page"


def test_a_wrong_format_is_answered_with_the_nearest() -> None:
    """All formats are listed."""
    with pytest.raises(
        UnknownFormatError, match=r"no exporter named 'gefx'; did you mean 'gexf'\? \(have: cytoscape, gexf"
    ):
        exporter("gefx")
