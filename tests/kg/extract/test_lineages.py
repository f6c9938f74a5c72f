"""Who says it and through whom, in whole reports: `tests/cases/extract/speakers/*.md`.

The reports are invented and about different things: a flood, an election, a strike. A line after `# statements` gives
some words of a content (`says`) and what is right of its speaker: `speaker` (or several that would do), `named`, `role`
(part of it), `organization`, `via`. A line with `open` says what is not right yet, and is not checked.
"""

from pathlib import Path
from typing import Any

import pytest

from kg.extract import Extractor
from kg.extract.names import words_of
from kg.model import Attribution, Document

from .test_extractor import load_case

CASES = sorted((Path(__file__).parents[2] / "cases" / "extract" / "speakers").glob("*.md"))
Line = dict[str, Any]


def among(name: str | None, wanted: str | list[str] | None) -> bool:
    """Whether a name is one of those wanted, articles aside."""
    some = wanted if isinstance(wanted, list) else [wanted]
    return any(_plain(name) == _plain(each) for each in some)


def _plain(name: str | None) -> list[str]:
    return [word for word in words_of(name or "") if word not in {"a", "an"}]


def is_right(found: Attribution, line: Line) -> bool:
    """Whether an attribution has all that a line wants."""
    speaker = found.speaker
    tests = {
        "speaker": lambda wanted: among(speaker.name if speaker else None, wanted),
        "named": lambda wanted: speaker is not None and speaker.named == wanted,
        "role": lambda wanted: speaker is not None and wanted.casefold() in (speaker.role or "").casefold(),
        "organization": lambda wanted: speaker is not None and among(speaker.organization, wanted),
        "via": lambda wanted: [_plain(link.name) for link in found.via] == [_plain(each) for each in wanted],
    }
    return all(test(line[key]) for key, test in tests.items() if key in line)


def content(document: Document, found: Attribution) -> str:
    """Give the words of a content."""
    return " ".join(document.text[span.start : span.end] for span in found.content)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_speakers(path: Path, extractor: Extractor) -> None:
    """Each statement of a report has its speaker, as the report names it at its fullest, and its chain."""
    document, lines = load_case(path)
    told = [each for each in extractor.read(document).attributions if not each.narrated]
    for line in lines:
        said = [each for each in told if line["says"] in content(document, each)]
        if "open" not in line:
            assert any(is_right(each, line) for each in said), (
                line,
                [(each.speaker, [link.name for link in each.via]) for each in said],
            )


def test_few_are_open() -> None:
    """Most lines are checked, and there are enough of them."""
    lines = [line for path in CASES for line in load_case(path)[1]]
    assert len(lines) > 100
    assert sum("open" in line for line in lines) < 0.25 * len(lines)
