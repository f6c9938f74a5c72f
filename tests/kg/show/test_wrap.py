"""Lines fit the terminal, lose no letter, and cannot steer it."""

import click
from hypothesis import given
from hypothesis import strategies as st

from kg.show._wrap import STYLES, Piece, columns, visible, wrap

PIECES = st.lists(
    st.builds(
        Piece,
        st.text(st.sampled_from("ab c\n\r\x1b\x00\u202eé漢\u0301\u200d\u00a0 "), max_size=12),
        st.sampled_from([*STYLES]),
        st.just(False),
    ),
    max_size=8,
)


@given(PIECES, st.integers(24, 60))
def test_any_text_fits(pieces: list[Piece], width: int) -> None:
    """No line is wider than asked, and nothing in it moves the cursor."""
    for line in wrap(pieces, width, "  - ", "    "):
        plain = click.unstyle(line)
        assert columns([(plain, "")]) <= width
        assert "".join(map(visible, plain)) == plain


@given(PIECES)
def test_no_letter_is_lost(pieces: list[Piece]) -> None:
    """All but white space is there again, in order."""
    told = "".join(visible(letter) for piece in pieces for letter in piece.text if letter not in " \t\n\r\v\f\x85")
    shown = "".join(map(click.unstyle, wrap(pieces, 40)))
    assert shown.replace(" ", "") == told


def test_glued_pieces_stay_together() -> None:
    """A bracket with its number is not left behind at the end of a line."""
    pieces = [Piece("the ferry "), Piece("[1 ", glued=True), Piece("sank today"), Piece(" 1]", glued=True)]
    assert list(wrap(pieces, 14)) == ["the ferry", "[1 sank", "today 1]"]


def test_line_ends_of_the_text_are_kept() -> None:
    """A line of the text is a line on the screen, however its end is written."""
    assert list(wrap([Piece("a\r\nb\rc\n\nd")], 20)) == ["a", "b", "c", "", "d"]
