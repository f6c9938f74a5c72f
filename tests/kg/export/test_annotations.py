"""Web Annotations point at the very words, in a text that is counted in code points."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from kg.rdf.vocab import ANNOTATION_CONTEXT, KG
from kg.store import View

Written = Callable[[str], bytes]
TEXT = (Path(__file__).parents[2] / "cases" / "export" / "told.txt").read_text(encoding="utf-8")
OA = Namespace("http://www.w3.org/ns/oa#")
# Written for this test after the model, since the official context is on the web only.
CONTEXT = {
    "@vocab": str(OA),
    "id": "@id", "type": "@type", "items": {"@id": "as:items", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "via": {"@id": "oa:via", "@type": "@id"}, "value": "rdf:value",
    "oa": str(OA), "as": "https://www.w3.org/ns/activitystreams#", "rdf": str(RDF),
}  # fmt: skip


def spans(view: View) -> int:
    """Count the spans of all statements."""
    return sum(1 for link in (KG.sourceSpan, KG.cueSpan, KG.contentSpan) for _ in view.quads(None, link))


def test_each_selector_finds_its_words(exported: Written, told: View) -> None:
    """Position and quote agree with the text, also after a character that UTF-16 counts twice."""
    items = json.loads(exported("annotations"))["items"]
    assert len(items) == spans(told)
    after = 0
    for item in items:
        position, quoted = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert TEXT[start:end] == quoted["exact"]
        around = quoted.get("prefix", "") + quoted["exact"] + quoted.get("suffix", "")
        assert TEXT.count(around) == 1
        after += start > TEXT.index("🙂")
        assert item["target"]["source"]["via"] == "https://ferry.example/one"
    assert after
    assert {item["body"][0]["value"] for item in items} == {"source", "cue", "content"}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
def test_rdflib_reads_them_as_annotations(exported: Written, told: View) -> None:
    """Each has its motivation, its statement and both selectors."""
    page = json.loads(exported("annotations"))
    assert page["@context"] == ANNOTATION_CONTEXT
    found = Graph().parse(data=json.dumps({**page, "@context": CONTEXT}), format="json-ld")
    annotations = set(found.subjects(RDF.type, OA.Annotation))
    assert len(annotations) == spans(told)
    for kind in (OA.TextPositionSelector, OA.TextQuoteSelector):
        assert len(set(found.subjects(RDF.type, kind))) == spans(told)
    linked = {str(source) for source in found.objects(None, OA.hasSource)}
    statements = {quad.subject.value for quad in told.quads(None, KG.contentSpan)}
    assert statements <= linked


def test_without_a_text_the_quote_stands_alone(written: Written) -> None:
    """A graph without texts knows no words around a quote, and a script is no page to link to."""
    items = json.loads(written("annotations"))["items"]
    assert [item["target"]["selector"][1].keys() for item in items] == [{"type", "exact"}] * 2
