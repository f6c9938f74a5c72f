"""The seed reports can be read whole, and their entities file is sound."""

from collections import Counter
from pathlib import Path

import pytest

from kg.ingest import Hints, read_documents
from kg.iris import Minter
from kg.model import Document
from kg.rdf.entities import load_entities
from kg.resources import folder

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
