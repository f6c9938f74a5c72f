"""The picture of the page as plain data: who and what is drawn, how large and where, and what is joined."""

from collections import Counter
from collections.abc import Iterable
from math import sqrt

from kg.export._arrangement import arrange
from kg.export._facts import Facts
from kg.export._ties import Tie, read_ties
from kg.iris import compact

SHAPES = ("full", "sources", "claims", "evidence")
MOST = 90  # width of the largest node
UNREMARKABLE = frozenset({"uncorroborated"})  # verdicts that a large page leaves out at first
Pair = tuple[str, str]


def network(facts: Facts, base: str, shape: str) -> dict[str, object]:
    """Give each source and claim that is drawn its place and size; the view `sources` has ties in place of claims."""
    said = [(compact(each.source, base), compact(each.claim, base)) for each in facts.statements]
    ties = [_plain(tie, base) for tie in read_ties(facts)] if shape == "sources" else []
    widths: dict[str, int] = {}
    if shape != "claims":
        widths |= _widths(22, 7, (source for source, _ in said))
    if shape != "sources":
        widths |= _widths(17, 5, (claim for _, claim in said))
    met = [(compact(each.left, base), compact(each.right, base)) for each in facts.meetings]
    tied = [(str(tie["one"]), str(tie["other"])) for tie in ties]
    links = dict.fromkeys(pair for pair in (*said, *met, *tied) if widths.keys() >= {*pair})
    first = {compact(claim.id, base) for claim in facts.claims if claim.verdict not in UNREMARKABLE} & widths.keys()
    places = arrange({name: width / 2 for name, width in widths.items()}, links, first)
    circles = {name: {"x": x, "y": y, "size": widths[name]} for name, (x, y) in places.items()}
    return {"circles": circles, "ties": ties}


def _plain(tie: Tie, base: str) -> dict[str, object]:
    claims = [compact(claim, base) for claim in tie.claims]
    return {"one": compact(tie.one, base), "other": compact(tie.other, base), "agree": tie.agree, "claims": claims}


def _widths(least: int, more: int, names: Iterable[str]) -> dict[str, int]:
    """Grow with the root of a count, so that an area is a number of statements."""
    return {name: min(MOST, round(least + more * sqrt(count))) for name, count in sorted(Counter(names).items())}
