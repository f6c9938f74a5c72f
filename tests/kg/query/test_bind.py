"""Values become typed terms, names are looked up, and nothing that is given can change what a query asks."""

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query.bind import bind
from kg.query.catalog import parse
from kg.query.run import Rows, run

ID = "https://w3id.org/claim-graph/id/"
PEOPLE = f"""
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX kg: <https://w3id.org/claim-graph/ns#>
PREFIX agent: <{ID}agent/> PREFIX party: <{ID}party/> PREFIX claim: <{ID}claim/> PREFIX schema: <https://schema.org/>
agent:brenn skos:prefLabel "Orla Brenn" ; skos:altLabel "Brenn" ; skos:hiddenLabel "the spokeswoman" .
agent:tom skos:prefLabel "Tom Brenn" ; skos:altLabel "Brenn" .
agent:league skos:prefLabel "Hill League" .
party:league skos:prefLabel "Hill League" .
agent:who skos:prefLabel "WHO" .
agent:the-who skos:prefLabel "Who" .
agent:f00 skos:prefLabel "Orla Bren" . # as one text names her
<urn:s> kg:mentionedAs agent:f00 ; prov:wasAttributedTo agent:brenn .
claim:lost schema:text "Hill League lost Velm" .
"""


def bound(graph, type_: str, value: str, data: str = PEOPLE) -> str:
    """Bind one required parameter and give what was written for it."""
    text = f"#+ summary: x\n#+ param v: {type_} | the value\nASK {{ ?s ?p ?_v }}"
    return bind(graph(data), parse(text, Path("q.rq")), {"v": value}).split("?p ")[1].removesuffix(" }")


