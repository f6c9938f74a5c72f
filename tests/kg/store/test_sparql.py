"""What is particular to a graph on a server: addresses, credentials, errors; it is the same graph as on disk."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.errors import GraphError, KgError, QueryError, UsageError
from kg.query.catalog import load
from kg.query.results import render
from kg.query.run import run
from kg.rdf.vocab import PROV
from kg.store import View, create, open_graph
from kg.store.server import Access, Server
from tests.kg.serve.serving import TOKEN, serving
from tests.kg.store.endpoints import VIRTUOSO, clear_virtuoso, free_port, oxigraph_server

CASES = Path(__file__).parents[2] / "cases" / "queries"
REPORTS = [
    ("f1", "Daily Ferry", "2031-05-06", "The Hill League lost control of Velm, spokeswoman Orla Brenn said on Monday."),
    ("p1", "North Post", "2031-05-07", "The Hill League denied on Tuesday that it had lost control of Velm."),
    ("e1", "Velm Echo", "2031-05-08", "At least 12 people were killed in Velm, doctor Tam Osric told the Velm Echo."),
]
CLAIM = "The Hill League lost control of Velm"


@pytest.fixture
def address() -> Iterator[str]:
    """Run a server of one's own default graph."""
    with oxigraph_server() as (where, _):
        yield where


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Write three reports."""
    keys = ("id", "publisher", "published", "text")
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(json.dumps(dict(zip(keys, row, strict=True))) for row in REPORTS))
    return path


def lines(view: View) -> set[str]:
    """Give the graph as N-Quads, but for the times of the runs."""
    return {line for line in view.dump("nq").decode().splitlines() if str(PROV.generatedAtTime) not in line}


def test_is_the_same_graph_as_on_disk(address: str, reports: Path, tmp_path: Path) -> None:
    """The same reports give the same quads, verdicts and answers; read again, they change nothing."""
    with kg.create(tmp_path / "g") as disk, kg.create(address) as remote:
        for graph in (disk, remote):
            graph.ingest(reports)
        assert lines(remote.store) == lines(disk.store)
        assert remote.corroborate(CLAIM).to_json() == disk.corroborate(CLAIM).to_json()
        assert list(remote.query("search", words="velm")) == list(disk.query("search", words="velm"))
        assert remote.query("quoting-network").to_networkx().edges == disk.query("quoting-network").to_networkx().edges
        assert all(outcome.known for outcome in remote.ingest(reports))
        assert lines(remote.store) == lines(disk.store)


def test_virtuoso_keeps_the_same_graph(
    virtuoso_address: str, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where all graphs together are the default graph, and updates need a digest."""
    clear_virtuoso(virtuoso_address)
    for name, value in {**VIRTUOSO, "KG_UPDATE_URL": f"{virtuoso_address}-auth"}.items():
        monkeypatch.setenv(name, value)
    with kg.create(tmp_path / "g") as disk, kg.create(virtuoso_address) as remote:
        for graph in (disk, remote):
            graph.ingest(reports)
        assert lines(remote.store) == lines(disk.store)
        assert remote.corroborate(CLAIM).to_json() == disk.corroborate(CLAIM).to_json()
        assert list(remote.query("timeline")) == list(disk.query("timeline"))
    with kg.open(virtuoso_address, read_only=True) as again:
        assert len(again.query("timeline")) == 3


def test_kg_serves_another_kg(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A graph that `kg serve` gives out is read and written as one's own."""
    with kg.create(tmp_path / "g") as disk:
        disk.ingest(reports)
        wanted, verdict = lines(disk.store), disk.corroborate(CLAIM).to_json()
    with serving(tmp_path / "g", "--write", environment={"KG_TOKEN": TOKEN}) as server:
        at = f"http://127.0.0.1:{server.port}/sparql"
        with kg.open(at, read_only=True) as remote:
            assert lines(remote.store) == wanted
            assert remote.corroborate(CLAIM).to_json() == verdict
        with kg.open(at) as remote, pytest.raises(GraphError, match="KG_TOKEN"):
            remote.store.add([ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal("b"))])
        monkeypatch.setenv("KG_TOKEN", TOKEN)
        with kg.open(at) as remote:
            remote.store.add([ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal("b"))])
            assert remote.query("ASK { <urn:a> <urn:p> 'b' }")


# On a server words are found by their letters, not by their forms.
@pytest.mark.parametrize("case", sorted({*CASES.iterdir()} - {CASES / "search"}), ids=lambda case: case.name)
def test_named_queries_are_answered_alike(case: Path, address: str) -> None:
    """The catalogue gives the same rows over HTTP."""
    with create(address) as store:
        store.add(ox.parse((case / "data.trig").read_text(), format=ox.RdfFormat.TRIG))
        values = json.loads((case / "params.json").read_text())
        found = render(run(store, load(case.name.partition("--")[0]), values), "csv")
    assert found == (case / "expected.csv").read_text()


