"""Broken and hostile texts are read as far as they can be, and what is wrong with them is named.

A line of `tests/cases/broken/texts.jsonl` is a text (repeated `times`), then either the words with which it is
`refused` before it is read, or its `problems` (each with the words that it points at, null for any), and optionally
the sources of what is said (`says`; nothing at all is found where that is empty).
"""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UnreadableError
from kg.extract import Extractor
from kg.ingest import Hints, read_documents
from kg.iris import Minter
from kg.model import Document, Iri, Reading, Spans

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "broken" / "texts.jsonl").read_text("utf-8").splitlines()
]


def words(text: str, spans: Spans) -> str:
    """Give what stands at spans, which must lie in the text, in order, and hold something."""
    ends = [0, *(end for span in spans for end in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(text[span.start : span.end].strip() for span in spans)
    return " … ".join(text[span.start : span.end] for span in spans)


def check_spans(reading: Reading) -> None:
    """Check every span of a reading."""
    text = reading.document.text
    for each in reading.attributions:
        assert words(text, each.content)
        for spans in (each.source, each.cue, *(proposition.spans for proposition in each.propositions)):
            words(text, spans)
    for problem in reading.problems:
        if problem.span:
            assert 0 <= problem.span.start < problem.span.end <= len(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: dict[str, Any], extractor: Extractor, tmp_path: Path) -> None:
    """A text is refused with the words of its case, or read with its problems and sources, and never throws."""
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": case["text"] * case.get("times", 1)}), encoding="utf-8")
    (document,) = read_documents([str(file)], Hints(), Minter())
    if "refused" in case:
        assert isinstance(document, UnreadableError)
        assert case["refused"] in str(document)
        return
    assert isinstance(document, Document)
    reading = extractor.read(document)
    check_spans(reading)
    text = document.text
    told = [[each.message, each.span and text[each.span.start : each.span.end]] for each in reading.problems]
    assert [message for message, _ in told] == [message for message, _ in case["problems"]]
    assert [place for (_, place), (_, wanted) in zip(told, case["problems"], strict=True) if wanted] == [
        wanted for _, wanted in case["problems"] if wanted
    ]
    if "says" in case:
        assert [words(text, each.source) for each in reading.attributions if not each.narrated] == case["says"]
    if case.get("says") == []:
        assert reading.attributions == ()


SHORT = [case["text"] for case in CASES if "times" not in case]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(st.sampled_from(SHORT), min_size=1, max_size=3),
    cut=st.integers(0, 60),
    joint=st.sampled_from(["", "\n\n"]),
)
def test_broken_texts_in_pieces(extractor: Extractor, pieces: list[str], cut: int, joint: str) -> None:
    """Cut anywhere and put together anyhow, broken texts do not throw, and all spans lie in them."""
    check_spans(extractor.read(Document(id=Iri("any"), text=joint.join(pieces)[cut:])))
