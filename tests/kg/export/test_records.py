"""A part of a graph, and a graph on a server, are written as if they were all there is."""

import io
import tempfile
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.export import export
from kg.export._records import records
from kg.export.selection import EVERYTHING, Selection
from kg.model import Iri
from kg.rdf.vocab import KG, RDF
from kg.store import View

FORMATS = ["annotations", "claimreview", "ftm", "nanopub", "prov", "provjson", "stix", "turtle12"]
LEAGUE = Selection(party="Hill League")


class Remote:
    """A view with nothing beside it, as of a graph on a server."""

    table = None

    def __init__(self, view: View) -> None:
        self._view = view

    def __getattr__(self, name: str) -> object:
        return getattr(self._view, name)


def write(name: str, view: View, selection: Selection | None = None) -> bytes:
    """Write a view in a format."""
    stream = io.BytesIO()
    export(name, view, stream, selection)
    return stream.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_a_graph_on_a_server_is_written_alike(name: str, told: View) -> None:
    """The order of what a server answers is not seen in the file."""
    assert write(name, Remote(told)) == write(name, told)


@pytest.mark.parametrize("name", FORMATS)
def test_a_part_holds_only_what_belongs_to_it(name: str, view: View) -> None:
    """What the other side says of another claim is not in it."""
    part = write(name, view, LEAGUE).decode()
    assert part
    assert "burned the mill" not in part
    assert name == "annotations" or "Hill League lost Velm" in part
    assert len(part) < len(write(name, view).decode())


def test_a_part_is_read_node_by_node(view: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its one statement leads to its claim; the database it was copied to is gone at the end."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with records(view, LEAGUE) as part:
        (statement,) = part.statements()
        assert statement.iri.endswith("statement/b")
        assert part.claimed(statement.iris(KG.claim)[0])
        assert list(tmp_path.glob("kg-export-*"))
    assert not list(tmp_path.glob("kg-export-*"))
    with records(view, EVERYTHING) as whole:
        assert len(list(whole.statements())) == 4


def test_a_ring_of_hops_is_gone_round_once(view: View) -> None:
    """Two that quote each other do not go on for ever."""
    base = f"{view.base}statement/"
    ring = [(f"{base}hop", f"{base}ring"), (f"{base}ring", f"{base}hop")]
    view.add(quad for one, other in ring for quad in _reports(one, other))
    with records(view, EVERYTHING) as whole:
        assert [hop.iri.rpartition("/")[2] for hop in whole.hops(Iri(f"{base}a"))] == ["hop", "ring"]
    for name in FORMATS:
        assert write(name, view)


def _reports(one: str, other: str) -> list[ox.Quad]:
    named = ox.NamedNode(one)
    return [ox.Quad(named, RDF.type, KG.Statement), ox.Quad(named, KG.reports, ox.NamedNode(other))]
