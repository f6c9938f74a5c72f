"""The colours of pictures: for eyes that see few colours too, on paper of any kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

T = TypeVar("T", bound=str)

# Of the parties: told apart from each other, and from PALE, also by those who see no red, no green or no blue.
PALETTE = ("#0072b2", "#d55e00", "#009e73", "#b85cff", "#e6ab02", "#56b4e9", "#7f3c8d", "#6b4e16")
PALE = "#8a8f98"  # whoever has no party, and all parties after the last colour
MIXED = "#4a5160"  # what several parties share
NOBODY = "#4a5160"  # in drawings, whoever has no party: PALE is too near to green for those who see none
AGREES, CONTRADICTS = "#4d9221", "#c51b7d"  # a green and a pink that nobody takes for each other, nor for a party
PAPER = "#ffffff"  # every picture brings its own, so that it looks the same on a dark page
_SHARES = (0, 0.04, 0.07, 0.12, 0.18, 0.25, 0.33, 0.4, 0.5, 0.62, 0.75, 0.87)  # of a colour in its tints
INK, SOFT, FAINT = "#24292f", "#57606a", "#8a8f98"  # words, words of less weight, lines


def ranked(parties: Iterable[T | None], name: Callable[[T], str] = str) -> dict[T, str]:
    """Give the parties their colours, the most heard first, then by name; each is given as often as it is heard.

    >>> ranked(["b", "a", None, "b"])
    {'b': '#0072b2', 'a': '#d55e00'}
    """
    heard = Counter(party for party in parties if party)
    order = sorted(heard, key=lambda party: (-heard[party], name(party), party))
    return dict(zip(order, PALETTE, strict=False))


def colour(party: T | None, of: Mapping[T, str]) -> str:
    """Give the colour of a party, or that of those who have none."""
    return of.get(party, NOBODY) if party else NOBODY


def tint(shade: str, share: float = 0.12) -> str:
    """Thin a colour with white, for what lies under words.

    >>> tint("#000000", 0.5)
    '#808080'
    """
    parts = (int(shade[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def shades() -> list[str]:
    """Give every colour that a drawing has, and steps between it and white for the edges of letters and lines."""
    drawn = (*PALETTE, AGREES, CONTRADICTS, NOBODY, PALE, SOFT, INK)
    return list(dict.fromkeys([*drawn, *(tint(shade, share) for shade in drawn for share in _SHARES)]))


def ink(colour: str) -> str:
    """Give black or white, whichever is read better on a colour.

    >>> ink("#0072b2"), ink("#56b4e9")
    ('#ffffff', '#000000')
    """
    shares = [_linear(part / 255) for part in bytes.fromhex(colour.removeprefix("#"))]
    luminance = 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]  # https://www.w3.org/TR/WCAG22/
    return "#ffffff" if 1.05 / (luminance + 0.05) >= 4.0 else "#000000"


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
