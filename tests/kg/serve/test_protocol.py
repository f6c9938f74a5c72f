"""The SPARQL 1.1 Protocol and the other addresses, request by request; each case is a line of requests.jsonl."""

import pytest

from tests.kg.serve.cases import Case, read, sent
from tests.kg.serve.serving import Server


@pytest.mark.parametrize("case", read("requests.jsonl"), ids=lambda case: case["name"])
def test_request(server: Server, case: Case) -> None:
    """Each request gets the status, the type and the words that its case says."""
    answer = sent(server, case)
    assert answer.status == case["status"], answer.text[:300]
    assert answer.headers.get("content-type", "").startswith(case.get("type", ""))
    for words in case.get("has", ()):
        assert words in answer.text
    for words in case.get("lacks", ()):
        assert words not in answer.text
