"""Which statements the filters choose."""

from pathlib import Path

import pytest

from kg.dates import PartialDate
from kg.errors import NotFoundError, QueryError, UsageError
from kg.export.selection import EVERYTHING, Selection, chosen
from kg.iris import compact
from kg.model import Iri
from kg.store import View

BASE = "https://w3id.org/claim-graph/id/"
CASES = [
    ({"since": PartialDate("2031-05-05")}, "c d"),  # May 2031 may be that day; b has no day at all
    ({"until": PartialDate("2031-05-04")}, "a c"),
    ({"since": PartialDate("2031-05-05"), "until": PartialDate("2031-05-05")}, "c d"),
    ({"since": PartialDate("2032")}, ""),
    ({"party": "River Guard"}, "a c"),
    ({"party": "party:league"}, "b"),
    ({"place": "Velm"}, "a b c"),  # as its place, within it, and as what is held
    ({"place": "place:velm-east"}, "a b"),
    ({"verdict": "contested"}, "c"),
    ({"verdict": "unknown"}, "d"),
    ({"claim": Iri(BASE + "claim/held")}, "a b c"),  # with what contradicts it
    ({"claim": Iri(BASE + "claim/fire")}, "d"),  # a judgement that was taken back links nothing
    ({"query": "denials"}, "c"),
    ({"query": "quoting-network"}, "a b c d"),  # a CONSTRUCT: it names who is quoted and who quotes
    ({"query": "quoting-network", "values": {"statements": "2"}}, "a c d"),
    ({"party": "River Guard", "place": "place:velm-east"}, "a"),
]


@pytest.mark.parametrize(("asked", "wanted"), CASES)
def test_filters(view: View, asked: dict[str, object], wanted: str) -> None:
    """All that is asked must hold."""
    found = chosen(view, Selection(**asked))  # type: ignore[arg-type]
    assert found is not None
    assert {compact(name) for name in found} == {f"statement:{name}" for name in wanted.split()}


def test_everything_is_none(view: View) -> None:
    """A view alone leaves nothing out."""
    assert chosen(view, EVERYTHING) is None
    assert chosen(view, Selection(shape="sources")) is None


def test_a_query_of_ones_own(view: View, tmp_path: Path) -> None:
    """A file that ends in .rq holds any CONSTRUCT: what it names counts."""
    path = tmp_path / "mine.rq"
    path.write_text("CONSTRUCT { ?s kg:claim ?c } WHERE { ?s kg:claim ?c ; kg:narrated true }", encoding="utf-8")
    assert chosen(view, Selection(query=str(path))) == {BASE + "statement/d"}


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ({"party": "Nobody"}, QueryError, "has no party called 'Nobody'"),
        ({"place": "Nowhere"}, QueryError, "has no place or thing called 'Nowhere'"),
        ({"verdict": "contsted"}, UsageError, "did you mean 'contested'"),
        ({"claim": Iri(BASE + "claim/none")}, NotFoundError, "holds no claim:none; find claims with"),
        ({"query": "denial"}, UsageError, "did you mean 'denials'"),
        ({"query": "stats"}, QueryError, "names no statement, claim, document or source"),
        ({"query": "/not/there.rq"}, UsageError, "No such file"),
    ],
)
def test_what_there_is_not_is_refused(view: View, asked: dict[str, object], error: type[Exception], words: str) -> None:
    """In one line, with the cure."""
    with pytest.raises(error, match=words):
        chosen(view, Selection(**asked))  # type: ignore[arg-type]
