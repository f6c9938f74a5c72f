"""Requests that would harm: the server stays, others are served, nothing is written, nothing is fetched."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.kg.serve.cases import Case, read, sent, written_out
from tests.kg.serve.serving import Answer, Server, fill, serving
from tests.kg.serve.siege import Bystander, Decoy, content, decoy, mutants

LIMITS = ("--timeout", "1", "--max-rows", "1000", "--max-mb", "1", "--max-body-mb", "1", "--max-queries", "4")
SPOILED = 120
REFUSED = range(400, 512)


@dataclass(frozen=True)
class Siege:
    """Who takes part."""

    server: Server
    decoy: Decoy
    bystander: Bystander
    before: list[str]


@pytest.fixture(scope="module")
def siege(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Siege]:
    """Serve a graph to attackers and a bystander."""
    graph = tmp_path_factory.mktemp("besieged") / "test.kg"
    fill(graph)
    before = content(graph)
    with decoy() as listening, serving(graph, *LIMITS) as server, Bystander(server).asking() as bystander:
        yield Siege(server, listening, bystander, before)


def check(answer: Answer) -> None:
    """No answer tells of a fault of the server's own or of a file of the machine."""
    assert answer.status != 500, answer.text[:300]
    assert b"Traceback" not in answer.body
    assert b"root:" not in answer.body
    assert b"/test.kg" not in answer.body


@pytest.mark.parametrize("case", read("hostile.jsonl"), ids=lambda case: case["name"])
def test_hostile_request(siege: Siege, case: Case) -> None:
    """Each request of hostile.jsonl is refused with one of the statuses that it may get."""
    written = written_out(case, siege.decoy.address)
    if "raw" in written:
        back = siege.server.raw(written["raw"].encode("latin-1"))
        assert b"500 Internal" not in back
        assert b"root:" not in back
        return
    answer = sent(siege.server, written)
    check(answer)
    assert answer.status in case["statuses"], answer.text[:300]


def test_spoiled_queries(siege: Siege) -> None:
    """Named queries that were spoiled at random are answered or refused."""
    for text in mutants(SPOILED):
        answer = sent(siege.server, {"query": text.replace("{decoy}", siege.decoy.address)})
        check(answer)
        assert answer.status == 200 or answer.status in REFUSED


def test_spoiled_requests(siege: Siege) -> None:
    """Requests with bytes changed at random are answered, refused or cut off."""
    chance = random.Random(2)  # noqa: S311
    whole = (
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 6\r\n\r\nASK {}"
    )
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert b"500 Internal" not in siege.server.raw(bytes(data), timeout=0.1)


def test_what_is_left(siege: Siege) -> None:
    """After all that, the server answers, the bystander was always served, nothing was written and nothing fetched."""
    assert siege.server.get("/healthz").status == 200
    assert siege.server.process.poll() is None
    assert siege.bystander.failures == []
    assert max(siege.bystander.seconds) < 10
    assert content(siege.server.graph) == siege.before
    assert siege.decoy.visits == []
