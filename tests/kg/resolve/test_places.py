"""Places by the words alone, and which lies in which."""

from typing import Any

import pytest

from kg.model import Phrase
from kg.resolve.containment import containments
from kg.resolve.places import place_in, whole_of
from tests.kg.resolve.conftest import cases


@pytest.mark.parametrize("case", cases("places"), ids=[case["why"] for case in cases("places")])
def test_a_phrase_names_a_place(case: dict[str, Any]) -> None:
    """The place of each case is the one written beside it."""
    phrase = Phrase(
        text=case["text"], head=case["text"].split()[-1], named=case.get("named", True), place=case.get("place")
    )
    assert place_in(phrase, case["preposition"]) == case["found"]


@pytest.mark.parametrize("case", cases("sides"), ids=[case["name"] for case in cases("sides")])
def test_a_side_of_a_place_names_the_place(case: dict[str, Any]) -> None:
    """What lies on one side of a place is part of it; a name that only begins like that is none."""
    assert whole_of(case["name"]) == case["whole"]


@pytest.mark.parametrize("case", cases("containment"), ids=[case["why"] for case in cases("containment")])
def test_a_text_says_what_lies_where(case: dict[str, Any]) -> None:
    """Being in and of a place is containment, distance and nearness are none."""
    found = {(each.part, each.whole) for each in containments(case["text"])}
    assert found == {tuple(each) for each in case["found"]}
