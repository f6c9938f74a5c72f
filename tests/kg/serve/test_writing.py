"""Writing with the token, and what others see of it."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.store import open_graph
from tests.kg.serve.serving import TOKEN, Server, descendants, fill, serving

NEW = 'INSERT DATA { <https://w3id.org/claim-graph/id/thing/new> skos:prefLabel "New" }'
ASK = 'ASK { ?s skos:prefLabel "New" }'
ARTICLE = """---
publisher: Evening Post
published: 2031-04-02
url: https://post.example/dam
---
Mayor Ada Brook said on Tuesday that the garrison had left the old dam.
"""
DENIAL = "<https://w3id.org/claim-graph/id/statement/2>"


def said(server: Server, query: str) -> bool:
    """Ask a yes-or-no question."""
    return bool(json.loads(server.query(query).body)["boolean"])


def kg(*arguments: object, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line in another process."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=environment)


def test_an_update_is_seen_at_once(writable: Server) -> None:
    """Who asks after the answer to an update sees it; the graph then holds it for good."""
    assert not said(writable, ASK)
    assert writable.update(NEW).status == 204
    assert said(writable, ASK)
    form = {"Content-Type": "application/x-www-form-urlencoded", "Authorization": f"bearer {TOKEN}"}
    assert (
        writable.send(
            "POST", "/sparql", form, "update=DELETE%20WHERE%20%7B%20%3Fs%20skos%3AprefLabel%20%22New%22%20%7D"
        ).status
        == 204
    )
    assert not said(writable, ASK)
    assert "SPARQL11Update" in writable.get("/sparql").text


def test_what_follows_from_the_graph_follows_an_update(writable: Server) -> None:
    """A verdict is made anew when its evidence changes."""
    verdict = "SELECT ?v { <https://w3id.org/claim-graph/id/claim/1> kg:verdict ?v }"
    assert writable.update("DELETE WHERE { <x:x> ?p ?o }").status == 204
    assert "contested" in writable.query(verdict).text
    assert writable.update(f"DELETE WHERE {{ {DENIAL} ?p ?o }}").status == 204
    assert "uncorroborated" in writable.query(verdict).text


def test_who_has_more_to_change_says_so(writable: Server) -> None:
    """While an update leaves the graph marked stale, nothing is made anew; with the mark gone, all is."""
    mark = "<https://w3id.org/claim-graph/id/graph> kg:stale true"
    verdict = "SELECT ?v { <https://w3id.org/claim-graph/id/claim/1> kg:verdict ?v }"
    wrong = "<https://w3id.org/claim-graph/id/claim/1> kg:verdict kg:unknown"
    assert writable.update(f"INSERT DATA {{ {mark} . {wrong} }}").status == 204
    assert "ns#unknown" in writable.query(verdict).text
    assert writable.update(f"DELETE DATA {{ {mark} }}").status == 204
    assert "ns#unknown" not in writable.query(verdict).text
    assert not said(writable, "ASK { ?s kg:stale ?mark }")


@pytest.mark.parametrize("token", ["", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "é" * 20])
def test_without_the_token_nothing_is_written(writable: Server, token: str) -> None:
    """A wrong token is refused, for updates as for documents, and not told."""
    headers = {"Authorization": f"Bearer {token}".encode().decode("latin-1"), "Content-Type": "text/markdown"}
    for answer in (
        writable.send("POST", "/ingest", headers, ARTICLE),
        writable.send("POST", f"/ingest?token={TOKEN}", {"Content-Type": "text/markdown"}, ARTICLE),
    ):
        assert answer.status == 401
        assert TOKEN not in answer.text
    assert not said(writable, "ASK { ?d schema:url <https://post.example/dam> }")


@pytest.mark.parametrize(
    ("update", "status"),
    [
        ("LOAD <http://127.0.0.1:9/>", 403),
        ("LOAD SILENT <file:///etc/passwd> INTO GRAPH <x:y>", 403),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403),
        ("INSERT DATA { broken", 400),
        (NEW + " ; INSERT DATA { broken", 400),
    ],
)
def test_a_refused_update_changes_nothing(writable: Server, update: str, status: int) -> None:
    """Also with the token nothing is fetched, and an update is done whole or not at all."""
    before = writable.query("SELECT * { ?s ?p ?o }").body
    assert writable.update(update).status == status
    assert sorted(writable.query("SELECT * { ?s ?p ?o }").body) == sorted(before)


@pytest.mark.parametrize(
    ("update", "status"),
    [
        ("INSERT { <x:new> <x:from> ?s } # WHERE\nWHERE { ?s <x:p> 'WHERE {' }", 204),
        ("INSERT DATA { <x:a> <x:p> 'b' } ; DELETE { ?s <x:p> ?o } where { ?s <x:p> ?o }", 204),
        ("DELETE WHERE { ?s <x:p> ?o }", 400),
        ("WITH <x:other> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", 400),
        ("INSERT { ?s <x:p> 1 } USING <x:other> WHERE { ?s ?p ?o }", 400),
    ],
)
def test_the_protocol_names_the_graphs_of_an_update(writable: Server, update: str, status: int) -> None:
    """`using-graph-uri` stands for USING in each operation that has a pattern; both at once are refused."""
    assert writable.update("INSERT DATA { GRAPH <x:g> { <x:a> <x:p> 'WHERE {' } }").status == 204
    headers = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {TOKEN}"}
    answer = writable.send("POST", "/sparql?using-graph-uri=x%3Ag", headers, update)
    assert answer.status == status, answer.text
    assert said(writable, "ASK { <x:new> <x:from> <x:a> }") == update.startswith("INSERT { <x:new>")
    assert (
        writable.update("DROP GRAPH <x:g> ; DELETE WHERE { ?s <x:from> ?o } ; DELETE WHERE { ?s <x:p> ?o }").status
        == 204
    )


def test_a_document_is_read_and_stored(writable: Server) -> None:
    """POST /ingest answers with what was stored, and the second time that it is known."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "text/markdown"}
    first = writable.send("POST", "/ingest", headers, ARTICLE, timeout=60)
    assert first.status == 200, first.text
    stored = json.loads(first.body)
    assert len(stored["stored"]) == 1
    assert stored["statements"] >= 1
    assert said(writable, "ASK { ?d schema:url <https://post.example/dam> ; a schema:NewsArticle }")
    assert "dam" in writable.get("/queries/claims?words=dam").text
    assert writable.get("/queries/agreement").status == 200
    again = json.loads(writable.send("POST", "/ingest", headers, ARTICLE, timeout=60).body)
    assert (again["stored"], again["known"]) == ([], stored["stored"])
    headers["Content-Type"] = "application/jsonl"
    broken = writable.send("POST", "/ingest", headers, "not json\n", timeout=60)
    assert broken.status == 422
    assert "body.jsonl:1" in json.loads(broken.body)["refused"][0]


