"""Gives each party a colour that also those can tell apart who see few colours."""

from collections import Counter

from kg.export._facts import Facts

PALETTE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#7f3c8d", "#6b4e16")
PALE = "#8a8f98"  # whoever has no party, and all parties after the last colour
MIXED = "#4a5160"  # a claim that several parties affirm


def colours(facts: Facts) -> dict[str | None, str]:
    """Give the parties their colours, the most heard first."""
    heard = Counter(said.party for said in facts.statements if said.party)
    heard.update({source.party: 0 for source in facts.sources if source.party})
    ranked = sorted(heard, key=lambda party: (-heard[party], party))
    return dict(zip(ranked, PALETTE, strict=False))
