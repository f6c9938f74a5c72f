"""The legend under a picture: signs with their words, in as many lines as they need."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.pictures.drawing import Box, Pen, Sheet
from kg.pictures.lettering import Line, Style, width, wrapped
from kg.pictures.palette import INK, tint

SIGN = 22.0  # points for a sign
LINE = 14.0
APART = 16.0
STYLE = Style(size=7.5)
LONGEST = 220.0  # points of one entry's words


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign and what it means; `draw` is given the middle of the sign, and is None where the words have one."""

    words: str
    draw: Callable[[Sheet, float, float], None] | None = None


def swatch(words: str, shade: str) -> Entry:
    """Explain a colour."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.box(Box(x - 8, y - 4, 16, 8), tint(shade), Pen(shade, 0.8), round_by=1.5)
        sheet.box(Box(x - 8, y - 4, 4, 8), shade, None, round_by=0, over=2)

    return Entry(words, draw)


def stroke(words: str, pen: Pen, sign: str = "") -> Entry:
    """Explain a line, with the sign on it."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.line([(x - 9, y), (x + 9, y)], pen)
        if sign:
            sheet.mark((x, y), sign, 6, INK)

    return Entry(words, draw)


def symbol(words: str, shape: str, size: float, face: str, pen: Pen | None = None) -> Entry:
    """Explain a mark."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.mark((x, y), shape, size, face, pen)

    return Entry(words, draw)


def height(entries: Sequence[Entry], room: float) -> float:
    """Say how tall a legend is, if it is so wide."""
    return LINE * (max((row for row, _, _, _ in _placed(entries, room)), default=-1) + 1)


def draw_legend(sheet: Sheet, entries: Sequence[Entry], x: float, y: float, room: float) -> None:
    """Draw a legend with its upper left corner at a point."""
    for row, left, entry, line in _placed(entries, room):
        middle = y + LINE * (row + 0.5)
        if entry.draw:
            entry.draw(sheet, x + left + SIGN / 2, middle)
        sheet.words(x + left + _sign(entry), middle - line.height / 2, [line])


def _placed(entries: Sequence[Entry], room: float) -> Iterator[tuple[int, float, Entry, Line]]:
    row, left = 0, 0.0
    for entry in entries:
        (line,) = wrapped(entry.words, LONGEST, STYLE, 1)
        wide = _sign(entry) + width(line.words, STYLE)
        if left and left + wide > room:
            row, left = row + 1, 0.0
        yield row, left, entry, line
        left += wide + APART


def _sign(entry: Entry) -> float:
    """Say how wide the sign of an entry is, with the space to its words."""
    return SIGN + 3 if entry.draw else 0.0
