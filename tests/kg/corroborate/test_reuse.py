"""What was written over from another text is told from what was written of the same event."""

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from kg.corroborate.reuse import Texts

CASES = sorted((Path(__file__).parents[2] / "cases" / "corroborate" / "reuse").glob("*.toml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_copies_written_over_are_found_and_no_others(path: Path) -> None:
    """A shortened, turned or reworded copy is one; another report of the same event is none."""
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    passages = {name: text.split(". ") for name, text in case["texts"].items()}
    found = {frozenset((one, other)) for one, other, _ in Texts(passages).rewritten(passages)}
    assert found == {frozenset(pair) for pair in case["copies"]}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_order_of_texts_changes_nothing(path: Path) -> None:
    """The measure of two texts is the same whichever comes first."""
    texts = tomllib.loads(path.read_text(encoding="utf-8"))["texts"]
    forward = Texts({name: [text] for name, text in texts.items()})
    backward = Texts({name: [text] for name, text in reversed(texts.items())})
    for one, other in combinations(texts, 2):
        assert forward.shared(one, other) == pytest.approx(backward.shared(other, one))
