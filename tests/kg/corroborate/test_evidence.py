from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.beside import refresh
from kg.corroborate.candidates import Candidates
from kg.corroborate.evidence import load, shipped_relations
from kg.corroborate.passages import Passages
from kg.corroborate.verdict import corroborate
from kg.dates import PartialDate
from kg.model import Iri
from kg.rdf.vocab import PROV, XSD
from kg.store import Store, create
from tests.kg.corroborate import graphs, worlds

SALT_GATE = "crown-forces | took | salt-gate"
STATEMENTS = [
    {"says": SALT_GATE, "in": "harbour-post", "by": "vorn", "via": ["inland-radio", "coast-wire"],
     "quote": "it is ours", "published": "2031-05-04", "on": "2031-05-03", "document": "d1", "stance": "announces"},
    {"says": SALT_GATE, "in": "marrow-mirror", "by": "league-voice", "affirms": False, "published": "2031-05-09"},
    {"says": SALT_GATE, "in": "daily-fen", "narrated": True, "credits": ["coast-wire"], "party": "press"},
    {"says": "guard | took | salt-gate", "in": "daily-fen", "by": "osk", "published": "2031-05"},
]  # fmt: skip
DECISION = {
    "left": {"says": SALT_GATE},
    "right": {"says": "guard | took | salt-gate"},
    "decision": "different",
    "maker": "person:editor",
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Give a graph that holds the statements above."""
    store = create(tmp_path / "graph")
    store.add(graphs.graph(worlds.evidence(STATEMENTS, [DECISION])))
    return store


def test_graph_gives_back_what_was_written(store: Store) -> None:
    """Statements, chains, claims, sides and decisions come back from a graph as they went in."""
    written, read = worlds.evidence(STATEMENTS, [DECISION]), load(store, relations=worlds.world().relations.values())
    assert read.testimonies == written.testimonies
    assert read.claims == written.claims
    assert read.judgements == written.judgements
    assert replace(read.knowledge, names={}) == replace(written.knowledge, names={})


def test_as_of_a_day_leaves_out_what_was_published_later(store: Store) -> None:
    """What a later or undated document says is not counted, and the answer says so."""
    evidence = load(store, as_of=PartialDate("2031-05-05"))
    assert [each.document_id for each in evidence.testimonies.values()] == ["d1"]
    question = worlds.claim({"says": SALT_GATE}, evidence.knowledge)
    answer = corroborate(evidence, question)
    assert answer.verdict.value == "uncorroborated"
    assert answer.why[-2:] == (
        "as of 2031-05-05: 2 statements published later are left out",
        "1 statements of documents of unknown day are left out",
    )


def test_decision_that_was_taken_back_is_not_read(store: Store) -> None:
    """An invalidated judgement counts for nothing."""
    decision = worlds.evidence(STATEMENTS, [DECISION]).judgements[0]
    moment = Literal("2031-06-01T00:00:00Z", datatype=XSD.dateTime)
    store.add([Quad(NamedNode(decision.id), PROV.invalidatedAtTime, moment)])
    assert load(store).judgements == ()


def test_relations_that_ship_are_used_by_default(store: Store) -> None:
    """Without relations of one's own, those of the ontology count."""
    assert set(load(store).knowledge.relations) == {relation.id for relation in shipped_relations()}


def test_claims_that_share_words_are_compared_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the text index finds for a question is compared with it, also where nothing else leads there."""
    monkeypatch.setattr(Candidates, "of", lambda *_: [])
    monkeypatch.setattr(Passages, "saying", lambda *_: [])
    evidence = load(store, relations=worlds.world().relations.values())
    question = replace(worlds.claim({"says": SALT_GATE}, evidence.knowledge), id=Iri("urn:question"))
    assert corroborate(evidence, question).verdict.value == "unknown"
    refresh(store)
    assert {each.testimony.affirms for each in corroborate(evidence, question).supports} == {True}
