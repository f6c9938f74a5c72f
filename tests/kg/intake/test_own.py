"""Nanopublications that say they are of kg are taken for no more than they may say."""

from pathlib import Path

import pytest

from kg.intake import importer_of, take
from kg.rdf.validate import validate
from kg.rdf.vocab import KG
from kg.store import Store, create
from tests.kg.intake.told import told

BASE = "https://w3id.org/claim-graph/id/"
NANOPUB = """
@prefix : <http://example.org/np#> .
@prefix np: <http://www.nanopub.org/nschema#> .
@prefix kg: <https://w3id.org/claim-graph/ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@base <https://w3id.org/claim-graph/id/> .
:head { <http://example.org/np> a np:Nanopublication ;
  np:hasAssertion :assertion ; np:hasProvenance :provenance ; np:hasPublicationInfo :pubinfo . }
:assertion { %(assertion)s }
:provenance { :assertion prov:wasAttributedTo <agent/brenn> ; prov:wasDerivedFrom <statement/a> .
  <statement/a> a kg:Statement , prov:Entity ; kg:claim <claim/%(claim)s> ; kg:stance kg:asserts ; kg:affirms true ;
    kg:certainty kg:certain ; kg:quotation kg:indirect ; kg:narrated false ; kg:confidence 1.0 ;
    kg:saidOnBasis kg:unknown ;
    kg:mentionedAs <agent/brenn> ; prov:wasAttributedTo <agent/brenn> ; prov:wasQuotedFrom <document/one> .
  <agent/brenn> a prov:Agent ; skos:prefLabel "Orla Brenn" ; kg:named true .
  <document/one> a schema:NewsArticle , prov:Entity ; kg:textDigest "%(digest)s" .
  <claim/%(claim)s> a kg:Claim , schema:Claim ; schema:text "Velm fell" . %(more)s }
:pubinfo { <http://example.org/np> dcterms:creator <https://w3id.org/claim-graph> . }
"""
USUAL = {"assertion": "<thing/velm> <relation/fell> <thing/down> .", "claim": "fell", "digest": "0" * 64, "more": ""}


def taken(store: Store, folder: Path, **parts: str) -> list[str]:
    """Take one nanopublication in, and give what was refused of it."""
    path = folder / "own.trig"
    path.write_text(NANOPUB % (USUAL | parts))
    importer = importer_of(path)
    assert importer
    return [
        str(each.error).removeprefix(f"{path}: http://example.org/np: ")
        for each in take([(path, importer)], store)
        if each.error
    ]


@pytest.mark.parametrize(
    "assertion",
    [
        USUAL["assertion"],
        "<claim/fell> a rdf:Statement ; rdf:subject <thing/velm> ; rdf:predicate <relation/fell> ; "
        "rdf:object <thing/down> .",
    ],
)
def test_both_ways_of_writing_a_claim_are_read(tmp_path: Path, assertion: str) -> None:
    """Asserted, or only spoken about."""
    with create(tmp_path / "a.kg") as store:
        assert taken(store, tmp_path, assertion=assertion) == []
        (triple,) = [quad for quad in store.quads() if str(quad.graph_name) != "DEFAULT"]
        assert str(triple.triple) == f"<{BASE}thing/velm> <{BASE}relation/fell> <{BASE}thing/down>"
        assert [each["claim"] for each in told(store)] == ["Velm fell"]
        assert not validate(store.quads())


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"assertion": "<a> <b> <c> , <d> ."}, "its assertion is not the one triple of its claim"),
        ({"assertion": '<a> <b> "c" .'}, '"c" is no IRI'),
        ({"more": "<statement/b> a kg:Statement ."}, f"{BASE}statement/b has no "),
        ({"more": "<claim/other> a kg:Claim ; schema:text 'x' ."}, f"{BASE}claim/other holds 0 triples"),
        (
            {"more": "<statement/a> kg:stance kg:roars ."},
            "it tells more than one <https://w3id.org/claim-graph/ns#stance>",
        ),
    ],
)
def test_what_says_more_or_less_is_refused(tmp_path: Path, parts: dict[str, str], reason: str) -> None:
    """Named, in one line, with nothing taken."""
    with create(tmp_path / "a.kg") as store:
        (refusal,) = taken(store, tmp_path, **parts) or [""]
        assert refusal.startswith(reason)
        assert not any(store.quads())


def test_what_follows_from_a_graph_is_not_taken(tmp_path: Path) -> None:
    """Verdicts, judgements and marks of a graph are made here, or told by people."""
    more = (
        "<claim/fell> kg:verdict kg:contested . <graph> kg:stale true . <judgement/x> a kg:Judgement . "
        "<agent/brenn> kg:curated true . kg:asserts skos:prefLabel 'x' ."
    )
    with create(tmp_path / "a.kg") as store:
        assert taken(store, tmp_path, more=more) == []
        assert not any(store.quads(None, KG.curated))
        assert not any(store.quads(None, KG.stale))
        assert [quad.object for quad in store.quads(None, KG.verdict)] == [KG.uncorroborated]
        assert not validate(store.quads())


def test_an_id_that_means_something_else_here_is_refused(tmp_path: Path) -> None:
    """A claim has one triple, whoever comes with its id."""
    with create(tmp_path / "a.kg") as store:
        taken(store, tmp_path)
        before = set(store.quads())
        other = NANOPUB.replace("statement/a", "statement/b").replace("np#", "np/b#").replace("org/np>", "org/np/b>")
        path = tmp_path / "other.trig"
        path.write_text(other % (USUAL | {"assertion": "<thing/velm> <relation/held> <thing/down> ."}))
        importer = importer_of(path)
        assert importer
        (outcome,) = take([(path, importer)], store)
        assert "is another claim in this graph" in str(outcome.error)
        assert set(store.quads()) == before
