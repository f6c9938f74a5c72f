"""Answers are written for people as a table that fits, and for programs as CSV, JSON and Turtle."""

import csv
import io
import json

import pyoxigraph as ox
import pytest

from kg.errors import UnknownFormatError
from kg.query.results import render
from kg.query.run import Rows, Triples

XSD = "http://www.w3.org/2001/XMLSchema#"
CLAIM = ox.NamedNode("https://w3id.org/claim-graph/id/claim/7f3a")
ROWS = Rows(
    ("claim", "text", "yes", "n"),
    (
        (CLAIM, ox.Literal('He said: "no,\nnever"'), ox.Literal(True), ox.Literal(3)),
        (None, ox.Literal("جسر", language="ar"), None, ox.BlankNode("b")),
    ),
)
TRIPLE = ox.Triple(CLAIM, ox.NamedNode("https://w3id.org/claim-graph/ns#place"), ox.Literal("x"))


def test_a_table_shortens_ids_and_puts_each_row_on_a_line() -> None:
    """Line breaks become blanks, truth values yes and no."""
    assert render(ROWS, "table").splitlines() == [
        "claim       text                  yes  n",
        "──────────  ────────────────────  ───  ───",
        'claim:7f3a  He said: "no, never"  yes  3',
        "            جسر                        _:b",
        "(2 rows)",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_table_fits_the_terminal_and_loses_no_word(width: int) -> None:
    """Long cells go on below; no line is wider than the terminal."""
    words = " ".join(f"word{number}" for number in range(60))
    lines = render(Rows(("a", "b", "c"), ((ox.Literal(words), ox.Literal("short"), CLAIM),)), "table", width=width)
    assert max(len(line) for line in lines.splitlines()) <= width
    assert set(words.split()) <= set(lines.split())


def test_a_row_of_too_many_columns_is_written_as_a_block() -> None:
    """Ids are not cut into slivers; what is not there is left out."""
    rows = Rows(("claim", "other", "speaker", "gap"), ((CLAIM, CLAIM, ox.Literal("Orla Brenn of Velm"), None),))
    assert render(rows, "table", width=30).splitlines() == [
        "claim    claim:7f3a",
        "other    claim:7f3a",
        "speaker  Orla Brenn of Velm",
        "",
        "(1 row)",
    ]


def test_a_table_cannot_steer_the_terminal() -> None:
    """Control characters of a quoted text are not passed on."""
    assert "\x1b" not in render(Rows(("a",), ((ox.Literal("\x1b[31mred\x07"),),)), "table")


def test_csv_reads_back_and_keeps_whole_iris() -> None:
    """The header is the columns; what is not there is empty."""
    read = list(csv.reader(io.StringIO(render(ROWS, "csv"))))
    assert read == [
        ["claim", "text", "yes", "n"],
        [CLAIM.value, 'He said: "no,\nnever"', "true", "3"],
        ["", "جسر", "", "_:b"],
    ]


def test_json_is_sparql_results_json() -> None:
    """It is the W3C form, read back by another reader."""
    written = render(ROWS, "json")
    assert json.loads(written)["results"]["bindings"][0]["n"] == {
        "type": "literal",
        "value": "3",
        "datatype": f"{XSD}integer",
    }
    read = ox.parse_query_results(written, format=ox.QueryResultsFormat.JSON)
    assert [tuple(row)[:3] for row in read] == [row[:3] for row in ROWS.rows]


def test_turtle_writes_constructed_triples() -> None:
    """Triples read back as they were, with the usual prefixes."""
    written = render(Triples((TRIPLE,)), "ttl")
    assert "kg:place" in written
    assert [quad.triple for quad in ox.parse(written, format=ox.RdfFormat.TURTLE)] == [TRIPLE]


def test_triples_and_truth_can_be_written_in_every_other_form() -> None:
    """A CONSTRUCT is a table of three columns; an ASK is yes or no."""
    assert render(Triples((TRIPLE,)), "csv").splitlines()[0] == "subject,predicate,object"
    assert render(True, "table") == "yes\n"
    assert render(False, "csv") == "false\n"
    assert json.loads(render(True, "json")) == {"head": {}, "boolean": True}


def test_refuses_unknown_forms_and_turtle_of_rows() -> None:
    """The error says what there is."""
    with pytest.raises(UnknownFormatError, match=r"'jsn'; did you mean 'json'\?"):
        render(ROWS, "jsn")
    with pytest.raises(UnknownFormatError, match="take table, csv or json"):
        render(ROWS, "ttl")
