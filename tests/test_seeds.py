"""The seed reports can be read whole, and their entities file is sound."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kg.dates import PartialDate
from kg.extract import Extractor
from kg.ingest import Hints, read_documents
from kg.iris import Minter
from kg.model import Document
from kg.rdf.entities import load_entities
from kg.rdf.stances import load_cues
from kg.resources import folder

ROOT = Path(__file__).parents[1]
FIRST_ARTICLE = ROOT.parent / "shared" / "seed" / "kurdistan24-10262.txt"
CASES_OF = ROOT / "tests" / "cases"
CASES = sorted((CASES_OF / "seeds").glob("*.jsonl"))
EVENTS = sorted(path for path in folder("seeds").iterdir() if path.is_dir())


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_every_report_says_where_it_is_from(event: Path) -> None:
    """Each has an id of its own, a publisher, a day and a title."""
    reports = list(read_documents([str(event / "articles")], Hints(), Minter()))
    assert len(reports) >= 20
    assert len({report.local_id for report in reports if isinstance(report, Document)}) == len(reports)
    for report in reports:
        assert isinstance(report, Document), str(report)
        assert report.publisher, report.location
        assert report.published, report.location
        assert report.title, report.location


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_a_name_means_one_thing(event: Path) -> None:
    """No name or spelling is shared by two agents or two places; only loose names may be."""
    names = Counter(
        (entity.type, label)
        for entity in load_entities(event / "entities.ttl")
        for label in {entity.name, *entity.labels}
    )
    assert [name for name, count in names.items() if count > 1] == []


def found_in(report: Document) -> list[dict[str, Any]]:
    """Give the attributed statements of a report in the form of the case files."""
    reading = Extractor(load_cues(folder("ontology") / "stances.ttl"), None).read(report)
    return [
        {
            "speaker": each.speaker and each.speaker.name,
            "via": [mention.name for mention in each.via],
            "stance": each.stance,
            "affirms": each.affirms,
            "said_on": each.said_on,
            "cue": " ".join(report.text[span.start : span.end] for span in each.cue),
            "content": " ".join(report.text[span.start : span.end] for span in each.content),
        }
        for each in reading.attributions
        if not each.narrated
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_statements_that_people_found_are_found(case: Path) -> None:
    """Every statement listed for a report is found, with its speaker, chain, stance and day."""
    (path,) = folder("seeds").glob(f"*/articles/{case.stem}.md")
    (report,) = read_documents([str(path)], Hints(), Minter())
    assert isinstance(report, Document)
    found = found_in(report)
    for line in case.read_text(encoding="utf-8").splitlines():
        wanted = json.loads(line)
        same = [each for each in found if wanted["content"] in each["content"]]
        assert any(each | wanted == each | {"content": wanted["content"]} for each in same), (wanted, same)


@pytest.mark.skipif(not FIRST_ARTICLE.exists(), reason="the article stands beside the project, not in it")
def test_the_article_that_the_project_began_with() -> None:
    """Its attributed statements are all found and no others, each with its speaker, chain, stance and day."""
    hints = Hints(publisher="Kurdistan24", published=PartialDate("2016-11-17"))
    (report,) = read_documents([str(FIRST_ARTICLE)], hints, Minter())
    assert isinstance(report, Document)
    wanted = (CASES_OF / "first-article" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    found = [{name: value for name, value in each.items() if name != "content"} for each in found_in(report)]
    assert found == [json.loads(line) for line in wanted]
