"""What is a node and what is an edge in each view."""

from collections.abc import Mapping

import pyoxigraph as ox
import pytest

from kg.corroborate.agreement import agreement
from kg.corroborate.evidence import load
from kg.corroborate.verdict import corroborate_claim
from kg.dates import PartialDate
from kg.export._picture import Edge, Node, of_edge, of_node
from kg.export._views import picture
from kg.export.selection import Selection
from kg.iris import compact
from kg.model import Iri
from kg.store import View
from kg.table import open_table

CLAIM = "https://w3id.org/claim-graph/id/claim/"


def nodes_of(view: View, **asked: object) -> Mapping[str, Node]:
    """Give the nodes of a view by id."""
    with picture(view, Selection(**asked)) as shown:  # type: ignore[arg-type]
        return {node.id: node for node in shown.nodes()}


def edges_of(view: View, **asked: object) -> Mapping[str, Edge]:
    """Give the edges of a view by id."""
    with picture(view, Selection(**asked)) as shown:  # type: ignore[arg-type]
        return {edge.id: edge for edge in shown.edges()}


def contested(view: View) -> Iri:
    """Give a claim that is contested, with the most statements."""
    with open_table(view) as table:
        rows = table.ask("""
            SELECT claim FROM statements JOIN claims USING (claim) WHERE verdict = 'contested'
            GROUP BY claim ORDER BY count(*) DESC, claim""").fetchall()
    return Iri(rows[0][0])


def test_full_has_every_statement_as_an_edge(view: View) -> None:
    """Stance, quote in the order of the text, chain, day and link are on it; what is not known is left out."""
    edges = edges_of(view)
    edge = edges["statement:a"]
    assert (edge.start, edge.end, edge.spells) == ("agent:brenn", "claim:lost", (("2031-05-04", "2031-05-04"),))
    assert of_edge(edge) == {
        "label": "announces",
        "kind": "stated",
        "colour": "#0072b2",
        "weight": 1,
        "party": "River Guard",
        "stance": "announces",
        "affirms": True,
        "narrated": False,
        "interest": "own",
        "said_on": "2031-05-04",
        "via": "Kestrel Wire",
        "quote": "the League </script><script>alert(1)</script> is out … and <b>Velm</b> is free",
        "url": "https://ferry.example/one?a=1&b=2",
        "document": "document:one",
    }
    assert "said_on" not in edges["statement:b"].values
    assert (edges["statement:hop"].start, edges["statement:hop"].kind) == ("agent:wire", "passed")


def test_a_claim_can_be_put_on_a_map(view: View) -> None:
    """Claim and place have the degrees of the place, or of the nearest around it, and say whose they are."""
    nodes = nodes_of(view)
    for name in ("claim:lost", "place:velm-east"):
        values = nodes[name].values
        assert (values["lat"], values["lon"], values["degrees_of"]) == (41.25, 21.75, "Velm")
    assert "lat" not in nodes["claim:fire"].values


def test_a_judgement_taken_back_is_no_edge(view: View) -> None:
    """Only what is in force links claims."""
    met = [edge.id for edge in edges_of(view).values() if edge.start == "claim:lost" and edge.end == "claim:held"]
    assert met == ["judgement:x"]
    assert "judgement:gone" not in edges_of(view)


def test_letters_that_xml_forbids_are_left_out(view: View) -> None:
    """A stray control character in a text does not spoil a file."""
    claim, text = ox.NamedNode(CLAIM + "fire"), ox.NamedNode("https://schema.org/text")
    old = next(iter(view.quads(claim, text)))
    view.replace([old], [ox.Quad(claim, text, ox.Literal("bell\x07 and \x0c page"))])  # type: ignore[attr-defined]
    node = nodes_of(view)["claim:fire"]
    assert (node.label, node.values["text"]) == ("bell and page", "bell and  page")


def test_a_long_label_is_cut(view: View) -> None:
    """The whole text is beside it."""
    claim, text = ox.NamedNode(CLAIM + "fire"), ox.NamedNode("https://schema.org/text")
    old = next(iter(view.quads(claim, text)))
    long = "the Hill League burned the mill " * 9
    view.replace([old], [ox.Quad(claim, text, ox.Literal(long))])  # type: ignore[attr-defined]
    node = nodes_of(view, shape="claims")["claim:fire"]
    assert node.label == "the Hill League burned the mill the Hill League burned the…"
    assert node.values["text"] == long