def test_a_document_may_not_say_more_than_it_can(writable: Server) -> None:
    """Wrong parameters, days and types are refused before anything is read."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "text/plain"}
    assert writable.send("POST", "/ingest?path=/etc/passwd", headers, "x").status == 400
    assert writable.send("POST", "/ingest?published=soon", headers, "x").status == 400
    assert writable.send("POST", "/ingest", {**headers, "Content-Type": "application/pdf"}, "x").status == 415


def test_the_token_is_nowhere(writable: Server) -> None:
    """Neither what the server serves nor the environment of its workers tells the token."""
    assert writable.update(NEW, "wrong").status == 401
    assert TOKEN not in writable.get("/metrics").text + writable.get("/").text
    children = [child for child in descendants(writable.process.pid) if child != writable.process.pid]
    assert len(children) >= 4
    for child in children:
        assert TOKEN.encode() not in Path(f"/proc/{child}/environ").read_bytes()


def test_a_token_from_a_file(tmp_path: Path) -> None:
    """`--token-file` names a file with the token; the server tells it nowhere, whatever it is sent."""
    fill(tmp_path / "test.kg")
    (tmp_path / "token").write_text(TOKEN + "\n", encoding="utf-8")
    with serving(tmp_path / "test.kg", "--write", "--token-file", str(tmp_path / "token")) as server:
        assert server.update(NEW).status == 204
        assert server.update(NEW, "wrong").status == 401
        assert server.raw(f"BROKEN {TOKEN}\r\nAuthorization: Bearer {TOKEN}\r\n\r\n".encode())
    assert TOKEN not in "".join(server.told)


def test_writing_needs_a_token(tmp_path: Path) -> None:
    """`--write` without a token, or with a short one, does not start."""
    fill(tmp_path / "test.kg")
    for environment in ({}, {"KG_TOKEN": "short"}):
        done = kg("--graph", tmp_path / "test.kg", "serve", "--write", environment=environment)
        assert done.returncode == 2
        assert "token" in done.stderr


def test_one_server_at_a_time_writes(writable: Server) -> None:
    """A second one that would write says why it cannot."""
    done = kg("--graph", writable.graph, "serve", "--write", "--port", "0", environment={"KG_TOKEN": TOKEN})
    assert done.returncode == 1
    assert "being written by another process" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_others_write_is_seen(tmp_path: Path) -> None:
    """A server that only reads shows what another process wrote, within seconds."""
    fill(tmp_path / "test.kg")
    with serving(tmp_path / "test.kg") as server:
        with open_graph(tmp_path / "test.kg") as store:
            store.inner.update(NEW, prefixes={"skos": "http://www.w3.org/2004/02/skos/core#"})
        deadline = time.monotonic() + 15
        while not said(server, ASK):
            assert time.monotonic() < deadline
            time.sleep(0.2)
