"""Answers for Python: values of their types, as rows, as a frame and as a network."""

import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.model import Iri
from kg.query.answer import Answer
from kg.query.catalog import own
from kg.query.run import Rows, run
from kg.query.values import to_python
from kg.rdf.vocab import XSD

DATA = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX prov: <http://www.w3.org/ns/prov#>
<urn:a> skos:prefLabel "Ann" ; skos:altLabel "A" ; prov:wasInfluencedBy <urn:b>, <urn:c> ;
  prov:actedOnBehalfOf <urn:b> .
"""


def ask(graph, sparql: str) -> Answer:
    """Ask a small graph."""
    return Answer(run(graph(DATA), own(sparql, Path("mine.rq"))))


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (ox.Literal(3), 3),
        (ox.Literal("1.50", datatype=XSD.decimal), Decimal("1.50")),
        (ox.Literal(0.5), 0.5),
        (ox.Literal(True), True),
        (ox.Literal("2031-05-04", datatype=XSD.date), "2031-05-04"),
        (ox.Literal("2031", datatype=XSD.gYear), "2031"),
        (ox.Literal("2031-05-04T10:00:00Z", datatype=XSD.dateTime), datetime(2031, 5, 4, 10, tzinfo=UTC)),
        (ox.Literal("many", datatype=XSD.integer), "many"),
        (ox.Literal("bonjour", language="fr"), "bonjour"),
        (ox.NamedNode("urn:a"), Iri("urn:a")),
        (None, None),
    ],
)
def test_a_term_becomes_the_value_of_its_type(term: ox.Literal, value: object) -> None:
    """An ill-typed literal keeps its text."""
    found = to_python(term)
    assert (found, type(found)) == (value, type(value)) or (isinstance(found, str) and found == value)


def test_rows_are_named_tuples() -> None:
    """A column that is no name in Python is reached by its place."""
    answer = Answer(Rows(("day", "class"), ((None, ox.Literal(2)), (ox.Literal("x"), None))))
    assert [tuple(row) for row in answer] == [(None, 2), ("x", None)]
    assert (answer[0].day, answer[0][1], len(answer[:1]), answer.columns) == (None, 2, 1, ("day", "class"))


def test_yes_and_no(graph) -> None:
    """An ASK is true or false itself; rows are true where there are any."""
    assert ask(graph, "ASK { ?s ?p ?o }")
    no = ask(graph, "ASK { ?s ?p 1 }")
    assert not no
    assert no[0].answer is False
    assert not ask(graph, "SELECT ?s WHERE { ?s ?p 1 }")


def test_a_frame_has_the_columns_and_numbers_to_reckon_with() -> None:
    """Decimals are numbers in pandas; a frame without rows keeps its columns."""
    frame = Answer(Rows(("low",), ((ox.Literal("1.5", datatype=XSD.decimal),), (ox.Literal(2),)))).to_pandas()
    assert frame.low.sum() == 3.5
    assert list(Answer(Rows(("a", "b"), ())).to_pandas().columns) == ["a", "b"]


def test_without_pandas_the_cure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="pip install"):
        Answer(Rows((), ())).to_pandas()


def test_triples_become_a_network(graph) -> None:
    """Ids are nodes, words their attributes, and two predicates between the same two are two edges."""
    network = ask(graph, "CONSTRUCT WHERE { ?s ?p ?o }").to_networkx()
    assert sorted(network.edges(keys=True)) == [
        ("urn:a", "urn:b", "actedOnBehalfOf"),
        ("urn:a", "urn:b", "wasInfluencedBy"),
        ("urn:a", "urn:c", "wasInfluencedBy"),
    ]
    assert network.nodes["urn:a"] == {"prefLabel": "Ann", "altLabel": "A"}


def test_rows_are_no_network(graph) -> None:
    """The error says what is one."""
    with pytest.raises(UsageError, match="only a CONSTRUCT"):
        ask(graph, "SELECT * WHERE { ?s ?p ?o }").to_networkx()


def test_prints_as_a_table(graph) -> None:
    """What a notebook shows is what the command line shows."""
    assert repr(ask(graph, "SELECT ?o WHERE { ?s skos:prefLabel ?o }")).splitlines() == ["o", "───", "Ann", "(1 row)"]
