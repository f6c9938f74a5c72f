"""Words in pictures: how wide they are, where their lines break, and what in them no picture can hold."""

import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import east_asian_width

from kg.pictures.palette import INK

FAMILY = "DejaVu Sans"  # comes with matplotlib, so that a picture is the same on every machine
SPACING = 1.28  # of a line, in sizes of its letters
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; sizes are points."""

    size: float = 8.0
    bold: bool = False
    italic: bool = False
    ink: str = INK


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words."""

    words: str
    style: Style

    @property
    def height(self) -> float:
        """What it takes of a block, with the space to the next."""
        return self.style.size * SPACING


def height(lines: Sequence[Line]) -> float:
    """Give how tall a block of lines is."""
    return sum(line.height for line in lines)


def legible(words: str) -> str:
    """Put words on one line without the control characters that XML does not allow, or that turn text around."""
    return " ".join(_UNFIT.sub("", words).split())


@lru_cache(maxsize=4096)
def width(words: str, style: Style) -> float:
    """Measure words, in points; letters as wide as they are tall, which the font lacks, are taken to be so."""
    wide = [letter for letter in words if east_asian_width(letter) in {"W", "F"}]
    return _measured("".join(letter for letter in words if letter not in wide), style) + style.size * len(wide)


def _measured(words: str, style: Style) -> float:
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415
    from matplotlib.textpath import text_to_path  # noqa: PLC0415

    font = FontProperties(
        family=FAMILY,
        size=style.size,
        weight="bold" if style.bold else "normal",
        style="italic" if style.italic else "normal",
    )
    with lacking_letters_ignored():
        return float(text_to_path.get_text_width_height_descent(words, font, False)[0]) if words else 0.0


@contextmanager
def lacking_letters_ignored() -> Iterator[None]:
    """Let matplotlib not warn of letters that its font lacks: a PNG shows boxes for them, an SVG keeps them."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
        yield


def wrapped(words: str, room: float, style: Style, most: int) -> list[Line]:
    """Break words into at most so many lines of so many points; where that does not do, the last ends in "…"."""
    lines = list(_broken(legible(words), room, style))
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), room, style)]
    return [Line(line, style) for line in lines]


def _broken(words: str, room: float, style: Style) -> Iterator[str]:
    line = ""
    for word in words.split():
        longer = f"{line} {word}".lstrip()
        if width(longer, style) <= room:
            line = longer
            continue
        if line:
            yield line
        *full, line = _chopped(word, room, style)
        yield from full
    if line:
        yield line


def _chopped(word: str, room: float, style: Style) -> list[str]:
    """Break a word that is too long for a line where the line ends."""
    parts = [""]
    for letter in word:
        if parts[-1] and width(parts[-1] + letter, style) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def _cut(words: str, room: float, style: Style) -> str:
    kept = words[: int(room)]  # no letter is narrower than a point
    while kept and width(f"{kept.rstrip()} …", style) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()} …"
