"""PROV in its two forms says the same, and the `prov` library reads it."""

import io
from collections import Counter
from collections.abc import Callable

import prov.model as pm
import pyoxigraph as ox
import pytest
from rdflib import Graph

from kg.export import export
from kg.rdf.vocab import KG, PROV, SCHEMA, SKOS
from kg.store import View

Written = Callable[[str], bytes]


def read(written: bytes) -> pm.ProvDocument:
    """Read PROV-JSON by the library."""
    return pm.ProvDocument.deserialize(io.StringIO(written.decode()), format="json")


def kinds(document: pm.ProvDocument) -> Counter[str]:
    """Count records by kind."""
    return Counter(type(record).__name__.removeprefix("Prov") for record in document.get_records())


def count(view: View, predicate: ox.NamedNode, target: ox.NamedNode | None = None) -> int:
    """Count quads of a graph."""
    return sum(1 for _ in view.quads(None, predicate, target, ox.DefaultGraph()))


def test_the_library_counts_what_the_graph_holds(exported: Written, told: View) -> None:
    """Entities, agents, activities and relations are as many as in the graph."""
    found = kinds(read(exported("provjson")).unified())
    a = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    kept = [SCHEMA.NewsArticle, KG.Statement, KG.Claim, KG.Judgement]
    assert found["Entity"] == sum(count(told, a, kind) for kind in kept)
    assert found["Activity"] == found["Usage"] == found["Association"] == 1
    assert found["Generation"] == count(told, PROV.wasGeneratedBy)
    said, published = count(told, PROV.wasAttributedTo), count(told, SCHEMA.publisher)
    assert found["Attribution"] == said + published + count(told, a, KG.Judgement)


def test_what_passes_a_statement_on_is_derived_from_it(exported: Written, told: View) -> None:
    """Each hop leads to what it reports, each claim to its statements, each statement to its document."""
    found = read(exported("provjson")).get_records(pm.ProvDerivation)
    ends = {tuple(name.uri for name in record.args[:2]) for record in found}
    hops = {(quad.subject.value, quad.object.value) for quad in told.quads(None, KG.reports)}
    carried = {(quad.object.value, quad.subject.value) for quad in told.quads(None, KG.claim)}
    quoted = {(quad.subject.value, quad.object.value) for quad in told.quads(None, PROV.wasQuotedFrom)}
    assert (len(hops), len(carried), len(quoted)) == (2, 5, 7)
    assert hops | carried | quoted <= ends


def test_turtle_says_the_same_as_json(exported: Written, view: View, written: Written) -> None:
    """Each relation of one is a triple of the other."""
    for write in (exported, written):
        turtle = Graph().parse(data=write("prov"), format="turtle")
        found = kinds(read(write("provjson")))
        links = Counter(predicate for predicate in turtle.predicates())
        plain = {str(predicate).rpartition("#")[2]: number for predicate, number in links.items()}
        derived = ("wasDerivedFrom", "wasQuotedFrom", "wasRevisionOf")
        assert found["Derivation"] == sum(plain.get(name, 0) for name in derived)
        assert found["Attribution"] == plain["wasAttributedTo"]
        assert found["Influence"] == plain.get("wasInfluencedBy", 0)
        assert found["Invalidation"] == plain.get("invalidatedAtTime", 0)


def test_a_judgement_leads_back_to_the_publisher(written: Written) -> None:
    """Judgement, claim, statement, document, publisher: one path of PROV."""
    turtle = Graph().parse(data=written("prov"), format="turtle")
    path = "prov:wasDerivedFrom/prov:wasDerivedFrom/prov:wasQuotedFrom/prov:wasAttributedTo/rdfs:label"
    found = turtle.query(
        f"SELECT DISTINCT ?name {{ ?judgement a kg:Judgement ; {path} ?name }}", initNs={"kg": KG.base}
    )
    assert [str(row.name) for row in found] == ["Daily Ferry"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_library_reads_the_turtle_too(exported: Written) -> None:
    """It finds the same entities, agents and activities in both forms; it takes no quotation for a derivation."""
    turtle = pm.ProvDocument.deserialize(io.StringIO(exported("prov").decode()), format="rdf", rdf_format="turtle")
    as_json, as_turtle = kinds(read(exported("provjson"))), kinds(turtle)
    for kind in ("Entity", "Agent", "Activity", "Usage", "Association", "Generation", "Attribution"):
        assert as_turtle[kind] == as_json[kind], kind


def test_what_others_named_keeps_its_name(view: View) -> None:
    """An IRI outside of the graph gets a prefix of its own, and reads back as it was."""
    ann = ox.NamedNode("http://other.example/people#ann")
    a = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    view.add([ox.Quad(ann, a, PROV.Agent), ox.Quad(ann, SKOS.prefLabel, ox.Literal("Ann"))])
    stream = io.BytesIO()
    export("provjson", view, stream)
    assert ann.value in {record.identifier.uri for record in read(stream.getvalue()).get_records(pm.ProvAgent)}
