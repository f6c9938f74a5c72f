"""What the extractor makes of each construction in which news tells who said what: a catalogue, one file each.

A line of `tests/cases/extract/constructions/*.jsonl` is a case: `text` and, as `expect`, every attribution in it that
is not narrated. The words of `source`, `cue` and `content` are those of the text (lists where they are in pieces, ""
where there are none). What an attribution does not name is the plainest: see `PLAIN`; "?" is anything.
A case that is read wrong says why under `fails`, and must be changed when it comes to be read right.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.dates import PartialDate
from kg.extract import Extractor
from kg.model import Document, Iri
from tests.kg.extract.test_extractor import as_list, facts_of

FOLDER = Path(__file__).parents[2] / "cases" / "extract" / "constructions"
PLAIN = {
    "speaker": "?",
    "via": [],
    "stance": "asserts",
    "affirms": True,
    "certainty": "certain",
    "distanced": False,
    "quotation": "indirect",
    "narrated": False,
}
Facts = dict[str, Any]


def catalogue() -> Iterator[Any]:
    """Give each case of each construction, those that fail as expected failures."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            case = json.loads(line)
            marks = [pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else []
            yield pytest.param(case, id=f"{path.stem}-{number}", marks=marks)


def expected(case: Facts) -> list[Facts]:
    """Give the facts that a case expects, in full."""
    spans = ("source", "cue", "content")
    return [PLAIN | given | {key: as_list(given[key]) for key in spans} for given in case["expect"]]


def agree(given: Facts, found: Facts) -> bool:
    """Whether what was found is what was expected of it."""
    return all(value in ("?", found[key]) for key, value in given.items())


def found_in(case: Facts, extractor: Extractor) -> list[Facts]:
    """Give the facts of all attributions of a case that are not the publisher's own."""
    published, publisher = PartialDate("2024-03-07"), "Northern Post"
    document = Document(id=Iri("case"), text=case["text"], publisher=publisher, published=published)
    read = [facts_of(document, each) for each in extractor.read(document).attributions]
    return [each for each in read if not each["narrated"]]


@pytest.mark.parametrize("case", list(catalogue()))
def test_case(case: Facts, extractor: Extractor) -> None:
    """Every attribution of a case is found with its facts, and no other."""
    found = found_in(case, extractor)
    for given in expected(case):
        fitting = next((each for each in found if agree(given, each)), None)
        assert fitting, f"{given} is none of {found}"
        found.remove(fitting)
    assert found == []


def test_every_construction_has_six_cases() -> None:
    """No construction is told by less than six cases."""
    assert {path.stem: len(path.read_text().splitlines()) for path in FOLDER.glob("*.jsonl")}
    for path in FOLDER.glob("*.jsonl"):
        assert len(path.read_text().splitlines()) >= 6, path.stem
