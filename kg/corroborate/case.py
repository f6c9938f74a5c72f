"""What was found for and against a question, and what it amounts to.

The score is S x (1 - D). S is 1 minus the product, over the supporting origins that count, of (1 - weight x match),
and D the same over those that deny. `WEIGHTS` gives an origin's weight by its interest; one that nobody is known to
stand behind weighs `UNKNOWN_WEIGHT`. Match is the best score with which a statement of the origin says what is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import prod

from kg.corroborate.independence import Origin, counted
from kg.corroborate.interest import Interest
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.relevance import Bearing
from kg.model import Iri

WEIGHTS = {Interest.AGAINST: 0.8, Interest.NEUTRAL: 0.6, Interest.UNKNOWN: 0.5, Interest.OWN: 0.4}
UNKNOWN_WEIGHT = 0.25


class Verdict(StrEnum):
    """What the statements about a claim amount to."""

    UNKNOWN = "unknown"
    CONTESTED = "contested"
    ACROSS_SIDES = "corroborated-across-sides"
    CORROBORATED = "corroborated"
    UNCORROBORATED = "uncorroborated"


@dataclass(frozen=True, slots=True)
class Term:
    """What one origin adds to the score of its side."""

    origin: Origin
    weight: float
    match: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What speaks for and against a question, as statements and as origins."""

    supports: tuple[Bearing, ...]
    denies: tuple[Bearing, ...]
    qualifies: tuple[Bearing, ...]
    supporting: tuple[Origin, ...]
    denying: tuple[Origin, ...]
    knowledge: Knowledge

    @property
    def verdict(self) -> Verdict:
        """The verdict, by the table of `design.md`."""
        if self.denies:
            return Verdict.CONTESTED
        if not self.supports:
            return Verdict.UNKNOWN
        if len(counted(self.supporting)) < 2:
            return Verdict.UNCORROBORATED
        return Verdict.ACROSS_SIDES if self.opposed or self.admission else Verdict.CORROBORATED

    @property
    def opposed(self) -> tuple[Origin, Origin] | None:
        """Two supporting origins of opposed sides, if there are any."""
        first: dict[Iri | None, Origin] = {}  # of each party, in which may be many
        for each in counted(self.supporting):
            first.setdefault(each.party, each)
        pairs = combinations(first.values(), 2)
        return next(((one, two) for one, two in pairs if self.knowledge.are_opposed(one.party, two.party)), None)

    @property
    def admission(self) -> Origin | None:
        """A supporting origin that says it against its own interest, if there is one."""
        return next((each for each in counted(self.supporting) if each.interest is Interest.AGAINST), None)

    @property
    def score(self) -> float:
        """How well it stands, from 0 to 1, in thousandths."""
        against = _joint(self.terms(self.denying, self.denies))
        return round(_joint(self.terms(self.supporting, self.supports)) * (1 - against), 3)

    def terms(self, found: Sequence[Origin], bearing: Sequence[Bearing]) -> list[Term]:
        """Give what each origin that counts adds."""
        scores = {each.testimony.statement: each.match.score for each in bearing}
        return list(_terms(counted(found), scores))


def _terms(found: Sequence[Origin], scores: dict[Iri, float]) -> Iterator[Term]:
    for origin in found:
        weight = WEIGHTS[origin.interest] if origin.known else UNKNOWN_WEIGHT
        yield Term(origin, weight, max(scores[name] for name in origin.statements))


def _joint(terms: Sequence[Term]) -> float:
    return 1 - prod(1 - term.weight * term.match for term in terms)
