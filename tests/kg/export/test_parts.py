"""A part of a graph is whole: what a statement needs goes with it, and nothing of other statements."""

from collections.abc import Callable

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export._quads import from_lines, to_lines
from kg.export._sorted import in_order
from kg.export.selection import Selection
from kg.iris import compact
from kg.rdf.validate import validate
from kg.rdf.vocab import KG, PROV, RDF
from kg.store import View, create
from tests.kg.export.conftest import to_bytes

Written = Callable[..., bytes]
FORMS = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS}


@pytest.mark.parametrize("name", FORMS)
def test_reads_back_as_the_same_graph(name: str, view: View, written: Written) -> None:
    """Not one quad is lost or added."""
    assert set(ox.parse(written(name), format=FORMS[name])) == set(view.quads())


@pytest.mark.parametrize("name", FORMS)
def test_a_part_holds_what_belongs_to_its_statements(name: str, written: Written) -> None:
    """Claim, triple, document, publisher, speaker, side, chain and spans, and the judgement between chosen claims."""
    quads = list(ox.parse(written(name, Selection(party="River Guard")), format=FORMS[name]))
    subjects = {compact(quad.subject.value) for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)}
    assert subjects == {
        "statement:a", "statement:c", "statement:hop", "claim:lost", "claim:held", "document:one", "agent:brenn",
        "agent:wire", "agent:ferry", "party:guard", "party:league", "place:velm", "place:velm-east", "span:early",
        "span:late", "judgement:x",
    }  # fmt: skip
    claimed = {compact(quad.graph_name.value) for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}
    assert claimed == {"claim:lost", "claim:held"}


def test_a_judgement_with_one_end_outside_is_left_out(written: Written) -> None:
    """Nothing in a part points to a claim that is not there."""
    text = written("nquads", Selection(verdict="contested")).decode()
    assert "claim/held" in text
    assert "judgement/x" not in text


def test_a_part_of_the_seeds_is_a_valid_graph(seeds: View, tmp_path: object) -> None:
    """What is written can stand by itself, and has each statement of the side and no other."""
    quads = list(ox.parse(to_bytes("nquads", seeds, Selection(party="Islamic State")), format=ox.RdfFormat.N_QUADS))
    with create(tmp_path / "part.kg") as store:  # type: ignore[operator]
        store.add(quads)
        assert validate(store.quads()) == ()
        found = {
            quad.subject
            for quad in store.quads(None, RDF.type, KG.Statement)
            if any(store.quads(quad.subject, KG.claim))
        }
        sides = {quad.object.value for name in found for quad in store.quads(name, KG.party)}
        assert len(sides) <= 1
        assert 0 < len(found) < len(list(seeds.quads(None, KG.claim)))
        assert all(any(store.quads(name, PROV.wasQuotedFrom)) for name in found)


TERMS = st.builds(lambda tail: ox.NamedNode(f"https://river.example/{tail}"), st.text("abc/é", max_size=3))
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = TERMS | st.builds(ox.Literal, WORDS) | st.builds(lambda word: ox.Literal(word, language="en"), WORDS)
QUADS = st.builds(ox.Quad, TERMS, TERMS, VALUES, TERMS | st.just(ox.DefaultGraph()))


@given(st.lists(QUADS, max_size=30))
@settings(deadline=None)
def test_any_quads_survive_as_lines(quads: list[ox.Quad]) -> None:
    """Whatever letters are in them, and however they are put in order; a line is what Oxigraph itself writes."""
    lines = list(in_order(to_lines(quads)))
    assert sorted(from_lines(lines), key=str) == sorted(quads, key=str)
    assert b"".join(to_lines(quads)) == ox.serialize(quads, format=ox.RdfFormat.N_QUADS)


@given(WORDS, WORDS)
@settings(deadline=None, max_examples=20)
def test_any_text_survives_a_file(tmp_path_factory: pytest.TempPathFactory, text: str, quote: str) -> None:
    """Export and import are the identity, for both formats of quads."""
    with create(tmp_path_factory.mktemp("any") / "any.kg") as store:
        claim = ox.NamedNode(f"{store.base}claim/any")
        store.add([ox.Quad(claim, RDF.type, KG.Claim), ox.Quad(claim, KG.reason, ox.Literal(text), claim)])
        store.add([ox.Quad(claim, KG.reason, ox.Literal(quote, language="de"))])
        for name, form in FORMS.items():
            assert set(ox.parse(to_bytes(name, store), format=form)) == set(store.quads())


def test_more_lines_than_memory_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sorted runs are merged into one order."""
    monkeypatch.setattr("kg.export._sorted._RUN", 7)
    lines = [f"{number * 37 % 101}\n".encode() for number in range(101)]
    assert list(in_order(lines)) == sorted(lines)
