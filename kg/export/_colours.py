"""Gives each party a colour that also those can tell apart who see few colours; it is the same in all formats."""

from kg.pictures.palette import AGREES, CONTRADICTS, MIXED, PALE, PALETTE
from kg.table import Table

__all__ = ["AGREES", "CONTRADICTS", "MIXED", "PALE", "ranked"]

_HEARD = """
SELECT party_name, count(*) FROM statements WHERE claim IS NOT NULL AND party_name IS NOT NULL GROUP BY party_name
"""


def ranked(table: Table) -> dict[str, str]:
    """Give the parties of a whole graph their colours, the most heard first."""
    names = sorted(table.ask(_HEARD).fetchall(), key=lambda each: (-each[1], each[0]))
    return dict(zip((name for name, _ in names), PALETTE, strict=False))
