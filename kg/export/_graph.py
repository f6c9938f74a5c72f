"""One networkx graph of sources, claims and documents, from which the graph formats are written.

Attributes are text, numbers and truth values, which GraphML and GEXF both take; what is not known is left out.
"""

from collections import Counter
from collections.abc import Mapping
from math import sqrt

import networkx as nx

from kg.export._colours import MIXED, PALE, colours
from kg.export._facts import Facts, Said, read_facts
from kg.export._places import Spot, read_spots
from kg.export.selection import EVERYTHING, Selection
from kg.iris import compact
from kg.store.base import View

Value = str | int | float | bool
Values = Mapping[str, Value | None]
_LEAST, _MOST = 10, 60  # sizes of nodes, in points


def read_graph(view: View, selection: Selection = EVERYTHING) -> "nx.MultiDiGraph[str]":
    """Make the graph of what is selected; nodes and edges come in the order of their ids.

    An edge `stated` or `passed` runs from a source to a claim, `published` from a source to a document, `carried` from
    a document to a claim, `at` from a claim to a place, and `same`, `entails` or `contradicts` from claim to claim.
    """
    facts = read_facts(view, selection)
    known = {claim.id for claim in facts.claims}
    spots = {claim: spot for claim, spot in read_spots(view).items() if claim in known}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _add_nodes(graph, facts, spots, view.base)
    _add_edges(graph, facts, view.base)
    for claim, spot in spots.items():
        ends = compact(claim, view.base), compact(spot.id, view.base)
        graph.add_edge(*ends, key=f"at:{ends[0]}", kind="at", label="at")
    return graph


def _add_nodes(graph: "nx.MultiDiGraph[str]", facts: Facts, spots: Mapping[str, Spot], base: str) -> None:
    colour = colours(facts)
    sizes = Counter(name for said in facts.statements for name in (said.source, said.claim, said.document))
    sides = _sides(facts.statements)
    rows: list[tuple[str, Values]] = []
    for source in facts.sources:
        look: Values = {"party": source.party, "colour": colour.get(source.party, PALE), "agent": source.kind}
        rows.append((source.id, {"label": source.name, "kind": "source", **look}))
    for claim in facts.claims:
        parties = sides.get(claim.id, [])
        party = parties[0] if len(parties) == 1 else None
        look = {"party": party, "colour": MIXED if len(parties) > 1 else colour.get(party, PALE)}
        verdict: Values = {"verdict": claim.verdict, "origins": claim.origins}
        where: Values = {"place": spots[claim.id].name, **_degrees(spots[claim.id])} if claim.id in spots else {}
        rows.append((claim.id, {"label": claim.text, "kind": "claim", **look, **verdict, **where}))
    for paper in facts.documents:
        look = {"colour": PALE, "url": paper.url, "published": paper.published}
        rows.append((paper.id, {"label": paper.name, "kind": "document", **look}))
    rows += [
        (spot.id, {"label": spot.name, "kind": "place", "colour": PALE, **_degrees(spot)})
        for spot in sorted(set(spots.values()), key=lambda spot: spot.id)
    ]
    for name, values in rows:
        graph.add_node(compact(name, base), **_flat({**values, "size": _size(sizes[name])}))


def _degrees(spot: Spot) -> Values:
    return {"lat": spot.lat, "lon": spot.lon, "degrees_of": spot.degrees_of}


def _add_edges(graph: "nx.MultiDiGraph[str]", facts: Facts, base: str) -> None:
    def add(start: str, end: str, key: str, values: Values) -> None:
        ends = compact(start, base), compact(end, base)
        if all(name in graph for name in ends):
            graph.add_edge(*ends, key=compact(key, base), **_flat(values))

    urls = {paper.id: paper.url for paper in facts.documents}
    for said in facts.statements:
        add(said.source, said.claim, said.id, _stated(said, urls.get(said.document)))
        for hop in said.via:
            add(hop.source, said.claim, hop.id, {"kind": "passed", "label": "passed on"})
    for paper in facts.documents:
        if paper.publisher:
            key = f"published:{compact(paper.id, base)}"
            add(paper.publisher, paper.id, key, {"kind": "published", "label": "published"})
    for document, claim in sorted({(said.document, said.claim) for said in facts.statements}):
        key = f"carried:{compact(document, base)}:{compact(claim, base)}"
        add(document, claim, key, {"kind": "carried", "label": "carried"})
    for meeting in facts.meetings:
        words: Values = {"kind": meeting.decision, "label": meeting.decision, "reason": meeting.reason}
        add(meeting.left, meeting.right, meeting.id, words)


def _stated(said: Said, url: str | None) -> Values:
    return {
        "kind": "stated",
        "label": said.stance,
        "stance": said.stance,
        "affirms": said.affirms,
        "narrated": said.narrated,
        "interest": said.interest,
        "said_on": said.said_on,
        "via": " → ".join(hop.name for hop in said.via),
        "quote": said.quote,
        "url": url,
    }


def _flat(values: Values) -> dict[str, Value]:
    return {name: _legible(value) for name, value in values.items() if value is not None and value != ""}


def _legible(value: Value) -> Value:
    """Leave out the control characters that XML does not allow."""
    if not isinstance(value, str):
        return value
    return "".join(letter for letter in value if letter in "\t\n" or (letter >= " " and letter not in "\ufffe\uffff"))


def _sides(statements: tuple[Said, ...]) -> dict[str, list[str | None]]:
    """List the parties that affirm each claim."""
    sides: dict[str, list[str | None]] = {}
    for said in statements:
        if said.affirms and said.party not in sides.setdefault(said.claim, []):
            sides[said.claim].append(said.party)
    return sides


def _size(count: int) -> int:
    """Grow with the root of a count, so that an area is a number of statements."""
    return min(_MOST, round(_LEAST * sqrt(max(count, 1))))
