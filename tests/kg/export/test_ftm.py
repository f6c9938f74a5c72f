"""FollowTheMoney entities are what its own model takes, value by value."""

import json
from collections import Counter
from collections.abc import Callable

import pytest

from kg.rdf.vocab import KG, PROV
from kg.store import View

Written = Callable[[str], bytes]


def entities(written: bytes) -> list[dict]:
    """Read the lines."""
    return [json.loads(line) for line in written.splitlines()]


def test_counts_are_those_of_the_graph(exported: Written, told: View) -> None:
    """Each statement is a Documentation, each document an Article, and what is named is there."""
    found = entities(exported("ftm"))
    kinds = Counter(entity["schema"] for entity in found)
    statements = {quad.subject for quad in told.quads(None, PROV.wasQuotedFrom)}
    assert kinds["Documentation"] == len(statements) == 7
    assert kinds["Article"] == 1
    ids = [entity["id"] for entity in found]
    assert len(ids) == len(set(ids))
    ends = {end for each in found for name in ("entity", "document") for end in each["properties"].get(name, [])}
    assert ends <= set(ids)


def test_a_stance_is_the_role_of_a_source(written: Written) -> None:
    """Nothing claimed becomes an event or a property of whom it is about."""
    found = {entity["id"]: entity["properties"] for entity in entities(written("ftm"))}
    assert found["statement-c"]["role"] == ["denies"]
    assert found["statement-c"]["summary"] == ["Orla Brenn denies: Hill League holds Velm"]
    assert found["statement-hop"]["role"] == ["passes on"]
    assert found["agent-brenn"] == {"name": ["Orla Brenn"]}


def test_the_model_takes_every_value(exported: Written, written: Written, view: View) -> None:
    """The library cleans nothing away."""
    model = pytest.importorskip("followthemoney").model
    for entity in [*entities(exported("ftm")), *entities(written("ftm"))]:
        read = model.get_proxy(entity, cleaned=False).to_dict()
        want = {name: set(values) for name, values in entity["properties"].items()}
        assert {name: set(values) for name, values in read["properties"].items()} == want
        model.get(entity["schema"]).validate(read)
    assert any(view.quads(None, KG.claim))
