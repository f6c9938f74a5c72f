"""The table says what the graph says, whatever became of the process that was to write it."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from pyoxigraph import NamedNode, Quad

from kg.corroborate.derive import derive
from kg.corroborate.evidence import load as load_evidence
from kg.query.catalog import load
from kg.query.results import render
from kg.query.run import run
from kg.rdf.terms import boolean
from kg.rdf.vocab import KG, RDF, SCHEMA
from kg.store import Store, create
from kg.store.base import stale_quad
from kg.table import differences, is_fresh, open_table, refresh
from tests.kg.corroborate import graphs, worlds

TABLED = ["agreement", "corroborated-claims", "contested-claims", "single-source-claims"]
SAID = [
    {"id": "a", "says": "crown-forces | took | salt-gate", "in": "harbour-post", "document": "d1", "by": "vorn"},
    {"id": "b", "says": "league-fighters | lost | salt-gate", "in": "marrow-mirror", "document": "d2", "by": "osk"},
    {"id": "c", "says": "guard | took | tanner-row", "in": "marrow-mirror", "document": "d2", "by": "vorn", "affirms": False},  # noqa: E501
    {"id": "d", "says": "guard | took | tanner-row", "in": "daily-fen", "document": "d3", "by": "league-voice", "on": "2031-05"},  # noqa: E501
    {"id": "e", "says": "crown-forces | took | old-quay", "in": "daily-fen", "document": "d3", "by": "resident"},
]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Give a graph with all that follows from it."""
    relations = tuple(worlds.world().relations.values())
    monkeypatch.setattr("kg.corroborate.evidence.shipped_relations", lambda: relations)
    with create(tmp_path / "test.kg") as made:
        made.add(graphs.graph(worlds.evidence(SAID)))
        derive(made)
        yield made


def rows(store: Store) -> list[tuple[object, ...]]:
    """Give all rows, as the graph's table has them now."""
    with open_table(store) as table:
        return table.ask("SELECT * FROM statements ORDER BY statement").fetchall()


def test_every_statement_is_a_row(store: Store) -> None:
    """Who said what, on which side, where and when, is in one row; what is partly known of a day spans days."""
    with open_table(store) as table:
        wanted = "SELECT source_name, affirms, stance, said_on, said_from::VARCHAR, said_to::VARCHAR, publisher_name "
        found = table.ask(f"{wanted} FROM statements WHERE statement LIKE '%/d'").fetchall()
        assert len(table.statements) == len(SAID)
    assert found == [("League Voice", True, "asserts", "2031-05", "2031-05-01", "2031-05-31", "Daily Fen")]


def test_an_address_may_hold_commas_and_quotes(store: Store) -> None:
    """What is an IRI in the graph is one cell in the table."""
    address = "https://example.org/17/fire,-flood-and-%22more%22"
    document = next(store.quads(None, RDF.type, SCHEMA.NewsArticle)).subject
    store.add([Quad(document, SCHEMA.url, NamedNode(address)), stale_quad(store.base)])
    derive(store)
    with open_table(store) as table:
        assert (address,) in table.ask("SELECT url FROM statements").fetchall()


@pytest.mark.parametrize("name", TABLED)
def test_sparql_and_the_table_answer_alike(store: Store, name: str) -> None:
    """With the table and without it, a named query gives the same rows."""
    assert store.table is not None
    with_table = render(run(store, load(name)), "csv")
    store.table.unlink()
    assert render(run(store, load(name)), "csv") == with_table
    assert with_table.count("\n") > 1


def test_evidence_is_the_same_with_the_file_and_without(store: Store) -> None:
    """What verdicts rest on is read from the table, wherever that is."""
    assert store.table is not None
    found = load_evidence(store).testimonies
    store.table.unlink()
    assert load_evidence(store).testimonies == found
    assert len(found) == len(SAID)


def test_a_table_that_lags_behind_is_not_asked(store: Store) -> None:
    """While the graph is stale, as after a kill, the answer comes from the graph; the next derivation catches up."""
    (first, *_) = [quad for quad in store.quads(None, KG.affirms) if quad.object == boolean(True)]
    before = rows(store)
    store.replace([first], [type(first)(first.subject, KG.affirms, boolean(False)), stale_quad(store.base)])
    assert not is_fresh(store)
    changed = rows(store)
    assert changed != before
    derive(store)
    assert is_fresh(store)
    assert [row[15] for row in rows(store)] == [row[15] for row in changed]


@pytest.mark.parametrize("rubbish", [b"", b"no database", None])
def test_a_broken_file_is_not_asked_and_made_anew(store: Store, rubbish: bytes | None) -> None:
    """A file that is cut short, foreign or of another format does no harm."""
    assert store.table is not None
    before = rows(store)
    if rubbish is None:
        store.table.unlink()
        with duckdb.connect(str(store.table)) as other:
            other.execute("CREATE TABLE made AS SELECT 0 AS format")
    else:
        store.table.write_bytes(rubbish)
    assert rows(store) == before
    assert [each.rule for each in differences(store)] == ["table"]
    refresh(store)
    assert not list(differences(store))


def test_what_a_kill_left_behind_is_cleared(store: Store) -> None:
    """Drafts and scratch folders of an earlier process go."""
    assert store.table is not None
    folder = store.table.parent
    (folder / "statements.duckdb.1.new").touch()
    (folder / "scratch.old").mkdir()
    refresh(store)
    assert {path.name for path in folder.iterdir()} == {
        "graph.toml",
        "store",
        "text",
        "statements.duckdb",
        "words.sqlite",
    }


def test_validation_names_the_rows_that_differ(store: Store) -> None:
    """A row that was changed by hand is named, as it is and as it should be."""
    with duckdb.connect(str(store.table)) as other:
        other.execute("UPDATE statements SET affirms = NOT affirms WHERE statement LIKE '%/a'")
    assert [(each.node[-2:], each.rule) for each in differences(store)] == [("/a", "table")] * 2
