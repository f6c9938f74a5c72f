"""Queries that are stopped, servers that are stopped, and what is left of them."""

import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

from tests.kg.serve.serving import Answer, Server, descendants, fill, serving

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
SHORT = "SELECT ?s { ?s a kg:Claim }"


def in_background(server: Server, query: str, answers: list[Answer]) -> threading.Thread:
    """Ask without waiting."""
    thread = threading.Thread(target=lambda: answers.append(server.query(query)))
    thread.start()
    return thread


def workers(server: Server) -> list[int]:
    """Give the processes that the server started."""
    return descendants(server.process.pid)[1:]


def test_a_query_past_its_time_is_ended_with_its_process(server: Server) -> None:
    """After the answer 504 no process works on the query any more, and as many as before wait for the next."""
    before = workers(server)
    assert server.query(ENDLESS).status == 504
    time.sleep(0.5)
    after = workers(server)
    assert len(after) == len(before)
    assert len(set(before) - set(after)) == 1


def test_many_long_queries_hold_up_no_short_one(server: Server) -> None:
    """With twelve endless queries sent at once, short ones are answered all the time."""
    answers: list[Answer] = []
    threads = [in_background(server, ENDLESS, answers) for _ in range(12)]
    while any(thread.is_alive() for thread in threads):
        assert server.query(SHORT).status == 200
    assert {answer.status for answer in answers} <= {503, 504}
    assert any(answer.status == 504 for answer in answers)
    assert all(answer.headers["retry-after"] for answer in answers if answer.status == 503)


def test_a_query_whose_client_left_is_ended(server: Server) -> None:
    """Whoever hangs up leaves no work behind."""
    ended = server.get("/metrics").text
    with suppress(TimeoutError):
        server.send("POST", "/sparql", {"Content-Type": "application/sparql-query"}, ENDLESS, timeout=0.3)
    time.sleep(0.5)
    now = server.get("/metrics").text
    assert "kg_queries_running 0.0" in now
    assert count(now, "kg_queries_ended") == count(ended, "kg_queries_ended") + 1


def count(metrics: str, name: str) -> float:
    """Read one number of the metrics."""
    return next(float(line.split()[1]) for line in metrics.splitlines() if line.startswith(name + " "))


def test_a_server_that_is_stopped_answers_first(tmp_path: Path) -> None:
    """SIGTERM lets the query that runs come to its end, leaves no snapshot, and is no failure."""
    fill(tmp_path / "test.kg")
    answers: list[Answer] = []
    with serving(tmp_path / "test.kg", "--timeout", "2") as server:
        thread = in_background(server, ENDLESS, answers)
        time.sleep(0.5)
        server.process.send_signal(signal.SIGTERM)
        thread.join()
        assert server.process.wait(timeout=10) == 0
    assert [answer.status for answer in answers] == [504]
    assert server.told == [""]
    assert not (server.graph / "serving").exists()


def test_a_server_that_is_killed_leaves_no_process_and_the_next_one_clears_up(tmp_path: Path) -> None:
    """After SIGKILL the workers end too, also busy ones, and the next server removes the snapshots."""
    fill(tmp_path / "test.kg")
    with serving(tmp_path / "test.kg") as server:
        left = workers(server)
        threading.Thread(target=lambda: server.raw(request(ENDLESS)), daemon=True).start()
        time.sleep(0.5)
        server.process.kill()
        server.process.wait()
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{worker}").exists() for worker in left):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    with serving(tmp_path / "test.kg") as again:
        assert [path.name for path in (again.graph / "serving").iterdir()] == [str(again.process.pid)]
        assert again.query(SHORT).status == 200


def request(query: str) -> bytes:
    """Write a request by hand."""
    head = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    return f"{head}Content-Length: {len(query)}\r\n\r\n{query}".encode()
