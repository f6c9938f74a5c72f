"""Whom a text means by "the militants"."""

from typing import Any

import pytest

from kg.resolve.groups import ArmedBody
from tests.kg.resolve.conftest import cases


@pytest.mark.parametrize("case", cases("groups"), ids=[case["why"] for case in cases("groups")])
def test_armed_people_are_those_of_the_only_armed_body(case: dict[str, Any]) -> None:
    """A description finds the one body of its text that is called so, or none."""
    assert ArmedBody(case["text"]).meant(case["words"]) == case["name"]
