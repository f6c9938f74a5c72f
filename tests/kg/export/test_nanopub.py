"""Nanopublications are valid to a library not ours, make nobody assert too much, and tell the whole statement."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

import pyoxigraph as ox
import pytest
import rdflib
from nanopub import Nanopub, NanopubConf
from rdflib import ConjunctiveGraph

from kg.rdf.read import claims, documents, statements
from kg.rdf.terms import iri
from kg.rdf.trusty import trusty_code
from kg.rdf.vocab import KG, NP, PROV, RDF
from kg.store import View

Written = Callable[[str], bytes]
PARTS = {RDF.subject, RDF.predicate, RDF.object}


def nanopubs(written: bytes) -> Iterator[tuple[str, list[ox.Quad]]]:
    """Give each nanopublication of a file under its name."""
    quads = ox.parse(written, format=ox.RdfFormat.TRIG)
    for name, group in groupby(quads, key=lambda quad: iri(quad.graph_name).partition("#")[0]):
        yield name, list(group)


def graph(quads: list[ox.Quad], part: str) -> list[ox.Triple]:
    """Give one of the four graphs."""
    return [quad.triple for quad in quads if iri(quad.graph_name).endswith("#" + part)]


def read_back(written: bytes) -> list[ox.Quad]:
    """Put nanopublications back together as docs/interchange.md says."""
    found: list[ox.Quad] = []
    for name, quads in nanopubs(written):
        assertion, provenance = graph(quads, "assertion"), graph(quads, "provenance")
        said = [triple for triple in provenance if iri(triple.subject) != f"{name}#assertion"]
        spoken_of = {triple.predicate: triple.object for triple in assertion if triple.predicate in PARTS}
        if spoken_of:
            said += [t for t in assertion if t.predicate not in PARTS and t.object != RDF.Statement]
            claimed = ox.Triple(*(spoken_of[part] for part in (RDF.subject, RDF.predicate, RDF.object)))
        else:
            (claimed,) = assertion
        (statement,) = (t.object for t in provenance if t.predicate == PROV.wasDerivedFrom and t.subject not in said)
        (claim,) = (t.object for t in said if t.subject == statement and t.predicate == KG.claim)
        found += [ox.Quad(t.subject, t.predicate, t.object) for t in said]
        found.append(ox.Quad(claimed.subject, claimed.predicate, claimed.object, claim))
    return found


def test_every_name_is_the_hash_of_what_it_stands_for(exported: Written) -> None:
    """Each can be checked by whoever has it, and names itself nowhere else."""
    found = list(nanopubs(exported("nanopub")))
    assert len(found) == 5
    for name, quads in found:
        code = name.rpartition("/")[2]
        assert re.fullmatch(r"RA[A-Za-z0-9_-]{43}", code)
        assert trusty_code(quads, code) == code
        assert trusty_code(quads[1:], code) != code


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_nanopub_library_finds_each_valid(exported: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own checks of the four graphs and of the hash pass."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)  # as it wants it; pySHACL may have set it back
    conf = NanopubConf(add_prov_generated_time=False, add_pubinfo_generated_time=False)
    for name, quads in nanopubs(exported("nanopub")):
        rdf = ConjunctiveGraph()
        rdf.parse(data=ox.serialize(quads, format=ox.RdfFormat.N_QUADS), format="nquads")
        found = Nanopub(rdf=rdf, conf=conf)
        assert found.is_valid
        assert found.has_valid_trusty
        assert found.source_uri == name


def test_nobody_asserts_what_they_deny_ask_or_hold_possible(exported: Written) -> None:
    """The claimed triple is the assertion where the source vouches for it; else it is only described."""
    plain = {}
    for _, quads in nanopubs(exported("nanopub")):
        (label,) = (t.object.value for t in graph(quads, "pubinfo") if "label" in t.predicate.value)
        plain[label] = len(graph(quads, "assertion")) == 1
    assert plain == {
        "Orla Brenn asserts: River Guard took control of Velm on Monday": True,
        "Orla Brenn asserts: More than 40 fighters were killed in Velm": True,
        "Hill League denies: Hill League lost control of Velm": False,
        "Tam Oster asserts: the bridge may have been destroyed at Velm": False,
        "Reporters asks: the mill had burned": False,
    }


def test_each_says_whose_words_they_are_and_when_it_was_made(exported: Written, told: View) -> None:
    """The speaker is behind the assertion, the program behind the record."""
    speakers = {quad.object for quad in told.quads(None, PROV.wasAttributedTo)}
    (run,) = told.quads(None, PROV.generatedAtTime)
    (software,) = told.quads(None, PROV.wasAssociatedWith)
    for name, quads in nanopubs(exported("nanopub")):
        assertion = f"{name}#assertion"
        (speaker,) = (t.object for t in graph(quads, "provenance") if iri(t.subject) == assertion and "Attr" in str(t))
        assert speaker in speakers
        about = {t.object for t in graph(quads, "pubinfo") if iri(t.subject) == name}
        assert {run.object, software.object} <= about
        assert ox.Triple(ox.NamedNode(name), RDF.type, NP.Nanopublication) in graph(quads, "Head")


def test_out_and_in_again_are_the_same_statements(exported: Written, told: View) -> None:
    """Statements, hops, spans, claims and documents come back as they were."""
    back, kept = read_back(exported("nanopub")), list(told.quads())
    assert list(statements(back)) == list(statements(kept))
    assert len(list(statements(back))) == 7
    assert list(claims(back)) == list(claims(kept))
    assert list(documents(back)) == list(documents(kept))


def test_nothing_that_follows_from_the_whole_is_in_them(exported: Written, told: View) -> None:
    """Verdicts, origins and interests change with a graph; a nanopublication does not."""
    derived = {KG.verdict, KG.originCount, KG.origin, KG.interest, KG.carriedBy}
    assert derived & {quad.predicate for quad in told.quads()}
    assert not derived & {quad.predicate for quad in ox.parse(exported("nanopub"), format=ox.RdfFormat.TRIG)}
