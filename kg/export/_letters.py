"""Gives each side a letter that stands in its circles, so that nobody needs to tell colours apart."""

from collections.abc import Iterable

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letters(names: Iterable[str]) -> dict[str, str]:
    """Give each name a letter of its own: the beginning of one of its words where that is free, else another of it.

    >>> letters(["River Guard", "River League", "Orla's Own", "Orla"])
    {'River Guard': 'R', 'River League': 'L', "Orla's Own": 'O', 'Orla': 'A'}
    """
    found: dict[str, str] = {}
    for name in names:
        words = [word for word in name.replace("-", " ").split() if word[0].isupper()]
        wanted = [word[0] for word in words] + list(name.upper()) + list(ALPHABET)
        free = [letter for letter in wanted if letter in ALPHABET and letter not in found.values()]
        found[name] = free[0] if free else ""
    return found


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
