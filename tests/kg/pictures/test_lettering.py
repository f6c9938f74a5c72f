"""Words in pictures."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.pictures.lettering import Style, legible, width, wrapped

STYLE = Style(size=8)


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(words: str, most: int) -> None:
    """Whatever is written, and however long a word is."""
    lines = wrapped(words, 90, STYLE, most)
    assert len(lines) <= most
    assert all(width(line.words, STYLE) <= 90 for line in lines)


def test_what_is_cut_off_ends_in_dots() -> None:
    """A reader sees that there is more."""
    lines = [line.words for line in wrapped("one two three four five six seven eight nine ten", 60, STYLE, 2)]
    assert len(lines) == 2
    assert lines[-1].endswith(" …")


def test_short_words_stay_whole() -> None:
    """What has room is not changed."""
    assert [line.words for line in wrapped("Salt Gate", 90, STYLE, 2)] == ["Salt Gate"]
    assert wrapped("", 90, STYLE, 2) == []


def test_what_no_picture_can_hold_is_left_out() -> None:
    """Control characters, line ends and marks that turn text around."""
    assert legible("Salt\x00\x1b[31m\nGate \u202eeht\u202c \ufffe<b>") == "Salt[31m Gate eht <b>"
