"""Finds the claims that come nearest to a question that nothing in the graph answers."""

from collections.abc import Iterator, Sequence

from kg.corroborate.evidence import Evidence
from kg.corroborate.names import Names
from kg.corroborate.search import Search
from kg.model import Claim

SHOWN = 3


def nearest(question: str, parts: Sequence[Claim], evidence: Evidence) -> Iterator[str]:
    """Name the claims worth comparing with the parts of a question whose words come nearest to it, best first."""
    met = {name: evidence.claims[name].text for part in parts for name in evidence.candidates.of(part)}
    names = Names(evidence)
    for name in Search(met).best(question, SHOWN):
        yield f"near to it: “{met[name]}” [{names.short(name)}]"