@pytest.mark.parametrize("since", [None, "2016-11-17"])
def test_sources_are_linked_as_in_the_matrix(seeds: View, since: str | None) -> None:
    """The counts are those of `kg agreement`, also of a period."""
    day = PartialDate(since) if since else None
    with open_table(seeds) as table:
        rows = agreement(table, "source", since=day).rows
    wanted = {}
    for row in rows:
        ends = frozenset((compact(row.left, seeds.base), compact(row.right, seeds.base)))
        wanted |= {(ends, kind): number for kind, number in (("agrees", row.agree), ("contradicts", row.contradict))}
    edges = edges_of(seeds, shape="sources", since=day)
    found = {(frozenset((edge.start, edge.end)), edge.kind): edge.weight for edge in edges.values()}
    assert found == {key: number for key, number in wanted.items() if number}
    assert len(found) > 10


def test_sources_are_sized_by_what_they_say(seeds: View) -> None:
    """Each named source that says anything is there; more statements make it larger, as far as sizes go."""
    nodes = nodes_of(seeds, shape="sources")
    with open_table(seeds) as table:
        rows = table.ask("""
            SELECT source, count(*) FROM statements WHERE claim IS NOT NULL AND named GROUP BY source""").fetchall()
    assert {name: node.values["statements"] for name, node in nodes.items()} == {
        compact(name, seeds.base): number for name, number in rows
    }
    ranked = sorted(nodes.values(), key=lambda node: node.values["statements"])
    assert [node.size for node in ranked] == sorted(node.size for node in ranked)
    assert ranked[0].size < ranked[-1].size


def test_claims_is_bipartite(seeds: View) -> None:
    """An edge for each source, claim and stance runs from a source to a claim; each statement is in one of them."""
    nodes, edges = nodes_of(seeds, shape="claims"), edges_of(seeds, shape="claims")
    assert {(nodes[edge.start].kind, nodes[edge.end].kind) for edge in edges.values()} == {("source", "claim")}
    with open_table(seeds) as table:
        ((total,),) = table.ask("SELECT count(*) FROM statements WHERE claim IS NOT NULL").fetchall()
    assert sum(edge.weight for edge in edges.values()) == total
    assert {edge.label for edge in edges.values()} >= {"asserts", "denies"}


def test_evidence_holds_what_the_verdict_rests_on(seeds: View) -> None:
    """Each statement for and against is there, leads to an origin and so to the claim, and comes from its document."""
    claim = contested(seeds)
    answer = corroborate_claim(load(seeds), claim)
    nodes = nodes_of(seeds, shape="evidence", claim=claim)
    edges = edges_of(seeds, shape="evidence", claim=claim).values()
    kinds = {kind: {name for name, node in nodes.items() if node.kind == kind} for kind in ("statement", "document")}
    said = [each.testimony for each in (*answer.supports, *answer.denies)]
    assert kinds["statement"] == {compact(each.statement, seeds.base) for each in said}
    assert kinds["document"] == {compact(each.document, seeds.base) for each in said}
    origins = {name for name, node in nodes.items() if node.kind == "origin"}
    assert len(origins) == len(answer.case.supporting) + len(answer.case.denying)
    assert {edge.start for edge in edges if edge.kind in {"affirms", "denies"}} == origins
    assert {edge.start for edge in edges if edge.kind == "counts for"} == kinds["statement"]
    assert {edge.end for edge in edges if edge.kind == "counts for"} == origins
    reached = {edge.end for edge in edges if edge.kind in {"carried", "passed"}}
    assert kinds["statement"] <= reached
    assert nodes[compact(claim, seeds.base)].values["verdict"] == "contested"


@pytest.mark.parametrize("shape", ["full", "sources", "claims", "evidence"])
def test_every_edge_runs_between_nodes_that_are_there(seeds: View, shape: str) -> None:
    """Ids are unique, and each attribute is one of the fields of the view."""
    claim = contested(seeds) if shape == "evidence" else None
    with picture(seeds, Selection(shape=shape, claim=claim)) as shown:
        nodes, edges = list(shown.nodes()), list(shown.edges())
    names = {node.id for node in nodes}
    assert {end for edge in edges for end in (edge.start, edge.end)} <= names
    assert len({*names, *(edge.id for edge in edges)}) == len(nodes) + len(edges)
    assert {name for node in nodes for name in of_node(node)} <= {field.name for field in shown.node_fields}
    assert {name for edge in edges for name in of_edge(edge)} <= {field.name for field in shown.edge_fields}
    for rows in (nodes, edges):
        kinds = [row.kind for row in rows]
        assert kinds == sorted(kinds, key=kinds.index)


def test_a_party_has_one_colour_in_all_views(seeds: View) -> None:
    """Also in a picture of a part, where another party may be heard most."""
    day = PartialDate("2016-11-20")
    views = [nodes_of(seeds), nodes_of(seeds, shape="sources"), nodes_of(seeds, shape="claims", since=day)]
    sources = [node for nodes in views for node in nodes.values() if node.kind == "source" and "party" in node.values]
    assert len({(node.values["party"], node.colour) for node in sources}) == len({n.values["party"] for n in sources})
