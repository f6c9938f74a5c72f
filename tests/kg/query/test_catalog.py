"""The header of a `.rq` file says what the query answers and takes; a broken one is refused by file and line."""

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query.catalog import Parameter, ParameterType, load, own, parse

PATH = Path("q.rq")
GOOD = """#+ summary: Who said it.
#+ description: One line
#+ description: and another.
#+ param who: iri of agent, party | the speaker
#+ param first-day: date = 2031-05 | the first day
#+ example: kg query q --who x
SELECT ?s WHERE { ?s ?p ?_who . FILTER(STR(?s) > STR(?__first_day)) # ?_not_one
} ORDER BY ?s
"""


def test_reads_summary_description_parameters_and_example() -> None:
    """All of a header comes back, lines of one description joined, parameters in order."""
    query = parse(GOOD, PATH)
    assert (query.name, query.summary, query.example) == ("q", "Who said it.", "kg query q --who x")
    assert query.description == "One line and another."
    assert query.parameters == (
        Parameter(
            name="who", type=ParameterType.IRI, required=True, description="the speaker", choices=("agent", "party")
        ),
        Parameter(
            name="first-day", type=ParameterType.DATE, required=False, default="2031-05", description="the first day"
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("#+ summary: Who said it.\n", "", r"q\.rq:1: no summary"),
        ("#+ summary:", "#+ sumary:", r"q\.rq:1: '#\+ sumary: Who said it\.' is no header"),
        ("iri of agent", "agent of agent", r"q\.rq:4: .* is no parameter; .* type iri, text, .* or words"),
        ("of agent, party", "of actor", r"q\.rq:4: 'actor' is no kind of id"),
        ("date = 2031-05", "date of day", r"q\.rq:5: only 'iri of' kinds"),
        ("| the speaker", "= x | the speaker", r"q\.rq:4: \?_who is required and needs no default"),
        ("param who", "param whom", r"q\.rq:4: the query has neither \?_whom .* nor \?__whom"),
        ("#+ param who: iri of agent, party | the speaker\n", "", r"q\.rq:6: \?_who is not described"),
        ("#+ example: kg query q --who x", "#+ param who: iri", r"q\.rq:6: parameter 'who' is described twice"),
        ("date = 2031-05", "words", r"q\.rq:5: what is to be found is missing; write 'words of claim' or"),
        ("date = 2031-05", "words of claim", r"q\.rq:5: 'words of' and VALUES \?__first_day \{ UNDEF \} go together"),
        ("?s ?p ?_who", "VALUES ?_who { UNDEF } ?s ?p ?_who", r"q\.rq:4: 'words of' and VALUES \?_who"),
        ("param who:", "param:", r"q\.rq:4: .* is no header"),
    ],
)
def test_refuses_a_broken_header_by_file_and_line(old: str, new: str, message: str) -> None:
    """Each way to break a header is named with the place and the cure."""
    assert old in GOOD
    with pytest.raises(QueryError, match=message):
        parse(GOOD.replace(old, new), PATH)


def test_own_sparql_needs_no_header() -> None:
    """A file of anyone's own may have a header or none."""
    assert own("SELECT * WHERE { ?s ?p ?_o }", PATH).parameters == ()
    assert len(own(GOOD, PATH).parameters) == 2


def test_a_wrong_name_is_answered_with_the_nearest() -> None:
    """A slip of the pen is answered with what was meant."""
    with pytest.raises(QueryError, match=r"no query named 'denial'; did you mean 'denials'\? \(have: .*timeline.*\)"):
        load("denial")
