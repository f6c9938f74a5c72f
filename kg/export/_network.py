"""The picture of the page as plain data: who and what is drawn, how large and where."""

from collections import Counter
from math import sqrt

from kg.export._arrangement import arrange
from kg.export._facts import Facts
from kg.iris import compact

MOST = 90  # width of the largest node
UNREMARKABLE = frozenset({"uncorroborated"})  # verdicts that a large page leaves out at first
Circle = dict[str, int]


def circles(facts: Facts, base: str, *, sources: bool = True) -> dict[str, Circle]:
    """Give each source and claim that something was said by or of its place and size; without sources, claims only."""
    said = [(compact(each.source, base), compact(each.claim, base)) for each in facts.statements]
    claims = Counter(claim for _, claim in said)
    widths = {name: _width(22, 7, count) for name, count in sorted(Counter(who for who, _ in said).items()) if sources}
    widths |= {name: _width(17, 5, count) for name, count in sorted(claims.items())}
    met = [(compact(each.left, base), compact(each.right, base)) for each in facts.meetings]
    links = [pair for pair in (*said, *met) if widths.keys() >= {*pair}]
    first = {compact(claim.id, base) for claim in facts.claims if claim.verdict not in UNREMARKABLE} & claims.keys()
    places = arrange({name: width / 2 for name, width in widths.items()}, dict.fromkeys(links), first)
    return {name: {"x": x, "y": y, "size": widths[name]} for name, (x, y) in places.items()}


def _width(least: int, more: int, count: int) -> int:
    """Grow with the root of a count, so that an area is a number of statements."""
    return min(MOST, round(least + more * sqrt(count)))
