"""Gives each party a colour that also those can tell apart who see few colours; it is the same in all formats."""

from collections import Counter
from collections.abc import Iterable
from typing import cast

from kg.export._facts import Facts
from kg.pictures.palette import AGREES, CONTRADICTS, MIXED, PALE, PALETTE
from kg.table import Table

__all__ = ["AGREES", "CONTRADICTS", "MIXED", "PALE", "PALETTE", "colours", "ink"]

_MIDDLE = 0.21  # of luminance: below it white has the greater contrast, or nearly so at this size
_HEARD = """
SELECT party_name, count(*) FROM statements WHERE claim IS NOT NULL AND party_name IS NOT NULL GROUP BY party_name
"""


def ink(colour: str) -> str:
    """Give black or white, whichever is read better on a colour.

    >>> ink("#0072b2"), ink("#56b4e9")
    ('#ffffff', '#000000')
    """
    parts = [part / 255 for part in bytes.fromhex(colour.removeprefix("#"))]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return "#ffffff" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < _MIDDLE else "#000000"


def colours(facts: Facts) -> dict[str | None, str]:
    """Give the parties their colours, the most heard first."""
    heard = Counter(said.party for said in facts.statements if said.party)
    heard.update({source.party: 0 for source in facts.sources if source.party})
    return cast("dict[str | None, str]", _tints(heard.items()))


def ranked(table: Table) -> dict[str, str]:
    """Give the parties of a whole graph their colours, the most heard first."""
    return _tints(table.ask(_HEARD).fetchall())


def _tints(heard: Iterable[tuple[str, int]]) -> dict[str, str]:
    names = sorted(heard, key=lambda each: (-each[1], each[0]))
    return dict(zip((name for name, _ in names), PALETTE, strict=False))