@pytest.mark.parametrize(
    ("type_", "value", "term"),
    [
        ("text", 'a "b" \\ } #', r'"a \"b\" \\ } #"'),
        ("date", "2031", '"2031"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("date", "2031-05", '"2031-05"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        ("date", " 2031-05-04 ", '"2031-05-04"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("integer", "-3", '"-3"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("decimal", "0.50", '"0.50"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("boolean", "No", '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        ("iri", "agent:brenn", f"<{ID}agent/brenn>"),
        ("iri", "kg:admits", "<https://w3id.org/claim-graph/ns#admits>"),
        ("iri", "https://x.example/y", "<https://x.example/y>"),
        ("iri", "orla brenn", f"<{ID}agent/brenn>"),
        ("iri", "Orla Bren", f"<{ID}agent/brenn>"),
        ("iri", "hill league LOST velm", f"<{ID}claim/lost>"),
        ("iri of party", "Hill League", f"<{ID}party/league>"),
        ("iri", "WHO", f"<{ID}agent/who>"),
        ("text of one, two", "two", '"two"'),
    ],
)
def test_reads_a_value_as_its_type(graph, type_: str, value: str, term: str) -> None:
    """Short ids, IRIs, names and literals become terms; a mention stands for the agent it was resolved to."""
    assert bound(graph, type_, value) == term


@pytest.mark.parametrize(
    ("type_", "value", "message"),
    [
        ("date", "2031-02-30", "--v takes a year, month or day like 2016, 2016-11 or 2016-11-17, not '2031-02-30'"),
        ("integer", "2.5", "--v takes a whole number, not '2.5'"),
        ("decimal", "NaN", "--v takes a number like 0.5, not 'NaN'"),
        ("boolean", "maybe", "--v takes true or false, not 'maybe'"),
        ("text of one, two", "on", r"--v does not take 'on'; did you mean 'one'\? \(have: one, two\)"),
        ("iri", "Orla Brena", "the graph has no thing called 'Orla Brena'; did you mean 'Orla Bren' or 'Orla Brenn'"),
        ("iri of place", "Nowhere", "the graph has no place called 'Nowhere'; kg sources, kg claims and"),
        ("iri", "Brenn", r"name of several things; give an id: agent:brenn \(Orla Brenn\), agent:tom \(Tom Brenn\)"),
        ("iri", "Hill League", r"give an id: agent:league \(Hill League\), party:league \(Hill League\)"),
        ("iri", "who", r"give an id: agent:the-who \(Who\), agent:who \(WHO\)"),
        ("iri of party", "agent:brenn", "'agent:brenn' is no party"),
        ("iri", "https://x.example/<y", "is no IRI"),
        ("iri", "the spokeswoman", "the graph has no thing called"),
    ],
)
def test_refuses_what_does_not_fit(graph, type_: str, value: str, message: str) -> None:
    """The error names what is taken, what is near, or all that a name may mean."""
    with pytest.raises(QueryError, match=message):
        bound(graph, type_, value)


def test_refuses_unknown_and_missing_parameters(graph) -> None:
    """A wrong name is answered with the nearest, a missing value with what it is."""
    query = parse("#+ summary: x\n#+ param first-day: date | when\nASK { ?s ?p ?_first_day }", Path("q.rq"))
    with pytest.raises(QueryError, match=r"has no parameter 'first'; did you mean 'first-day'\?"):
        bind(graph(""), query, {"first": "2031"})
    with pytest.raises(QueryError, match=r"needs --first-day \(when\)"):
        bind(graph(""), query, {})


def test_a_value_is_never_read_as_sparql(graph) -> None:
    """What looks like the end of a string and more query stays the text that it is."""
    nasty = '" } UNION { ?s ?p ?o } #'
    view = graph('<urn:a> <urn:p> "harmless" .')
    query = parse("#+ summary: x\n#+ param v: text\nSELECT ?s WHERE { ?s ?p ?_v } ORDER BY ?s", Path("q.rq"))
    assert run(view, query, {"v": nasty}) == Rows(("s",), ())
    assert run(view, query, {"v": "harmless"}).rows


def test_words_stand_for_what_is_found(graph) -> None:
    """The things found take the place of `UNDEF`; where nothing is found nothing fits; without words anything does."""
    text = "#+ summary: x\n#+ param v: words of claim\nSELECT ?v WHERE { VALUES ?__v { UNDEF } ?__v schema:text ?t }"
    view = graph(PEOPLE.replace("claim:lost schema", "claim:lost a kg:Claim ; schema"))
    query = parse(text, Path("q.rq"))
    assert bind(view, query, {"v": "velm LOSE"}).endswith("{ VALUES ?__v {  } ?__v schema:text ?t }")
    assert bind(view, query, {"v": "velm LOST"}).endswith(
        f"{{ VALUES ?__v {{ <{ID}claim/lost> }} ?__v schema:text ?t }}"
    )
    assert bind(view, query, {}).endswith("{  ?__v schema:text ?t }")
    with pytest.raises(QueryError, match="holds no word to look for"):
        bind(view, query, {"v": " … "})


def test_only_placeholders_are_replaced(graph) -> None:
    """Strings, comments, IRIs and longer names stay; an optional one that is not given stays a variable."""
    text = """#+ summary: x
#+ param v: integer
#+ param w: integer
SELECT ?s WHERE { # ?_v
 ?s <urn:?_v> ?_v, '?_v', "\\"?_v", '''it's ?_v''', ?_value . FILTER(BOUND( ?__w ) || bound($__w)) }"""
    query = parse(text.replace("?_value", "?value"), Path("q.rq"))
    one = '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    given, kept = bind(graph(""), query, {"v": "1", "w": "2"}), bind(graph(""), query, {"v": "1"})
    assert given.count(one) == 1
    assert given.endswith("FILTER(true || true) }")
    assert kept.endswith("FILTER(BOUND( ?__w ) || bound($__w)) }")
    assert given.splitlines()[4].startswith(f" ?s <urn:?_v> {one}, '?_v', \"\\\"?_v\", '''it's ?_v''', ?value")
