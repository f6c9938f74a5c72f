"""Who agrees with whom, as a picture."""

import io
import sys
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.corroborate.agreement import Agreement, Row
from kg.errors import UsageError
from kg.model import Iri
from kg.pictures.drawing import drawing, picture_format
from kg.pictures.lettering import width
from kg.pictures.matrix import SHOWN, SINE, Plan, draw_matrix, number, put
from tests.kg.pictures import made


def matrix(count: int, times: int = 1) -> Agreement:
    """Make a matrix of so many made-up papers, each two of which share a claim or more."""
    names = [f"Paper {place}" for place in range(count)]
    rows = []
    for place, (one, two) in enumerate(combinations(names, 2)):
        shared, agree = times * (place % 5 + 1), times * (place % 3 % (place % 5 + 1))
        names_of = {"left_name": one, "right_name": two}
        counts = {"shared": shared, "agree": agree, "contradict": shared - agree}
        rows.append(Row(left=Iri(one), right=Iri(two), **names_of, **counts))
    return Agreement(by="publisher", rows=tuple(rows))


def drawn(found: Agreement) -> list[str]:
    """Give the lines that the picture writes."""
    return made.words(made.svg(lambda stream: draw_matrix(found, stream, "svg")))


def test_every_name_is_written_on_both_sides() -> None:
    """An SVG keeps its words as text, each name once at the side and once above."""
    lines = drawn(matrix(6))
    assert [lines.count(f"Paper {place}") for place in range(6)] == [2] * 6
    assert "they contradict each other" in lines


@pytest.mark.parametrize("times", [1, 37, 300])
def test_no_label_lies_over_another_at_forty_names(times: int) -> None:
    """Names and numbers have places of their own, also names that are written aslant, and numbers of many digits."""
    plan = Plan(matrix(40, times))
    with drawing(plan.width, plan.height) as sheet:
        put(sheet, plan)
        assert made.overlapping(sheet) == []
        assert made.outside(sheet) == []
    assert plan.cell * SINE > plan.labels["Paper 0"].height


def test_both_numbers_of_a_pair_are_written() -> None:
    """On how many claims two agree, and on how many not, in both of their rows."""
    row = Row(left=Iri("a"), right=Iri("b"), left_name="a", right_name="b", shared=90, agree=71, contradict=19)
    lines = drawn(Agreement(by="party", rows=(row,)))
    assert (lines.count("71"), lines.count("19")) == (2, 2)
    assert "1 pair, who agree 71 times and contradict each other 19 times" in lines


@pytest.mark.parametrize("count", [1, 12, 123, 1234, 123456])
def test_a_number_has_room_in_its_mark(count: int) -> None:
    """However large, it is written smaller where it would stick out, and still to be read."""
    line = number(count, 11)
    assert width(line.words, line.style) <= 11.1
    assert line.style.size >= 4


def test_too_many_names_are_counted_not_hidden() -> None:
    """What has no room is said in the title."""
    stream = io.BytesIO()
    assert draw_matrix(matrix(SHOWN + 3), stream, "svg") == 3
    assert b"3 more that share less are not shown" in stream.getvalue()


def test_an_empty_matrix_says_so() -> None:
    """No pair is no error."""
    assert "No two sides share a claim" in drawn(Agreement(by="party", rows=()))


def test_the_command_writes_a_file(tmp_path: Path) -> None:
    """`kg agreement --plot` draws what its name asks for, and refuses other endings before it looks at the graph."""
    graph = str(tmp_path / "made.kg")
    assert CliRunner().invoke(main, ["--graph", graph, "init"]).exit_code == 0
    target = tmp_path / "matrix.svg"
    run = CliRunner().invoke(main, ["--graph", graph, "agreement", "--by", "party", "--plot", str(target)])
    assert (run.exit_code, run.stderr) == (0, f"0 pairs drawn to {target}\n")
    assert "No two sides share a claim" in target.read_text(encoding="utf-8")
    run = CliRunner().invoke(main, ["--graph", graph, "agreement", "--plot", "matrix.bmp"])
    assert run.exit_code == 2


def test_other_formats_are_refused() -> None:
    """Only PNG and SVG are drawn."""
    with pytest.raises(UsageError, match=r"end its name in \.png or \.svg"):
        picture_format("matrix.bmp")


def test_without_matplotlib_the_cure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are an extra."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UsageError, match="pip install 'claim-graph\\[pictures\\]'"):
        draw_matrix(matrix(2), io.BytesIO(), "svg")
