"""Read from a file or from the graph, the tables are the same, however the file is written."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from duckdb import DuckDBPyConnection
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from kg.importing import import_files
from kg.rdf.vocab import KG, OA, PROV, SCHEMA, SKOS, XSD
from kg.search.check import differences as in_the_index
from kg.store import create, open_graph
from kg.store.base import View
from kg.table import differences, told
from kg.table.columns import Column
from kg.table.table import connect

ID = "https://w3id.org/claim-graph/id/"
S, C, P = f"<{ID}statement/a>", f"<{ID}claim/a>", f"<{ID}span/a>"
PLAIN = f"""{S} {KG.claim} {C} .
{S} {KG.contentSpan} {P} .
{P} {OA.start} "4"^^{XSD.integer} .
{P} {OA.exact} "the bridge \\"fell\\"\\n\\\\ at <Velm> <b>now</b>" .
{P} {OA.exact} "the bridge \\"fell\\"\\n\\\\ at <Velm> <b>now</b>" .
{C} {SCHEMA.text} "Une brèche"@fr .
{C} {SKOS.altLabel} "Breach" .
{C} {KG.verdict} {KG.contested} .
{S} {KG.affirms} "false"^^{XSD.boolean} .
{S} {KG.stance} {KG.asserts} .
{S} {KG.party} <https://example.org/a,b> .
{S} {KG.saidOn} "2031-05"^^{XSD.gYearMonth} .
<{ID}agent/x> {KG.party} {KG.other} {C} .
<{ID}agent/x> {KG.saidOn} "2031"^^{XSD.gYear} {C} .
"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note which properties are read from the graph."""
    found: list[int] = []
    take = told._take_values

    def noted(view: View, connection: DuckDBPyConnection, number: int, column: Column, path: Path) -> None:
        found.append(number)
        take(view, connection, number, column, path)

    monkeypatch.setattr(told, "_take_values", noted)
    return found


def imported(folder: Path, text: str) -> list[object]:
    """Import a file into an empty graph, and say how the table and the text index differ from the graph."""
    (folder / "file.nq").write_bytes(text.encode())
    create(folder / "graph.kg").close()
    import_files(folder / "graph.kg", [folder / "file.nq"])
    with open_graph(folder / "graph.kg", read_only=True) as view:
        return [*differences(view), *in_the_index(view)]


def test_a_plain_file_is_read_in_place_of_the_graph(tmp_path: Path, asked: list[int]) -> None:
    """What kg and Oxigraph write needs no second look."""
    with create(tmp_path / "empty.kg") as store, connect() as connection:
        told.take(store, connection, tmp_path, [written(tmp_path, PLAIN)])
        assert asked == []
        assert len(connection.execute("FROM told").fetchall()) == 11  # one is the usual value, two are claimed
    assert imported(tmp_path, PLAIN) == []


@pytest.mark.parametrize(
    "line",
    [
        f'{S}\t{KG.origin} "x" .',
        f'{S}{KG.origin}"x" .',
        f'{S}  {KG.origin}  "x"  .',
        f' {S} {KG.origin} "x" .',
        f"{S} {KG.origin}<a:b> .",
        f"{S} {KG.origin} <a:b>.",
        f'{S} {KG.origin} "x" . # a remark',
        f"# {KG.origin} a remark",
        f"{S} <https://w3id.org/claim-graph/ns#\\u006Frigin> <a:b> .",
        f"{S} {KG.origin} <a:\\u0062> .",
        f'{S} {KG.origin} "tab \\t and \\u00e9 and \\\'" .',
        f'{S} {KG.narrated} "1"^^{XSD.boolean} .',
        f'{P} {OA.start} "0007"^^{XSD.integer} .',
        f'{S} {KG.origin} "1.50"^^{XSD.decimal} .',
        f"{S} {KG.origin} _:somebody .",
        f"_:somebody {KG.claim} {C} .",
        f"{S} {KG.origin} <<( <a:b> <a:c> <a:d> )>> .",
        f"<{ID}agent/x> {KG.origin} {KG.other} _:graph .",
        f'{S} {KG.origin} "x" .\r',
    ],
)
def test_what_is_written_otherwise_is_read_from_the_graph(tmp_path: Path, asked: list[int], line: str) -> None:
    """One such line is enough: the graph knows how to read it, and the tables are as they should be."""
    with create(tmp_path / "empty.kg") as store, connect() as connection:
        told.take(store, connection, tmp_path, [written(tmp_path, f"{PLAIN}{line}\n")])
    assert asked
    assert imported(tmp_path, f"{PLAIN}{line}\n") == []


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
WORDED = ["2031", "02", "-1", "true", "x", "2031-05-06"]
TYPES = [XSD.date, XSD.gYear, XSD.integer, XSD.boolean]
LITERALS = st.one_of(
    WORDS.map(Literal),
    WORDS.map(lambda words: Literal(words, language="en")),
    st.builds(lambda words, kind: Literal(words, datatype=kind), st.sampled_from(WORDED), st.sampled_from(TYPES)),
)
PROPERTIES = st.sampled_from([SCHEMA.text, SKOS.altLabel, SKOS.prefLabel, PROV.wasAttributedTo])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(PROPERTIES, LITERALS), max_size=8))
def test_any_value_is_read_alike(values: list[tuple[NamedNode, Literal]]) -> None:
    """Whatever stands in a literal, the file and the graph tell the same."""
    quads = [Quad(NamedNode(f"{ID}claim/a"), predicate, value) for predicate, value in values]
    text = serialize(quads, format=RdfFormat.N_QUADS) or b""
    with TemporaryDirectory() as folder:
        assert imported(Path(folder), PLAIN + text.decode()) == []


def written(folder: Path, text: str) -> Path:
    """Write a file."""
    (folder / "some.nq").write_bytes(text.encode())
    return folder / "some.nq"
