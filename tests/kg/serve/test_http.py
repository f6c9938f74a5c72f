"""What HTTP gives beside the protocol: HEAD, tags, packing, reading from pages of other origins."""

import gzip
import time
from http.client import HTTPConnection
from pathlib import Path

from tests.kg.serve.serving import Server

STATEMENTS = "/sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D"


def test_head_is_get_without_a_body(server: Server) -> None:
    """HEAD gives the headers of GET, with the length of what GET would bring."""
    get, head = server.get("/queries/stats"), server.send("HEAD", "/queries/stats")
    assert head.body == b""
    assert head.status == get.status
    assert head.headers["content-length"] == str(len(get.body))
    assert head.headers["etag"] == get.headers["etag"]


def test_a_known_answer_is_not_sent_again(server: Server) -> None:
    """If-None-Match with the tag of an answer brings 304; the tag depends on the format."""
    first = server.get(STATEMENTS)
    again = server.get(STATEMENTS, **{"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert server.get(STATEMENTS, "text/csv", **{"If-None-Match": first.headers["etag"]}).status == 200


def test_answers_are_packed_for_those_who_take_it(server: Server) -> None:
    """Accept-Encoding: gzip brings the same bytes packed; without it they come as they are."""
    plain = server.get(STATEMENTS)
    packed = server.get(STATEMENTS, **{"Accept-Encoding": "br;q=1, gzip;q=0.5"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert "Accept-Encoding" in packed.headers["vary"]
    assert "content-encoding" not in server.get(STATEMENTS, **{"Accept-Encoding": "gzip;q=0, *;q=1"}).headers


def test_pages_of_other_origins_may_read_and_not_write(server: Server) -> None:
    """CORS lets any origin read; a request with a token is refused already before it is sent."""
    asked = {"Origin": "https://page.example", "Access-Control-Request-Method": "POST"}
    assert server.get("/queries/stats", Origin="https://page.example").headers["access-control-allow-origin"] == "*"
    assert server.send("OPTIONS", "/sparql", asked).status == 200
    with_token = {**asked, "Access-Control-Request-Headers": "authorization"}
    assert server.send("OPTIONS", "/sparql", with_token).status == 400


def test_nothing_served_may_act(server: Server) -> None:
    """Every answer, refusals too, forbids browsers to guess types and to run scripts."""
    for path in ("/", "/id/agent/captain", "/sparql", "/queries/nonsense", STATEMENTS):
        headers = server.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("default-src 'none'")


def test_every_id_of_the_graph_has_a_page(server: Server) -> None:
    """Each thing that the graph describes is found under /id/."""
    rows = server.query("SELECT DISTINCT ?s { ?s ?p ?o }").rows
    ids = [row["s"].removeprefix("https://w3id.org/claim-graph/id/") for row in rows]
    assert len(ids) > 10
    for path in ids:
        assert server.get("/id/" + path.replace("ä", "%C3%A4"), "text/html").status == 200


def test_snapshots_are_inside_the_graph(server: Server) -> None:
    """The server works on copies beside the store, and its graph stays open to others."""
    assert [path.name for path in (server.graph / "serving").iterdir()] == [str(server.process.pid)]
    assert (Path(server.graph) / "store" / "CURRENT").exists()


def test_answers_come_at_once(server: Server) -> None:
    """On a connection that is kept, no part of an answer waits for the client to confirm an earlier one (40 ms)."""
    connection, seconds = HTTPConnection("127.0.0.1", server.port, timeout=30), []
    for _ in range(60):
        began = time.perf_counter()
        connection.request("GET", "/healthz")
        assert connection.getresponse().read() == b"ok\n"
        seconds.append(time.perf_counter() - began)
    connection.close()
    assert min(seconds[30:]) < 0.03  # of the last ones, where a busy machine lets one of them through
