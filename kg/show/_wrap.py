"""Breaks styled text into lines that fit the terminal, and keeps out of it what would steer it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

import click

STYLES: Final[dict[str, dict[str, Any]]] = {
    "": {},
    "title": {"bold": True},
    "source": {"fg": "cyan", "bold": True},
    "cue": {"fg": "magenta", "underline": True},
    "content": {"fg": "green"},
    "quiet": {"dim": True},
    "problem": {"fg": "red"},
}
_BREAK = re.compile("(\r\n|[\n\r\x85\u2028\u2029]|[ \t\v\f]+)")  # a no-break space keeps its words together
_STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # of direction
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


class Piece(NamedTuple):
    """Text in one style; what is glued stays on one line with what it touches."""

    text: str
    style: str = ""
    glued: bool = False


Word = list[tuple[str, str]]  # letters with their styles, all on one line


def wrap(pieces: Iterable[Piece], width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Give the lines of a text, the first beginning with `first`, the others with `rest`."""
    rest = first if rest is None else rest
    lead, line, used = first, Word(), 0
    for word in _words(pieces, max(width - len(rest), 1)):
        taken = columns(word)
        if word and (not line or used + 1 + taken <= width - len(lead)):
            line += [(" ", ""), *word] if line else word
            used += taken + (1 if used else 0)
        else:
            yield _styled(lead, line)
            lead, line, used = rest, list(word), taken
    if line:
        yield _styled(lead, line)


def columns(word: Word) -> int:
    """Count the columns that a word takes in a terminal."""
    return sum(_width(letter) for text, _ in word for letter in text)


def visible(letter: str) -> str:
    r"""Give a letter as it is, or its number where it would move the cursor or turn the line round.

    >>> visible("\x1b"), visible("é")
    ('<U+001B>', 'é')
    """
    steers = letter in _STEERING or unicodedata.category(letter) in {"Cc", "Cs"}
    return f"<U+{ord(letter):04X}>" if steers else letter


def _words(pieces: Iterable[Piece], width: int) -> Iterator[Word]:
    """Cut pieces into words, none wider than a line; an empty word is a line's end."""
    word = Word()
    for piece in pieces:
        for text in [piece.text] if piece.glued else _BREAK.split(piece.text):
            if piece.glued or not _BREAK.fullmatch(text):
                word += [("".join(map(visible, text)), piece.style)] if text else []
                continue
            yield from _cut(word, width)
            word = Word()
            if text.strip(" \t\v\f"):
                yield Word()
    yield from _cut(word, width)


def _cut(word: Word, width: int) -> Iterator[Word]:
    """Cut a word that is wider than a line."""
    part, used = Word(), 0
    for text, style in word:
        for letter in text if used + columns([(text, style)]) > width else [text]:
            taken = columns([(letter, style)])
            if part and used + taken > width:
                yield part
                part, used = Word(), 0
            part.append((letter, style))
            used += taken
    if part:
        yield part


def _width(letter: str) -> int:
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def _styled(lead: str, line: Word) -> str:
    """Write a line, pieces of one style together."""
    joined = Word()
    for text, style in line:
        if joined and joined[-1][1] == style:
            joined[-1] = (joined[-1][0] + text, style)
        else:
            joined.append((text, style))
    return lead + "".join(click.style(text, **STYLES[style]) if style else text for text, style in joined)
