"""Finds the claims worth comparing with one, by what they name, without looking at all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.corroborate.knowledge import Knowledge
from kg.corroborate.words import Lexicon, skeleton
from kg.model import Claim, Iri

TELLING = 12  # how many of a claim's rarest features are looked up
ENOUGH = 2000  # how many candidates are compared at most, those that share most first


class Candidates:
    """An inverted index over what claims name: things, places with all they lie in, and rare words."""

    def __init__(self, claims: Iterable[Claim], knowledge: Knowledge, lexicon: Lexicon) -> None:
        self._knowledge = knowledge
        self._lexicon = lexicon
        self._claims: dict[str, list[Iri]] = {}
        for claim in sorted(claims, key=lambda each: each.id):
            for key in sorted(set(self._keys(claim))):
                self._claims.setdefault(key, []).append(claim.id)

    def _keys(self, claim: Claim) -> Iterator[str]:
        for iri in (claim.subject, claim.object, claim.place):
            yield from self._chain(iri)
        features = self._lexicon.features(claim)
        rare = sorted(features, key=lambda feature: (-self._lexicon.weight(feature), feature))[:TELLING]
        for feature in rare:
            yield feature
            if feature.isalpha() and len(feature) >= 5 and len(skeleton(feature)) == 3:
                yield f"~{skeleton(feature)}"

    def _chain(self, iri: Iri | None) -> Iterator[str]:
        """Name a place and all that it lies in, so that parts meet their whole."""
        seen: set[Iri] = set()
        while iri is not None and iri not in seen:
            yield f"<{iri}>"
            seen.add(iri)
            iri = self._knowledge.part_of.get(iri)

    def of(self, claim: Claim) -> list[Iri]:
        """Give the claims that share something telling with this one, itself among them, ordered by id."""
        shared: defaultdict[Iri, float] = defaultdict(float)
        for key in sorted(set(self._keys(claim))):
            found = self._claims.get(key, ())
            for other in found:
                shared[other] += 1 / len(found)
        best = sorted(shared, key=lambda other: (-shared[other], other))[:ENOUGH]
        return sorted(best)
