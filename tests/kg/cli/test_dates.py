"""What is known of a day only in part stays so, from the text to the graph and back."""

import json
from pathlib import Path

from kg.rdf import read
from kg.store import open_graph
from tests.kg.cli.conftest import kg
from tests.kg.cli.test_extract import extract

ARTICLE = """---
publisher: Vale Post
published: 2031-05
---
In March 2029 the mayor, Ira Stell, said that the army took the bridge in May 2028.

The army left the town in 2027.

The mayor said that the army took the mill on Friday.
"""


def test_a_partial_date_stays_partial(tmp_path: Path) -> None:
    """Months and years are never filled up to days, and a weekday without a publication day stays unknown."""
    path, graph = tmp_path / "bridge.md", tmp_path / "dates.kg"
    path.write_text(ARTICLE, encoding="utf-8")
    (line,) = map(json.loads, extract(path).stdout.splitlines())
    found = [*line["attributions"], *line["narrated"]]
    told = {
        (
            each["said_on"],
            each["said_on_basis"],
            *(each["claims"][0][name] for name in ("time", "time_text", "time_basis")),
        )
        for each in found
    }
    assert told == {
        ("2029-03", "stated", "2028-05", "in May 2028", "stated"),
        (None, "unknown", "2027", "in 2027", "stated"),
        (None, "unknown", None, "on Friday", "unknown"),
    }
    kg(graph, "init")
    kg(graph, "ingest", path)
    store = open_graph(graph, read_only=True)
    try:
        quads = store.dump("nq").decode()
        statements = {each.time_text: each for each in read.statements(store.quads())}
    finally:
        store.close()
    assert '"2029-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>' in quads
    assert '"2028-05"^^<http://id.loc.gov/datatypes/edtf/EDTF>' in quads
    assert '"2031-05"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>' in quads
    assert statements["in May 2028"].said_on == "2029-03"
    assert statements["on Friday"].said_on is None
