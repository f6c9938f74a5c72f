"""Finds the claims worth comparing with one, by what they name, without looking at all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.corroborate.fits import is_unstated
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.words import Lexicon, first_consonants, stems
from kg.model import Claim, Iri

TELLING = 6  # how many of a claim's rarest features are looked up,
RARE = 30  # those that at most so many claims have,
AT_LEAST = 2  # but so many in any case
SELDOM = 5  # so rare a word may be a name in another spelling
ENOUGH = 300  # how many candidates are compared at most, those that share what is rarest first


class Candidates:
    """An inverted index over claims: what relations of one topic are claimed of, and the rarest words.

    A claim meets those about the same place, about what lies in it and about what it lies in.
    """

    def __init__(self, claims: Iterable[Claim], knowledge: Knowledge, lexicon: Lexicon) -> None:
        self._knowledge = knowledge
        self._lexicon = lexicon
        self._claims: dict[str, list[Iri]] = {}
        for claim in sorted(claims, key=lambda each: each.id):
            for key in sorted({*self._shared(claim), *(f"in {key}" for key in self._wholes(claim))}):
                self._claims.setdefault(key, []).append(claim.id)

    def of(self, claim: Claim) -> list[Iri]:
        """Give the claims that share something telling with this one, itself among them, ordered by id."""
        own = {*self._shared(claim)}
        inside = {f"in {key}" for key in own if key.startswith("at ")}
        weights: defaultdict[Iri, float] = defaultdict(float)
        for key in sorted(own | inside | {*self._wholes(claim)}):
            found = self._claims.get(key, ())
            for other in found:
                weights[other] += 1 / len(found)
        best = sorted(weights, key=lambda other: (-weights[other], other))[:ENOUGH]
        return sorted(best)

    def _shared(self, claim: Claim) -> Iterator[str]:
        """Give the keys under which a claim meets those that name the same."""
        topic = self._knowledge.topic(claim.predicate)
        if topic is not None:
            yield from self._about(claim, topic)
        rarest = sorted(self._lexicon.features(claim), key=lambda each: (self._lexicon.frequency(each), each))[:TELLING]
        for number, feature in enumerate(rarest):
            if number < AT_LEAST or self._lexicon.frequency(feature) <= RARE:
                yield feature
            if feature.isalpha() and len(feature) >= 5 and self._lexicon.frequency(feature) <= SELDOM:
                yield f"~ {first_consonants(feature)}"

    def _about(self, claim: Claim, topic: str) -> Iterator[str]:
        yield from (f"at {topic} {place}" for place in self._places(claim))
        if claim.object not in self._knowledge.places:
            roles = (role for role in (claim.subject, claim.object) if not is_unstated(role))
            yield from (f"of {topic} {role}" for role in roles)
            yield from (f"of {topic} {stem}" for stem in stems(claim.labels.get(claim.object, "")))

    def _wholes(self, claim: Claim) -> Iterator[str]:
        """Give the keys of the places that those of a claim lie in."""
        topic = self._knowledge.topic(claim.predicate)
        if topic is not None:
            for place in self._places(claim):
                yield from (f"at {topic} {whole}" for whole in self._knowledge.wholes(place))

    def _places(self, claim: Claim) -> set[Iri]:
        return {place for place in (claim.object, claim.place) if place and place in self._knowledge.places}
