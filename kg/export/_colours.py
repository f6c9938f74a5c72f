"""Gives each party a colour that also those can tell apart who see few colours."""

from collections import Counter

from kg.export._facts import Facts
from kg.pictures.palette import MIXED, PALE, PALETTE

__all__ = ["MIXED", "PALE", "PALETTE", "colours"]


def colours(facts: Facts) -> dict[str | None, str]:
    """Give the parties their colours, the most heard first."""
    heard = Counter(said.party for said in facts.statements if said.party)
    heard.update({source.party: 0 for source in facts.sources if source.party})
    ranked = sorted(heard, key=lambda party: (-heard[party], party))
    return dict(zip(ranked, PALETTE, strict=False))
