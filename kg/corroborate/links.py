"""What all claims of a graph have to do with each other, each compared only with its candidates."""

from collections.abc import Iterator

import networkx as nx

from kg.corroborate.evidence import Evidence
from kg.corroborate.matching import Match, Relation
from kg.corroborate.relevance import Bearing, bearings, matches
from kg.model import Iri


class Links:
    """The links between the claims of a graph, found when asked for and kept."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._bearings: dict[Iri, list[Bearing]] = {}
        self._topics: dict[Iri, Iri] | None = None

    def bearings(self, claim: Iri) -> list[Bearing]:
        """Give the statements that bear on a claim."""
        if claim not in self._bearings:
            self._bearings[claim] = bearings(self._evidence.claims[claim], self._evidence)
        return self._bearings[claim]

    def pairs(self) -> Iterator[tuple[Iri, Iri, Match]]:
        """Give each two claims that are related, once, and how the second stands to the first."""
        for first in sorted(self._evidence.claims):
            for second, match in matches(self._evidence.claims[first], self._evidence):
                if first < second:
                    yield first, second, match

    def topic(self, claim: Iri) -> Iri:
        """Give one claim that stands for all that say the same."""
        if self._topics is None:
            same: nx.Graph[Iri] = nx.Graph()
            same.add_nodes_from(self._evidence.claims)
            same.add_edges_from((one, two) for one, two, match in self.pairs() if match.relation is Relation.SAME)
            self._topics = {name: min(group) for group in nx.connected_components(same) for name in group}
        return self._topics[claim]
