"""Every named query has a case: data, parameters and the rows it must give. A new query needs no new Python."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.query.catalog import load, names
from kg.query.results import render
from kg.query.run import run
from kg.resources import folder
from kg.table import refresh

CASES = Path(__file__).parents[2] / "cases" / "queries"


def query_of(case: Path) -> str:
    """Name the query of a case, which is called NAME or NAME--WHAT."""
    return case.name.partition("--")[0]


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_gives_the_expected_rows(case: Path, graph) -> None:
    """The query answers as `expected.csv` says, in that order; a further case of one is called NAME--WHAT."""
    view = graph((case / "data.trig").read_text())
    values = json.loads((case / "params.json").read_text())
    assert render(run(view, load(query_of(case)), values), "csv") == (case / "expected.csv").read_text()


@pytest.mark.parametrize(
    "case", [case for case in sorted(CASES.iterdir()) if load(query_of(case)).sql], ids=lambda case: case.name
)
def test_the_table_answers_the_same(case: Path, graph) -> None:
    """What SQL asks of the table of statements gives the rows of the SPARQL of that name."""
    view = graph((case / "data.trig").read_text())
    values = json.loads((case / "params.json").read_text())
    assert refresh(view)
    assert render(run(view, load(query_of(case)), values), "csv") == (case / "expected.csv").read_text()


@pytest.mark.parametrize("name", names())
def test_every_query_keeps_the_form(name: str) -> None:
    """It has a case, a summary, an example and an order, and stays valid SPARQL with its placeholders."""
    query = load(name)
    text = (folder("queries") / f"{name}.rq").read_text()
    assert (CASES / name / "expected.csv").is_file()
    assert query.summary.endswith(".")
    assert query.example.startswith(f"kg query {name}")
    assert "ORDER BY" in text.rpartition("}")[2]
    ox.Store().query(text)


@pytest.mark.parametrize("name", names())
def test_every_query_runs_with_all_parameters_and_with_as_few_as_can_be(name: str, graph) -> None:
    """Each parameter may stand wherever it stands, also where a variable may not be a term."""
    view = graph("")
    samples = {
        "iri": "urn:x:y",
        "text": "x",
        "date": "2031-05",
        "integer": "1",
        "decimal": "1.5",
        "boolean": "yes",
        "words": "x",
    }
    query = load(name)
    every = {p.name: p.choices[0] if p.type == "text" and p.choices else samples[p.type] for p in query.parameters}
    run(view, query, every)
    run(view, query, {p.name: every[p.name] for p in query.parameters if p.required})