def test_a_graph_is_made_once(address: str) -> None:
    """A server without a graph says how to make one, and one that has one makes no second; the base is kept."""
    with pytest.raises(GraphError, match=f"no graph at {address}; make one with: kg --graph {address} init"):
        open_graph(address)
    create(address, "https://example.org/id/").close()
    with pytest.raises(GraphError, match="holds a graph already"):
        create(address)
    with open_graph(address) as store:
        assert store.base == "https://example.org/id/"


def test_finds_the_base_of_what_others_loaded(reports: Path, tmp_path: Path) -> None:
    """A graph that was loaded into a server from a file needs no init."""
    with kg.create(tmp_path / "g", "https://example.org/id/") as disk, oxigraph_server() as (address, held):
        disk.ingest(reports)
        held.extend(disk.store.quads())
        with open_graph(address, read_only=True) as store:
            assert store.base == "https://example.org/id/"
            assert lines(store) == lines(disk.store)


def test_large_changes_go_in_parts(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """More quads than an update may hold go in several."""
    monkeypatch.setattr("kg.store.sparql.MOST", 3)
    node = ox.NamedNode("urn:a")
    quads = [ox.Quad(node, node, ox.Literal(number)) for number in range(10)]
    with create(address) as store:
        store.add(quads)
        store.replace(quads[:7], [*quads[5:6], ox.Quad(node, node, node)])
        assert set(store.quads()) == {*quads[7:], quads[5], ox.Quad(node, node, node)}


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # of rdflib about itself
def test_rdflib_sees_the_same_graph(address: str, reports: Path) -> None:
    """The dataset asks the server."""
    with kg.create(address) as graph:
        graph.ingest(reports)
        assert len(list(graph.dataset.query("SELECT ?c WHERE { ?c a kg:Claim }"))) == 2


def test_commands_work_on_a_server(address: str, reports: Path) -> None:
    """The same commands, with quotes from the graph where a text would be shown."""

    def kg_(*arguments: str) -> str:
        done = CliRunner().invoke(main, ["--graph", address, *arguments])
        assert done.exit_code == 0, done.output
        return done.stdout

    kg_("init")
    kg_("ingest", str(reports))
    assert "contested" in kg_("corroborate", CLAIM)
    assert CLAIM.removeprefix("The ") in kg_("claims", "league lost")
    (claim,) = [row["claim"] for row in csv.DictReader(kg_("claims", "league lost", "--format", "csv").splitlines())]
    assert "that it had lost control of Velm" in kg_("explain", claim)
    assert "Daily Ferry" in kg_("agreement", "--by", "publisher")
    assert "Hill League" in kg_("contradictions")
    assert "kg:Claim" in kg_("export", "trig")
    assert "Hill League" in kg_("export", "csv", "--place", "Velm")
    assert "contradicts" in kg_("export", "dot", "--view", "sources")
    kg_("judge", "grade", "Orla Brenn", "B2", "--by", "editor")
    assert "B2" in kg_("query", "grades")
    kg_("validate")


def test_what_lies_beside_a_graph_is_not_there(address: str, tmp_path: Path) -> None:
    """No texts, no index; places of lists are refused."""
    with create(address) as store:
        assert (store.words, store.places, store.text("0" * 64)) == (None, None, None)


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("http://ann:secret@127.0.0.1/sparql", "KG_USER and KG_PASSWORD"),
        ("ftp://127.0.0.1/sparql", "no address of a server"),
        ("http://", "no address of a server"),
    ],
)
def test_addresses_that_are_none(where: str, message: str) -> None:
    """An address with a password is refused, and the password not repeated."""
    with pytest.raises(UsageError, match=message) as refused:
        open_graph(where)
    assert "secret" not in str(refused.value)


def test_a_server_that_is_not_there() -> None:
    """The error names the address and the cure."""
    with pytest.raises(GraphError, match=r"cannot be reached .*; start the server, or check the address"):
        open_graph(f"http://127.0.0.1:{free_port()}/sparql")


def test_what_a_server_refuses(address: str) -> None:
    """A query that only the server cannot answer is an error of the query, in one line."""
    with create(address) as store:
        with pytest.raises(QueryError, match="line 1, column"):
            store.query("SELECT * WHERE {")
        with pytest.raises(KgError, match=r"cannot answer \(400: .*\); see docs/servers.md"):
            store._server.update("INSERT NOTHING")


def test_an_address_that_speaks_no_sparql(tmp_path: Path) -> None:
    """What answers with a page is no server of graphs."""
    with kg.create(tmp_path / "g"):
        pass
    with serving(tmp_path / "g") as server, pytest.raises(GraphError):
        open_graph(f"http://127.0.0.1:{server.port}/queries")


def test_access_by_the_environment() -> None:
    """Credentials come from the environment and are not shown."""
    access = Access.of({"KG_USER": "ann", "KG_PASSWORD": "secret", "KG_TOKEN": "hidden", "KG_AUTH": "Digest"})
    assert access.digest
    assert "secret" not in repr(access)
    assert "hidden" not in repr(access)
    assert Server("http://127.0.0.1/q", Access(update="http://127.0.0.1/u")).updates == "http://127.0.0.1/u"
    with pytest.raises(UsageError, match="basic or digest"):
        Access.of({"KG_AUTH": "kerberos"})
