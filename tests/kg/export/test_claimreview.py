"""Claims and reviews read as RDF by rdflib without a network, and never rate truth."""

import json
from collections.abc import Callable

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF

from kg.rdf.vocab import KG
from kg.store import View

Written = Callable[[str], bytes]
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
SCHEMA = Namespace("https://schema.org/")
ID = "https://w3id.org/claim-graph/id/"


def read(written: bytes) -> Graph:
    """Read JSON-LD by rdflib; the context is inside."""
    return Graph().parse(data=written, format="json-ld")


def test_counts_are_those_of_the_graph(view: View, written: Written) -> None:
    """A Claim a claim, a Quotation a statement with those that pass it on, a review a verdict."""
    found = read(written("claimreview"))
    assert len(set(found.subjects(RDF.type, SCHEMA.Claim))) == 3
    assert len(set(found.subjects(RDF.type, SCHEMA.Quotation))) == 5
    assert len(set(found.subjects(RDF.type, SCHEMA.NewsArticle))) == 2
    verdicts = {quad.object.value.rpartition("#")[2] for quad in view.quads(None, KG.verdict)}
    words = {str(word) for word in found.objects(None, SCHEMA.alternateName)}
    assert words == verdicts == {"contested", "corroborated-across-sides"}
    assert len(set(found.subjects(RDF.type, SCHEMA.ClaimReview))) == 2


def test_a_denial_is_no_appearance_of_its_claim(exported: Written, written: Written) -> None:
    """Those that speak for a claim are where it appears; denials and questions are about it."""
    found = read(written("claimreview"))
    assert not list(found.objects(URIRef(ID + "claim/held"), SCHEMA.appearance))
    (denial,) = found.objects(URIRef(ID + "claim/held"), SCHEMA.subjectOf)
    assert (denial, URIRef(KG.stance.value), URIRef(KG.denies.value)) in found
    told = read(exported("claimreview"))
    assert len(list(told.subject_objects(SCHEMA.appearance))) == 3
    assert len(list(told.subject_objects(SCHEMA.subjectOf))) == 2


def test_a_review_rates_no_truth_and_names_a_program(written: Written) -> None:
    """The verdict is a word with its reasons; there is no number to take for a grade of truth."""
    found = read(written("claimreview"))
    assert not list(found.subject_objects(SCHEMA.ratingValue))
    for review in found.subjects(RDF.type, SCHEMA.ClaimReview):
        assert (found.value(review, SCHEMA.author), RDF.type, SCHEMA.SoftwareApplication) in found
        why = found.value(found.value(review, SCHEMA.reviewRating), SCHEMA.ratingExplanation)
        assert "it does not say whether it is so" in str(why)
    why = [object_["reviewRating"]["ratingExplanation"] for object_ in reviews(written)]
    assert why[0].startswith("Denied, doubted or asked about by Orla Brenn.")
    assert why[1].startswith("Affirmed by Hill Voice, Orla Brenn. Independent origins")


def reviews(written: Written) -> list[dict]:
    """Give the reviews as JSON."""
    return [each for each in json.loads(written("claimreview"))["@graph"] if each["@type"] == "ClaimReview"]


def test_a_quotation_says_who_where_and_through_whom(written: Written) -> None:
    """The tree of a claim holds speaker, side, document, publisher and chain."""
    lost = next(each for each in json.loads(written("claimreview"))["@graph"] if each["@id"].endswith("claim/lost"))
    said = lost["appearance"][0]
    assert said["creator"]["memberOf"]["name"] == "River Guard"
    assert said["isPartOf"]["publisher"]["name"] == "Daily Ferry"
    assert said["@reverse"]["isBasedOn"][0]["creator"]["name"] == "Kestrel Wire"
    assert lost["firstAppearance"] == {"@id": said["@id"]}
    assert "url" not in lost["appearance"][1]["isPartOf"], "a script is no web address"
