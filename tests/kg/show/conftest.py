"""An article as nasty as articles get: nested statements, contents in pieces, markup and a script for an address."""

from typing import Any

import pytest

from kg.show import Article
from kg.show.runs import Kind, Mark

TEXT = """\
# Ferry <b>stopped</b> & "sold"

HASK (Kestrel) - The agency said the harbour master, Ira Stell, said the ferry </mark><script>alert(1)</script> had \
sunk. “The pier,” she went on, “is\r\n<img src=https://tracker.example/x.png> safe.”
\x1b[31mRed\x1b[0m and \u202ebackwards\u202c, said a "sailor.
"""


def spans(*words: str) -> list[list[int]]:
    """Find words in the text, each after the one before."""
    found: list[list[int]] = []
    for each in words:
        start = TEXT.index(each, found[-1][1] if found else 0)
        found.append([start, start + len(each)])
    return found


def statement(speaker: str | None, source: str, cue: str, *content: str, **facts: Any) -> dict[str, Any]:
    """Make a statement as `kg extract` writes it."""
    return {
        "speaker": speaker, "role": None, "organization": None, "party": None, "via": [],
        "carrier": "Daily <i>Ferry</i>",
        "source": spans(source) if source else [], "cue": spans(cue), "content": spans(*content), "stance": "asserts",
        "affirms": True, "certainty": "certain", "realized": True, "distanced": False,
        "said_on": "2031-05-04", "said_on_basis": "publication day",
        "quotation": "indirect", "claims": [], "confidence": 0.95, **facts,
    }  # fmt: skip


CLAIM = {
    "text": "the ferry had sunk", "subject": "ferry", "predicate": "sink", "object": "someone", "place": "Hask",
    "time": "2031-05-03", "quantity": {"low": 3.0, "high": None, "operator": "more than", "unit": "boats",
    "code": None, "text": "more than three"},
    "affirms": False,
}  # fmt: skip
STATEMENTS = (
    statement(
        "Kestrel", "The agency", "said",
        "the harbour master, Ira Stell, said the ferry </mark><script>alert(1)</script> had sunk",
    ),
    statement(
        "Ira Stell", "the harbour master, Ira Stell", "said the", "the ferry </mark><script>alert(1)</script> had sunk",
        role="harbour master", organization="Port of Hask", party="River Guard", via=["Kestrel"], claims=[CLAIM],
    ),
    statement(
        "Ira Stell", "she", "went on", "The pier", "is\r\n<img src=https://tracker.example/x.png> safe", affirms=False,
        realized=False, distanced=True, said_on=None, said_on_basis="unknown", quotation="direct",
    ),
)  # fmt: skip


def marks() -> list[Mark]:
    """Give the marks of the statements and of the one problem."""
    found = [
        Mark(start, end, kind, number, part)
        for number, each in enumerate(STATEMENTS, 1)
        for kind in (Kind.CONTENT, Kind.SOURCE, Kind.CUE)
        for part, (start, end) in enumerate(each[kind], 1)
    ]
    at = TEXT.index('"sailor')
    return [*found, Mark(at, at + 1, Kind.PROBLEM, 1)]


@pytest.fixture
def article() -> Article:
    """Give the article."""
    at = TEXT.index('"sailor')
    return Article(
        text=TEXT,
        name="f01",
        title='Ferry <b>stopped</b> & "sold"',
        facts=("Daily <i>Ferry</i>", "2031-05-04"),
        url="javascript:alert(2)",
        statements=STATEMENTS,
        narrated=(statement("Daily Ferry", "", "said", 'Ferry <b>stopped</b> & "sold"', claims=[CLAIM]),),
        problems=(
            {"message": "a quotation mark has no partner", "span": [at, at + 1]},
            {"message": "half <b>", "span": None},
        ),
        marks=tuple(marks()),
    )
