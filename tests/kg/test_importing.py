"""RDF goes in whole or not at all, and with it all that was derived."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.corroborate.derive import derive
from kg.errors import GraphLockedError, UnreadableError
from kg.importing import import_files
from kg.rdf.terms import node
from kg.rdf.vocab import KG, SKOS
from kg.store import create, is_stale, open_graph
from kg.table import differences, is_fresh
from tests.kg.corroborate import graphs, worlds

PARTS = {"graph.toml", "store", "text", "statements.duckdb", "words.sqlite"}
SAID = [
    {"id": "a", "says": "crown-forces | took | salt-gate", "in": "harbour-post", "document": "d1", "by": "vorn"},
    {"id": "b", "says": "league-fighters | lost | salt-gate", "in": "marrow-mirror", "document": "d2", "by": "osk"},
]
MORE = [{"id": "c", "says": "crown-forces | took | old-quay", "in": "daily-fen", "document": "d3", "by": "resident"}]


@pytest.fixture(autouse=True)
def invented_relations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive with the relations of the invented country."""
    relations = tuple(worlds.world().relations.values())
    monkeypatch.setattr("kg.corroborate.evidence.shipped_relations", lambda: relations)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Give the place of an empty graph."""
    create(tmp_path / "target.kg").close()
    return tmp_path / "target.kg"


def written(path: Path, said: list[dict[str, str]], *, derived: bool = True) -> Path:
    """Write a graph of statements to a file."""
    with create(path.with_suffix(".kg")) as store:
        store.add(graphs.graph(worlds.evidence(said)))
        if derived:
            derive(store)
        path.write_bytes(store.dump(path.suffix[1:]))
    return path


def contents(path: Path) -> tuple[frozenset[Quad], set[str]]:
    """Give all quads of a graph, and the names of what is in its folder."""
    with open_graph(path, read_only=True) as store:
        return frozenset(store.quads()), {child.name for child in path.iterdir()}


@pytest.mark.parametrize("form", ["trig", "nq"])
def test_what_was_written_out_comes_back(tmp_path: Path, empty: Path, form: str) -> None:
    """The graph is the same, derived triples too, and the table is there; once more changes nothing."""
    file = written(tmp_path / f"whole.{form}", SAID)
    quads, _ = contents(tmp_path / "whole.kg")
    assert import_files(empty, [file]) == len(SAID)
    found, names = contents(empty)
    assert found ^ quads == frozenset()
    assert names == PARTS
    import_files(empty, [file])
    again = contents(empty)
    import_files(empty, [file])
    assert contents(empty) == again
    with open_graph(empty, read_only=True) as store:
        assert is_fresh(store)
        assert not list(differences(store))


def test_what_is_not_derived_is_derived(tmp_path: Path, empty: Path) -> None:
    """Without verdicts in the file they are worked out, as they are when two graphs come together."""
    files = [written(tmp_path / "some.nq", SAID, derived=False), written(tmp_path / "more.nq", MORE)]
    import_files(empty, files[:1])
    with open_graph(empty, read_only=True) as store:
        assert len(list(store.quads(None, KG.verdict))) == 2
    import_files(empty, files[1:])
    with open_graph(empty, read_only=True) as store:
        assert len(list(store.quads(None, KG.verdict))) == 3
        assert not is_stale(store)


def test_a_shared_thing_keeps_one_name(tmp_path: Path, empty: Path) -> None:
    """Where two files name a thing differently, it has the first in the alphabet; the other is one more name."""
    file, other = written(tmp_path / "some.nq", SAID), tmp_path / "other.nq"
    import_files(empty, [file])
    (name,) = [node(agent.id) for agent in worlds.world().agents.values() if agent.name == "Tobin Vorn"]
    other.write_text(f'{name} {SKOS.prefLabel} "A. Vorn" .\n')
    import_files(empty, [other])
    with open_graph(empty, read_only=True) as store:
        assert [quad.object for quad in store.quads(name, SKOS.prefLabel)] == [Literal("A. Vorn")]
        assert Literal("Tobin Vorn") in [quad.object for quad in store.quads(name, SKOS.altLabel)]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("broken.nq", '<a:b> <a:c> "x" .\n<a:b> <a:c> "y .\n', r"broken\.nq:2: .*nothing was loaded"),
        ("broken.trig", '@prefix a: <a:> .\na:b b:c "x" .\n', r"broken\.trig:2: .*prefix b.*nothing was loaded"),
        ("cut.nq", '<a:b> <a:c> "x" .\n<a:b> <a:c> ', r"cut\.nq:2: "),
        ("table.csv", "a,b\n", r"table\.csv: no RDF by its name"),
        ("missing.nq", None, r"missing\.nq: there is no such file"),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_goes_in(
    tmp_path: Path, empty: Path, name: str, text: str | None, message: str
) -> None:
    """The file and the line are named; the good file before it does not go in either."""
    good, bad = written(tmp_path / "good.nq", SAID), tmp_path / name
    if text is not None:
        bad.write_text(text)
    before = contents(empty)
    with pytest.raises(UnreadableError, match=message):
        import_files(empty, [good, bad])
    assert contents(empty) == before


def test_ids_under_another_base_are_refused(tmp_path: Path) -> None:
    """They would never meet those of the graph."""
    file = written(tmp_path / "some.nq", SAID)
    create(tmp_path / "other.kg", "https://example.org/id/").close()
    with pytest.raises(UnreadableError, match=r"kg init --base https://w3id.org/claim-graph/id/"):
        import_files(tmp_path / "other.kg", [file])


def test_while_another_writes_nothing_is_imported(tmp_path: Path, empty: Path) -> None:
    """The graph is not taken from under who is writing to it."""
    file = written(tmp_path / "some.nq", SAID)
    with open_graph(empty), pytest.raises(GraphLockedError):
        import_files(empty, [file])


@pytest.mark.parametrize("moment", ["before", "between", "after"])
def test_a_swap_that_was_killed_leaves_one_whole_graph(tmp_path: Path, empty: Path, moment: str) -> None:
    """Between two renames there is no store, but the finished one stands ready."""
    import_files(empty, [written(tmp_path / "some.nq", SAID)])
    whole = contents(empty)[0]
    if moment == "before":
        (empty / "import" / "store").mkdir(parents=True)
    if moment == "between":
        (empty / "store").rename(empty / "store.new")
    if moment == "after":
        (empty / "store.old").mkdir()
    assert contents(empty)[0] == whole
    import_files(empty, [written(tmp_path / "more.nq", MORE)])
    assert contents(empty)[1] == PARTS


def test_any_rdf_may_come_in(tmp_path: Path, empty: Path) -> None:
    """RDF that is no claim graph, with blank nodes and names without a base, is held as its format says."""
    (tmp_path / "some.ttl").write_text('<#mill> <x:p> [ <x:q> "grain" ] .')
    (tmp_path / "more.rdf").write_text(
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="x:">'
        '<r:Description r:about="#mill"><x:p>wind</x:p></r:Description></r:RDF>'
    )
    assert import_files(empty, [tmp_path / "some.ttl", tmp_path / "more.rdf"]) == 0
    with open_graph(empty, read_only=True) as store:
        named = {name.value for quad in store.quads() if isinstance(name := quad.subject, NamedNode)}
        assert len(list(store.quads(None, node("x:q"), Literal("grain")))) == 1
    assert {f"{(tmp_path / name).as_uri()}#mill" for name in ("some.ttl", "more.rdf")} <= named
