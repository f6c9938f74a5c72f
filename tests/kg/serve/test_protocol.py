"""The SPARQL 1.1 Protocol and the other addresses, request by request; each case is a line of requests.jsonl."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.kg.serve.serving import CASES, FORM, Answer, Server

REQUESTS = [json.loads(line) for line in (CASES / "requests.jsonl").read_text(encoding="utf-8").splitlines()]


def sent(server: Server, case: dict[str, Any]) -> Answer:
    """Send the request of a case."""
    path = case["path"] + ("?" + urlencode([tuple(pair) for pair in case["params"]]) if "params" in case else "")
    headers, body = dict(case.get("headers", {})), case.get("body")
    if "form" in case:
        headers["Content-Type"], body = FORM, urlencode([tuple(pair) for pair in case["form"]])
    if "latin" in case:
        body = case["latin"].encode("latin-1")
    if "padded" in case:
        body += " " * case["padded"]
    return server.send(case["method"], path, headers, body)


@pytest.mark.parametrize("case", REQUESTS, ids=lambda case: case["name"])
def test_request(server: Server, case: dict[str, Any]) -> None:
    """Each request gets the status, the type and the words that its case says."""
    answer = sent(server, case)
    assert answer.status in case.get("statuses", [case["status"]]), answer.text[:300]
    assert answer.headers.get("content-type", "").startswith(case.get("type", ""))
    for words in case.get("has", ()):
        assert words in answer.text
    for words in case.get("lacks", ()):
        assert words not in answer.text
