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
