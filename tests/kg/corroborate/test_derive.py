from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from kg.corroborate import derive as module
from kg.corroborate.derive import derive
from kg.iris import compact
from kg.model import Relation
from kg.rdf.terms import boolean
from kg.rdf.vocab import KG
from kg.store import Store, create
from tests.kg.corroborate import graphs, worlds

STATEMENTS = [
    {"id": "a", "says": "crown-forces | took | salt-gate", "in": "harbour-post", "document": "d1", "by": "vorn"},
    {
        "id": "b",
        "says": "league-fighters | lost | salt-gate",
        "in": "marrow-mirror",
        "document": "d2",
        "by": "league-voice",
    },
    {"id": "c", "says": "crown-forces | entered | salt-gate", "in": "daily-fen", "document": "d3", "by": "osk"},
    {"id": "d", "says": "crown-forces | took | old-quay", "in": "daily-fen", "document": "d3", "by": "resident"},
]


@pytest.fixture(autouse=True)
def invented_relations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive with the relations of the invented country."""
    relations: tuple[Relation, ...] = tuple(worlds.world().relations.values())
    monkeypatch.setattr("kg.corroborate.evidence.shipped_relations", lambda: relations)


def filled(path: Path, *, backwards: bool = False) -> Store:
    """Make a graph that holds the statements above and is stale."""
    store = create(path)
    store.add(graphs.graph(worlds.evidence(STATEMENTS[::-1] if backwards else STATEMENTS)))
    store.add([Quad(NamedNode(store.base + "graph"), KG.stale, boolean(True))])
    return store


def values(store: Store, predicate: NamedNode) -> dict[str, str]:
    """Give what each node has for a property, shortly."""
    return {compact(quad.subject.value): compact(quad.object.value) for quad in store.quads(None, predicate)}


def test_statements_and_claims_get_what_follows(tmp_path: Path) -> None:
    """Origins, interests, verdicts and links are written, and the graph is stale no more."""
    store = filled(tmp_path)
    derive(store)
    assert values(store, KG.origin) == {
        "statement:a": "agent:vorn",
        "statement:b": "agent:league-voice",
        "statement:c": "agent:osk",
        "statement:d": "agent:resident",
    }
    assert set(values(store, KG.carriedBy).values()) == {"agent:harbour-post", "agent:marrow-mirror", "agent:daily-fen"}
    assert values(store, KG.interest) == {
        "statement:a": "kg:own",
        "statement:b": "kg:against",
        "statement:c": "kg:neutral",
        "statement:d": "kg:unknown",
    }
    assert sorted(values(store, KG.verdict).values()) == [
        "kg:corroborated-across-sides",
        "kg:corroborated-across-sides",
        "kg:corroborated-across-sides",
        "kg:uncorroborated",
    ]
    assert sorted(values(store, KG.originCount).values()) == ["1", "2", "2", "3"]
    assert sorted(values(store, KG.decision).values()) == ["kg:entails", "kg:entails", "kg:same"]
    assert not list(store.quads(None, KG.stale))


def test_deriving_again_changes_nothing(tmp_path: Path) -> None:
    """What was derived is no evidence: a second pass gives the same graph."""
    store = filled(tmp_path)
    derive(store)
    once = set(store.quads())
    derive(store)
    assert set(store.quads()) == once


def test_order_of_ingest_changes_nothing(tmp_path: Path) -> None:
    """The same statements in another order give the same graph."""
    one, other = filled(tmp_path / "one"), filled(tmp_path / "other", backwards=True)
    derive(one)
    derive(other)
    assert set(one.quads()) == set(other.quads())


def test_what_no_longer_follows_is_taken_out(tmp_path: Path) -> None:
    """When a statement goes, the verdicts that rested on it go with it."""
    store = filled(tmp_path)
    derive(store)
    gone = NamedNode("https://w3id.org/claim-graph/id/statement/b")
    store.remove(quad for quad in list(store.quads(gone)) if quad.predicate not in module.DERIVED)
    derive(store)
    assert sorted(values(store, KG.verdict).values()) == ["kg:corroborated", "kg:uncorroborated", "kg:uncorroborated"]
    assert not list(store.quads(gone))
