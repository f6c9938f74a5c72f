"""STIX bundles parse strictly, refer only to what is in them, and keep their ids."""

import json
from collections import Counter
from collections.abc import Callable

import pytest
import stix2

from kg.rdf.vocab import KG
from kg.store import View

Written = Callable[[str], bytes]


def objects(written: bytes) -> list[dict]:
    """Give the objects as JSON."""
    return json.loads(written)["objects"]


@pytest.mark.parametrize("graph", ["written", "exported"])
def test_the_stix2_library_takes_every_object(graph: str, request: pytest.FixtureRequest) -> None:
    """No custom types or properties are needed."""
    bundle = request.getfixturevalue(graph)("stix")
    found = stix2.parse(bundle.decode(), allow_custom=False)
    ids = {each.id for each in found.objects}
    assert len(ids) == len(found.objects)
    refs = {ref for each in found.objects for ref in (*each.get("object_refs", ()), each.created_by_ref)}
    assert refs <= ids


def test_counts_are_those_of_the_graph(exported: Written, told: View) -> None:
    """A note a claim, an opinion a statement that carries one, a report a dated document."""
    kinds = Counter(each["type"] for each in objects(exported("stix")))
    assert kinds["opinion"] == len(list(told.quads(None, KG.claim))) == 5
    assert kinds["note"] == 5
    assert kinds["report"] == 1


def test_an_opinion_is_no_firmer_than_its_source(exported: Written, written: Written) -> None:
    """Only who vouches agrees, only who denies disagrees; the source is the author, kg only made the record."""
    found = {each["explanation"]: each for each in objects(exported("stix")) if each["type"] == "opinion"}
    assert {words: each["opinion"] for words, each in found.items()} == {
        "Orla Brenn asserts: River Guard took control of Velm on Monday": "agree",
        "Orla Brenn asserts: More than 40 fighters were killed in Velm": "agree",
        "Hill League denies: Hill League lost control of Velm": "disagree",
        "Tam Oster asserts: the bridge may have been destroyed at Velm": "neutral",
        "Reporters asks: the mill had burned": "neutral",
    }
    made = objects(written("stix"))
    (program,) = (each["id"] for each in made if each.get("identity_class") == "system")
    assert {each["created_by_ref"] for each in made} == {program}


def test_a_document_without_a_day_is_no_report(written: Written) -> None:
    """No date is made up: its claims are notes about whoever stated them."""
    found = objects(written("stix"))
    assert [each["name"] for each in found if each["type"] == "report"] == ["Velm & after"]
    lost = next(each for each in found if each.get("content") == "Hill League lost Velm")
    assert {ref.partition("--")[0] for ref in lost["object_refs"]} == {"identity", "report"}
