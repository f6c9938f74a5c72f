"""Who agrees with whom: pairs of sources that affirm the same, and pairs of which one denies what the other affirms."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, product

from kg.export._facts import Facts

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two sources, and the claims on which they agree or differ."""

    one: str
    other: str
    agree: bool
    claims: tuple[str, ...]


def read_ties(facts: Facts) -> tuple[Tie, ...]:
    """List the ties, in the order of ids; a claim judged the same or contradicted counts as one claim spoken to."""
    yes, no = _voices(facts, affirms=True), _voices(facts, affirms=False)
    found: dict[tuple[Pair, bool], set[str]] = defaultdict(set)

    def meet(pairs: set[Pair], *, agree: bool, claims: set[str]) -> None:
        for one, other in pairs:
            if one != other:
                found[(min(one, other), max(one, other)), agree].update(claims)

    for claim in sorted(yes.keys() | no.keys()):
        meet({*combinations(sorted(yes[claim]), 2)}, agree=True, claims={claim})
        meet({*product(yes[claim], no[claim])}, agree=False, claims={claim})
    for met in facts.meetings:
        same = met.decision == "same"
        if same or met.decision == "contradicts":
            both = {met.left, met.right}
            meet({*product(yes[met.left], yes[met.right])}, agree=same, claims=both)
            if same:
                meet(
                    {*product(yes[met.left], no[met.right]), *product(no[met.left], yes[met.right])},
                    agree=False,
                    claims=both,
                )
    return tuple(
        Tie(one=pair[0], other=pair[1], agree=agree, claims=tuple(sorted(claims)))
        for (pair, agree), claims in sorted(found.items())
    )


def _voices(facts: Facts, *, affirms: bool) -> Mapping[str, set[str]]:
    voices: dict[str, set[str]] = defaultdict(set)
    for said in facts.statements:
        if said.affirms == affirms:
            voices[said.claim].add(said.source)
    return voices
