"""Reads the requests of tests/cases/serve and sends them."""

import json
import re
from typing import Any
from urllib.parse import urlencode

from tests.kg.serve.serving import CASES, FORM, Answer, Server

_REPEATED = re.compile(r"⟦(.*?)⟧\*(\d+)", re.DOTALL)
Case = dict[str, Any]


def read(name: str) -> list[Case]:
    """Read a file of cases."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def written_out(value: Any, decoy: str = "") -> Any:
    """Write out what a case says in short: `⟦text⟧*3` is the text three times, with its number for `{i}`."""
    if isinstance(value, dict):
        return {name: written_out(each, decoy) for name, each in value.items()}
    if isinstance(value, list):
        return [written_out(each, decoy) for each in value]
    return _REPEATED.sub(_repeated, value.replace("{decoy}", decoy)) if isinstance(value, str) else value


def _repeated(match: re.Match[str]) -> str:
    text, times = match[1], int(match[2])
    return "".join(text.replace("{i}", str(number)).replace("{j}", str(number + 1)) for number in range(times))


def sent(server: Server, case: Case) -> Answer:
    """Send the request of a case."""
    path = case.get("path", "/sparql")
    if "params" in case:
        path += "?" + urlencode([tuple(pair) for pair in case["params"]])
    headers, body = dict(case.get("headers", {})), case.get("body")
    pairs = case.get("form") or ([["query", case["query"]]] if "query" in case else None)
    if pairs:
        headers["Content-Type"], body = FORM, urlencode([tuple(pair) for pair in pairs])
    if "latin" in case:
        body = case["latin"].encode("latin-1")
    if "padded" in case:
        body += " " * case["padded"]
    return server.send(case.get("method", "GET" if body is None else "POST"), path, headers, body)
