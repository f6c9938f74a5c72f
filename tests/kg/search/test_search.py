"""The text index finds claims and statements by their words and keeps in step with the graph."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.beside import refresh
from kg.errors import QueryError
from kg.rdf.vocab import KG
from kg.search import Kind, find, near
from kg.search.check import differences
from kg.store import Store, create
from kg.store.oxigraph import OxigraphStore

ID = "https://w3id.org/claim-graph/id/"
HEAD = f"""PREFIX kg: <https://w3id.org/claim-graph/ns#> PREFIX schema: <https://schema.org/>
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX claim: <{ID}claim/> PREFIX statement: <{ID}statement/> PREFIX span: <{ID}span/>
"""
DATA = """
claim:bridge a kg:Claim ; schema:text "The guard closed the bridge at Velm" ; skos:altLabel "Crossing shut" .
claim:mill a kg:Claim ; schema:text "The café by the mill burned" .
statement:a kg:claim claim:bridge ; kg:contentSpan span:a, span:b .
statement:b kg:claim claim:mill ; kg:contentSpan span:c .
statement:c kg:claim claim:mill .
span:a oa:start 9 ; oa:exact "until Sunday" . span:b oa:start 2 ; oa:exact "nobody walks over" .
span:c oa:start 5 ; oa:exact "flames 100 metres from the bridge" .
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a graph with two claims and three statements, two of them quoted."""
    with create(tmp_path / "claims.kg") as made:
        add(made, DATA)
        yield made


def add(store: Store, turtle: str) -> None:
    """Put some triples into a graph."""
    store.add(ox.parse(HEAD + turtle, format=ox.RdfFormat.TURTLE))


def found(store: Store, words: str, kind: Kind = Kind.CLAIM) -> list[str]:
    """Find, and shorten the ids."""
    return [iri.removeprefix(ID) for iri in find(store, words, kind)]


@pytest.mark.parametrize(
    ("words", "claims", "statements"),
    [
        ("velm", "bridge", "a"),
        ("CLOSING", "bridge", "a"),
        ("guard clo", "bridge", "a"),
        ("bridge guard", "bridge", "a"),
        ("shut", "bridge", "a"),
        ("cafe", "mill", "b c"),
        ("flame", "mill", "b"),
        ("bridge", "bridge mill", "a b"),
        ('"over … until"', "bridge", "a"),
        ('"until over"', "", ""),
        ("guard mill", "", ""),
        ("100 metres", "mill", "b"),
        ("bridge NOT mill", "", ""),
        ('bridge"', "bridge mill", "a b"),
        ("*", None, None),
        ("", None, None),
    ],
)
def test_finds_by_words(store: Store, words: str, claims: str | None, statements: str | None) -> None:
    """All words must be there, in any form and order; what looks like a language of queries is only words."""
    for _ in range(2):
        for kind, names in ((Kind.CLAIM, claims), (Kind.STATEMENT, statements)):
            if names is None:
                with pytest.raises(QueryError, match="holds no word"):
                    found(store, words, kind)
            else:
                assert sorted(found(store, words, kind)) == [f"{kind}/{name}" for name in names.split()]
        refresh(store)  # first the index in memory, then that on disk


def test_the_nearest_come_first(store: Store) -> None:
    """What has a word in few other words is nearer to it."""
    add(store, 'claim:short a kg:Claim ; schema:text "Bridge opened" .')
    assert found(store, "bridge")[0] == "claim/short"


def test_keeps_in_step(store: Store) -> None:
    """What is new, changed or gone is so in the index after a refresh; nothing else is written."""
    assert refresh(store).texts == 5
    gone = 'span:c oa:exact "flames 100 metres from the bridge" . span:b oa:exact "nobody walks over" .'
    store.remove(ox.parse(HEAD + gone, format=ox.RdfFormat.TURTLE))
    add(store, 'claim:new a kg:Claim ; schema:text "A truce holds" . span:b oa:exact "and nobody drives" .')
    assert refresh(store).texts == 6
    assert found(store, "flames") == []
    assert found(store, "truce") == ["claim/new"]
    assert found(store, "drives") == ["claim/bridge"]
    numbers = rows(store)
    refresh(store)
    assert rows(store) == numbers


def rows(store: Store) -> list[tuple[object, ...]]:
    """Read the file; the index must agree with what it is made from."""
    connection = sqlite3.connect(str(store.words))
    connection.execute("INSERT INTO texts (texts) VALUES ('integrity-check')")
    answer = connection.execute("SELECT * FROM things ORDER BY number").fetchall()
    connection.close()
    return answer


def test_a_stale_index_is_not_asked(store: Store) -> None:
    """After an ingest that was killed, what is found is what the graph holds."""
    refresh(store)
    add(store, 'claim:new a kg:Claim ; schema:text "A truce holds" .')
    store.add([ox.Quad(ox.NamedNode(store.base + "graph"), KG.stale, ox.Literal(True))])
    assert found(store, "truce") == ["claim/new"]


def test_gives_what_is_near(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any word counts, the rare ones most; without an index in step there is nothing."""
    assert near(store, "the bridge", 5) == []
    refresh(store)
    assert near(store, "Is the mill near a bridge at Velm?", 5)[0] == f"{ID}claim/bridge"
    assert near(store, "did cafés burn", 5) == [f"{ID}claim/mill"]
    assert near(store, "a … to", 5) == []
    assert len(near(store, "the bridge", 1)) == 1
    monkeypatch.setattr(OxigraphStore, "words", None)
    assert near(store, "the bridge", 5) == []


def test_what_is_out_of_step_is_told(store: Store) -> None:
    """`kg validate` names what the file lacks and what it should not have, unless it waits to be made anew."""
    refresh(store)
    assert not list(differences(store))
    store.remove(ox.parse(HEAD + 'claim:bridge skos:altLabel "Crossing shut" .', format=ox.RdfFormat.TURTLE))
    add(store, 'claim:new a kg:Claim ; schema:text "A truce holds" .')
    told = [(found.node.removeprefix(ID), found.message.partition(";")[0]) for found in differences(store)]
    assert told == [
        ("claim/bridge", "Its text is not in the graph, or says something else"),
        ("claim/bridge", "Its text is missing"),
        ("claim/new", "Its text is missing"),
    ]
    store.words.write_bytes(b"no database at all" * 100)
    (broken,) = differences(store)
    assert "cannot be read" in broken.message
    store.add([ox.Quad(ox.NamedNode(store.base + "graph"), KG.stale, ox.Literal(True))])
    assert not list(differences(store))


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_broken_file_is_made_anew(store: Store, content: bytes) -> None:
    """A file that is no index is passed over when asking, and replaced by the next refresh."""
    store.words.write_bytes(content)
    assert found(store, "velm") == ["claim/bridge"]
    assert refresh(store).texts == 5
    assert found(store, "velm") == ["claim/bridge"]


def test_without_a_file_the_graph_is_asked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A graph on a server is asked for the letters of the words, by SPARQL."""
    monkeypatch.setattr(OxigraphStore, "words", None)
    assert refresh(store).texts == 0
    assert found(store, "velm guard") == ["claim/bridge"]
    assert found(store, "the bridge") == ["claim/bridge", "claim/mill"]
    assert found(store, "FLAMES", Kind.STATEMENT) == ["statement/b"]
    assert found(store, 'zz"b\\') == []
