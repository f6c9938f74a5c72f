import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corroborate.truth.base import ALGORITHMS
from kg.corroborate.votes import Voice, Votes, votes

CASES = sorted((Path(__file__).parents[2] / "cases" / "truth").glob("*.toml"))
NAMES = ALGORITHMS.names()


def table_of(case: dict[str, Any]) -> Votes:
    """Arrange the voices of a case."""
    said = [Voice(who, item, value) for who, told in case["voices"].items() for item, value in told.items()]
    parts = case.get("within", {})
    closed = {"": case["answers"]} if "answers" in case else None
    return votes(said, closed, (lambda part, whole: whole in parts.get(part, ())) if parts else None)


def believed(table: Votes, algorithm: str) -> dict[str, str]:
    """Give what an algorithm believes."""
    return table.best(ALGORITHMS.get(algorithm)(table).candidates)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_cases(path: Path) -> None:
    """The algorithms that a case names believe what is right, those it says do not, do not."""
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    table = table_of(case)
    for name in (*case["believed-by"], *case.get("not-by", ())):
        found = believed(table, name)
        right = all(found[item] == value for item, value in case["right"].items())
        assert right == (name in case["believed-by"]), f"{name} believes {found}"


names = st.sampled_from(["gull", "heron", "plover", "crow", "robin", "tern"])
kinds = st.sampled_from(["place", "figure", "claim"])
VALUES = {"place": ["Upton", "Marrow", "Sedge"], "figure": ["100", "117", "90000"], "claim": ["true", "false"]}


@st.composite
def voices(draw: st.DrawFn) -> Voice:
    """Draw one voice on one of a few questions."""
    kind = draw(kinds)
    return Voice(draw(names), f"{kind}-{draw(st.integers(1, 4))}", draw(st.sampled_from(VALUES[kind])), kind)


many = st.lists(voices(), min_size=1, max_size=25)
CLOSED = {"claim": VALUES["claim"]}


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None)
@given(said=many, random=st.randoms())
def test_order_and_repetition_change_nothing(name: str, said: list[Voice], random: Any) -> None:
    """Whoever is heard first, and however often, the beliefs are the same."""
    run = ALGORITHMS.get(name)
    once, again = run(votes(said, CLOSED)), run(votes(random.sample(said * 2, 2 * len(said)), CLOSED))
    assert np.array_equal(once.candidates, again.candidates)
    assert np.array_equal(once.sources, again.sources)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None)
@given(said=many)
def test_beliefs_are_shares_of_one(name: str, said: list[Voice]) -> None:
    """The answers to one question share one belief, and no source is relied on more than wholly."""
    table = votes(said, CLOSED)
    found = ALGORITHMS.get(name)(table)
    assert np.allclose(np.bincount(table.item, found.candidates), 1)
    assert ((found.sources >= 0) & (found.sources <= 1 + 1e-9)).all()


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None)
@given(said=many)
def test_what_all_agree_on_is_believed(name: str, said: list[Voice]) -> None:
    """Where nobody differs, every answer stands."""
    agreed = [each._replace(value=VALUES[each.kind][0]) for each in said]
    assert set(believed(votes(agreed, CLOSED), name).values()) <= {VALUES[kind][0] for kind in VALUES}


@settings(max_examples=60, deadline=None)
@given(wrong=st.sets(st.integers(3, 11), min_size=3, max_size=8), copies=st.integers(0, 6))
def test_a_source_that_copies_another_adds_nothing(wrong: set[int], copies: int) -> None:
    """Whatever a source gets wrong, its copies do not make it believed against three who look for themselves."""
    truth = {f"q{number}": f"right {number}" for number in range(12)}
    looking = {who: truth | {f"q{number}": f"slip of {who}"} for number, who in enumerate(("gull", "heron", "plover"))}
    mistaken = truth | {f"q{number}": f"wrong {number}" for number in wrong}
    papers = looking | {f"crow {copy}": mistaken for copy in range(copies + 1)}
    said = [Voice(who, item, value) for who, told in papers.items() for item, value in told.items()]
    assert believed(votes(said), "copying") == truth


def test_no_voices_give_no_answers() -> None:
    """Nothing said, nothing believed."""
    for name in NAMES:
        assert believed(votes([]), name) == {}
