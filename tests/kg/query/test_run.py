"""Asking gives rows, triples or yes and no, and a wrong query one short line."""

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query.catalog import own
from kg.query.run import Rows, Triples, run


def ask(graph, sparql: str) -> object:
    """Ask a small graph."""
    return run(graph('<urn:b> <urn:p> "2" . <urn:a> <urn:p> "1" .'), own(sparql, Path("mine.rq")))


def test_select_gives_rows_with_none_for_what_is_not_there(graph) -> None:
    """Columns are in the order of the query."""
    answer = ask(graph, "SELECT ?o ?x WHERE { ?s ?p ?o } ORDER BY ?o")
    assert isinstance(answer, Rows)
    assert answer.columns == ("o", "x")
    assert [(row[0].value, row[1]) for row in answer.rows] == [("1", None), ("2", None)]


def test_construct_gives_triples_in_a_fixed_order(graph) -> None:
    """The order does not follow the store."""
    answer = ask(graph, "CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(answer, Triples)
    assert [triple.subject.value for triple in answer.triples] == ["urn:a", "urn:b"]


def test_ask_gives_a_truth_value(graph) -> None:
    """Yes is True and no is False."""
    assert ask(graph, "ASK { <urn:a> ?p ?o }") is True
    assert ask(graph, "ASK { <urn:c> ?p ?o }") is False


def test_prefixes_need_not_be_written(graph) -> None:
    """Own SPARQL may use the prefixes of the vocabulary and of ids."""
    assert ask(graph, "ASK { agent:x kg:claim ?claim }") is False


def test_wrong_sparql_is_refused_in_one_short_line(graph) -> None:
    """The error names the query and the place, not every letter that could have been there."""
    with pytest.raises(QueryError, match=r"query 'mine': .*line 1, column 11; write a SELECT.*$"):
        ask(graph, "SELECT * {")
