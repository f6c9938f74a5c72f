"""Circles are placed so that none lies over another, what is linked is near, and the same comes out each time."""

import os
import subprocess
import sys
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export._arrangement import Spots, arrange
from kg.export._forces import GAP

Link = tuple[str, str]


def check_apart(spots: Spots, radii: dict[str, float], slack: float) -> None:
    """See that no two circles come nearer than the gap, but for a little."""
    for one, other in combinations(radii, 2):
        far = hypot(spots[one][0] - spots[other][0], spots[one][1] - spots[other][1])
        assert far >= radii[one] + radii[other] + GAP - slack, (one, other)


@st.composite
def drawings(draw: st.DrawFn) -> tuple[dict[str, float], list[Link]]:
    """Make up to forty circles with any links, also to themselves and twice."""
    radii = draw(st.lists(st.integers(5, 45), min_size=1, max_size=40))
    names = [f"n{number}" for number in range(len(radii))]
    ends = st.sampled_from(names)
    links = draw(st.lists(st.tuples(ends, ends), max_size=80))
    return dict(zip(names, map(float, radii), strict=True)), links


@settings(max_examples=60, deadline=None)
@given(drawings())
def test_no_circle_lies_over_another(drawing: tuple[dict[str, float], list[Link]]) -> None:
    """Whatever is linked with what; the corner of the whole is at 0, 0."""
    radii, links = drawing
    spots = arrange(radii, links)
    assert list(spots) == list(radii)
    check_apart(spots, radii, slack=GAP)
    assert min(x - radii[name] for name, (x, _) in spots.items()) == pytest.approx(0, abs=1)
    assert min(y - radii[name] for name, (_, y) in spots.items()) == pytest.approx(0, abs=1)


def test_what_is_linked_is_near() -> None:
    """Two crowds that share one link lie apart."""
    names = [f"{crowd}{number}" for crowd in "ab" for number in range(20)]
    links = [(f"{crowd}{number}", f"{crowd}{(number * step + 1) % 20}") for crowd in "ab" for number in range(20)
             for step in (1, 3, 7)]  # fmt: skip
    spots = arrange(dict.fromkeys(names, 10.0), [*links, ("a0", "b0")])

    def mean(pairs: list[Link]) -> float:
        return sum(hypot(spots[a][0] - spots[b][0], spots[a][1] - spots[b][1]) for a, b in pairs) / len(pairs)

    assert mean(links) * 2 < mean([(a, b) for a in names[:20] for b in names[20:]])


def test_those_that_matter_come_next_to_the_largest_island() -> None:
    """A pair of `first` is nearer to the middle than fifty others."""
    ring = [(f"r{number}", f"r{(number + 1) % 30}") for number in range(30)]
    pairs = [(f"p{number}", f"q{number}") for number in range(50)]
    radii = dict.fromkeys(sorted({name for link in [*ring, *pairs] for name in link}), 10.0)
    spots = arrange(radii, [*ring, *pairs], frozenset({"q49"}))
    middle = [sum(spots[name][axis] for name, _ in ring) / 30 for axis in (0, 1)]
    far = {name: hypot(spots[name][0] - middle[0], spots[name][1] - middle[1]) for name, _ in pairs}
    assert sorted(far, key=far.__getitem__).index("p49") < 5


def test_nothing_is_arranged_too() -> None:
    """An empty graph has an empty picture."""
    assert arrange({}, []) == {}


def test_another_run_of_python_gives_the_same_places() -> None:
    """No order of a set, which is another in each run, decides where a circle goes."""
    program = (
        "from kg.export._arrangement import arrange; names = [f'x{i}' for i in range(90)];"
        "print(arrange(dict.fromkeys(names, 9.0), [(a, names[i * i % 70]) for i, a in enumerate(names)]))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
