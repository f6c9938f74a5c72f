"""Gives each party a colour that also those can tell apart who see few colours; it is the same in all formats."""

from collections import Counter
from collections.abc import Iterable
from typing import cast

from kg.export._facts import Facts
from kg.pictures.palette import AGREES, CONTRADICTS, MIXED, PALE, PALETTE
from kg.table import Table

__all__ = ["AGREES", "CONTRADICTS", "MIXED", "PALE", "PALETTE", "colours", "ranked"]

_HEARD = """
SELECT party_name, count(*) FROM statements WHERE claim IS NOT NULL AND party_name IS NOT NULL GROUP BY party_name
"""


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
