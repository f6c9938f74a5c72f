"""RDF 1.2: a reifier for each statement, and no claim is asserted."""

from collections.abc import Callable

import pyoxigraph as ox

from kg.rdf.vocab import KG, RDF
from kg.store import View

Written = Callable[[str], bytes]


def test_each_statement_reifies_the_triple_of_its_claim(view: View, written: Written) -> None:
    """Four statements carry a claim; the reifiers are the statements themselves, denials too."""
    store = ox.Store()
    store.bulk_load(written("turtle12"), format=ox.RdfFormat.TURTLE)
    found = store.query(
        "SELECT ?statement ?affirms ?s ?p ?o WHERE { ?statement rdf:reifies <<( ?s ?p ?o )>> ; kg:affirms ?affirms }",
        prefixes={"kg": KG.base, "rdf": RDF.base},
    )
    reified = {row["statement"]: ox.Triple(row["s"], row["p"], row["o"]) for row in found}
    claims = {quad.subject: quad.object for quad in view.quads(None, KG.claim)}
    assert len(reified) == len(claims) == 4
    for statement, claim in claims.items():
        (quad,) = view.quads(graph=claim)
        assert reified[statement] == quad.triple


def test_what_is_asserted_is_what_the_default_graph_says(view: View, written: Written) -> None:
    """Nothing claimed stands in the file as a triple of its own."""
    triples = {quad.triple for quad in ox.parse(written("turtle12"), format=ox.RdfFormat.TURTLE)}
    asserted = {triple for triple in triples if triple.predicate != RDF.reifies}
    assert asserted == {quad.triple for quad in view.quads(graph=ox.DefaultGraph())}
    assert len(triples - asserted) == 4
