"""Who agrees with whom, as a picture."""

import sys
from itertools import combinations
from pathlib import Path

import pytest

from kg.corroborate.agreement import Agreement, Row
from kg.errors import UsageError
from kg.model import Iri
from kg.pictures.matrix import SHOWN, draw_matrix


def matrix(count: int) -> Agreement:
    """Make a matrix of so many made-up papers, each two of which share a claim or more."""
    names = [f"Paper {number}" for number in range(count)]
    rows = (
        Row(left=Iri(one), right=Iri(two), left_name=one, right_name=two, shared=n % 5 + 1, agree=n % 3 % (n % 5 + 1),
            contradict=n % 5 + 1 - n % 3 % (n % 5 + 1))
        for n, (one, two) in enumerate(combinations(names, 2))
    )  # fmt: skip
    return Agreement(by="publisher", rows=tuple(rows))


def test_every_name_is_written_on_both_sides(tmp_path: Path) -> None:
    """An SVG keeps its words as text, each name once at the side and once below."""
    target = tmp_path / "matrix.svg"
    assert draw_matrix(matrix(6), str(target)) == 0
    drawn = target.read_text(encoding="utf-8")
    assert [drawn.count(f">Paper {number}<") for number in range(6)] == [2] * 6
    assert "they contradict" in drawn


def test_the_same_matrix_is_the_same_picture(tmp_path: Path) -> None:
    """Drawn twice, not one byte differs."""
    one, other = tmp_path / "one.svg", tmp_path / "other.svg"
    for target in (one, other):
        draw_matrix(matrix(5), str(target))
    assert one.read_bytes() == other.read_bytes()


def test_too_many_names_are_counted_not_hidden(tmp_path: Path) -> None:
    """What has no room is said in the title."""
    target = tmp_path / "matrix.svg"
    assert draw_matrix(matrix(SHOWN + 3), str(target)) == 3
    assert "3 more that share less are not shown" in target.read_text(encoding="utf-8")


def test_an_empty_matrix_says_so(tmp_path: Path) -> None:
    """No pair is no error."""
    target = tmp_path / "matrix.png"
    draw_matrix(Agreement(by="party", rows=()), str(target))
    assert target.read_bytes().startswith(b"\x89PNG")


def test_other_formats_are_refused(tmp_path: Path) -> None:
    """Only PNG and SVG are drawn."""
    with pytest.raises(UsageError, match=r"end its name in \.png or \.svg"):
        draw_matrix(matrix(2), str(tmp_path / "matrix.bmp"))


def test_without_matplotlib_the_cure_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are an extra."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UsageError, match="pip install 'claim-graph\\[pictures\\]'"):
        draw_matrix(matrix(2), str(tmp_path / "matrix.svg"))
