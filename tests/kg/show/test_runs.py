"""Runs are the text again, and the runs of a mark are its span."""

from hypothesis import given
from hypothesis import strategies as st

from kg.show.runs import Kind, Mark, runs

LENGTH = 30
MARKS = st.lists(
    st.builds(
        lambda ends, kind, number: Mark(min(ends), max(ends), kind, number),
        st.lists(st.integers(0, LENGTH), min_size=2, max_size=2, unique=True),
        st.sampled_from(Kind),
        st.integers(1, 5),
    ),
    max_size=12,
)


@given(MARKS)
def test_runs_are_the_text(marks: list[Mark]) -> None:
    """Each begins where the one before ends, from the start to the end."""
    found = list(runs(LENGTH, marks))
    assert [run.start for run in found] == [0, *(run.end for run in found[:-1])]
    assert found[-1].end == LENGTH
    assert all(run.start < run.end for run in found)


@given(MARKS)
def test_runs_of_a_mark_are_its_span(marks: list[Mark]) -> None:
    """Each mark lies over as many letters as it is long, from its start, and opens and closes once."""
    found = list(runs(LENGTH, marks))
    for mark in marks:
        under = [run for run in found if mark in run.marks]
        assert [at for run in under for at in range(run.start, run.end)] == list(range(mark.start, mark.end))
        assert [run.start for run in found if mark in run.opening] == [mark.start]
        assert [run.end for run in found if mark in run.closing] == [mark.end]


@given(MARKS)
def test_outer_marks_come_first(marks: list[Mark]) -> None:
    """Of two nested marks the wider opens first and closes last."""
    for run in runs(LENGTH, marks):
        assert [mark.end for mark in run.opening] == sorted((mark.end for mark in run.opening), reverse=True)
        assert [mark.start for mark in run.closing] == sorted((mark.start for mark in run.closing), reverse=True)


def test_an_empty_text_has_no_runs() -> None:
    """Nothing is cut into nothing."""
    assert list(runs(0, [])) == []
