"""Verdicts that explain themselves.

A question is one claim or several; all of them must hold. An origin supports it when its statements together support
at least half of its claims, so long as no claim is left that nobody supports: reports of a long list often leave
something out. It denies it when they deny one. What supports fewer of them qualifies.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.corroborate.case import Case, Verdict
from kg.corroborate.evidence import Evidence
from kg.corroborate.fits import is_unstated
from kg.corroborate.identified import claim_of
from kg.corroborate.independence import Origin, counted, origins
from kg.corroborate.names import Names
from kg.corroborate.nearest import nearest
from kg.corroborate.reasons import why
from kg.corroborate.relevance import Bearing, Effect, bearings, in_words_alone, qualify
from kg.corroborate.words import stems
from kg.errors import NotFoundError
from kg.model import Claim, Iri

TIMES = frozenset(stems("days weeks months years hours minutes"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """The verdict on a question, with both sides and the reasons."""

    query: str
    claim: Iri
    text: str
    verdict: Verdict
    score: float
    origins: tuple[Origin, ...]
    supports: tuple[Bearing, ...]
    denies: tuple[Bearing, ...]
    qualifies: tuple[Bearing, ...]
    carriers: int  # publishers that carry the supporting statements
    why: tuple[str, ...]
    case: Case = field(repr=False, compare=False)
    evidence: Evidence = field(repr=False, compare=False)

    def to_json(self) -> dict[str, object]:
        """Write the answer as `design.md` defines it."""
        names = Names(self.evidence)
        return {
            "query": self.query,
            "claim": names.short(self.claim),
            "text": self.text,
            "verdict": self.verdict.value,
            "score": self.score,
            "origins": [names.origin(origin) for origin in self.origins],
            "supports": [names.bearing(bearing) for bearing in self.supports],
            "denies": [names.bearing(bearing) for bearing in self.denies],
            "qualifies": [names.bearing(bearing) for bearing in self.qualifies],
            "carriers": self.carriers,
            "why": list(self.why),
        }


def corroborate(
    evidence: Evidence, question: Claim | Sequence[tuple[Claim, bool]], affirms: bool = True, query: str = ""
) -> Corroboration:
    """Give the verdict on one claim, affirmed or denied, or on several claims that must all hold.

    With no claim at all, because none could be read from the words, it is unknown.
    """
    parts = _parts([(question, affirms)] if isinstance(question, Claim) else question, evidence)
    case = _weigh(parts, evidence, query)
    text = "; ".join(claim.text if stand else f"not: {claim.text}" for claim, stand in parts)
    return Corroboration(
        query=query or text,
        claim=parts[0][0].id if parts else Iri(""),
        text=text,
        verdict=case.verdict,
        score=case.score,
        origins=(*counted(case.supporting), *counted(case.denying)),
        supports=case.supports,
        denies=case.denies,
        qualifies=case.qualifies,
        carriers=len({each.testimony.publisher or each.testimony.document for each in case.supports}),
        why=_why(case, query or text, [claim for claim, _ in parts], evidence),
        case=case,
        evidence=evidence,
    )


def _why(case: Case, query: str, parts: Sequence[Claim], evidence: Evidence) -> tuple[str, ...]:
    if not parts:
        return ("no claim could be read from the words",)
    bare = case.verdict is Verdict.UNKNOWN and not case.qualifies
    return (*why(case, evidence), *(nearest(query, parts, evidence) if bare else ()))


def corroborate_claim(evidence: Evidence, claim: Iri) -> Corroboration:
    """Give the verdict on a claim of the graph; raises NotFoundError for one that it does not hold."""
    if claim not in evidence.claims:
        raise NotFoundError(f"the graph holds no claim {claim}; list them with: kg claims")
    return corroborate(evidence, evidence.claims[claim])


def case_of(evidence: Evidence, claim: Iri) -> Case:
    """Give what is for and against a claim of the graph, with the verdict but not the words for it."""
    return _weigh(_parts([(evidence.claims[claim], True)], evidence), evidence)


def _parts(asked: Sequence[tuple[Claim, bool]], evidence: Evidence) -> list[tuple[Claim, bool]]:
    asked = [(claim_of(claim, evidence.identity), stand) for claim, stand in asked]
    return [(_plain(_whole_of(claim, asked)), stand) for claim, stand in asked]


def _whole_of(claim: Claim, asked: Sequence[tuple[Claim, bool]]) -> Claim:
    """Give to a part of a question what it shares with another: "reached and held the bridge" has one bridge."""
    others = (other for other, _ in asked if other.subject == claim.subject and not is_unstated(other.object))
    if not is_unstated(claim.object) or (full := next(others, None)) is None:
        return claim
    named = {name: full.labels[name] for name in (full.object, full.place) if name and name in full.labels}
    return replace(
        claim,
        object=full.object,
        place=claim.place or full.place,
        period=claim.period or full.period,
        text=f"{claim.text} {named.get(full.object, '')}".strip(),
        labels={**claim.labels, **named},
    )


def _plain(claim: Claim) -> Claim:
    """Take away a period of which neither end is known, which says nothing, and how long one is that is known."""
    known = claim.period and (claim.period.start or claim.period.end)
    lasting = known and claim.quantity and set(stems(claim.quantity.unit)) <= TIMES
    plain = claim if known else replace(claim, period=None)
    return replace(plain, quantity=None) if lasting else plain


def _weigh(parts: Sequence[tuple[Claim, bool]], evidence: Evidence, words: str = "") -> Case:
    """Weigh what bears on the parts of a question, and what says it as a whole in words alone."""
    answers = [bearings(claim, evidence, affirms=stand) for claim, stand in parts]
    denies = _pick(answers, Effect.DENIES)
    supports, partial = _whole(answers, parts, evidence)
    if words and parts and all(stand and claim.id not in evidence.claims for claim, stand in parts):
        claims = [claim for claim, _ in parts]
        worded = [list(in_words_alone(words, claims, (*supports, *denies), evidence))]
        supports = _distinct((*supports, *_pick(worded, Effect.SUPPORTS)))
        denies = _distinct((*denies, *_pick(worded, Effect.DENIES)))
    taken = {each.testimony.statement for each in (*supports, *denies)}
    rest = _distinct((*partial, *_pick(answers, Effect.QUALIFIES)))
    return Case(
        supports=supports,
        denies=denies,
        qualifies=tuple(each for each in rest if each.testimony.statement not in taken),
        supporting=origins([each.testimony for each in supports], evidence),
        denying=origins([each.testimony for each in denies], evidence, affirms=False),
        knowledge=evidence.knowledge,
    )


def _pick(answers: Iterable[list[Bearing]], effect: Effect) -> tuple[Bearing, ...]:
    return _distinct(bearing for answer in answers for bearing in answer if bearing.effect is effect)


def _distinct(found: Iterable[Bearing]) -> tuple[Bearing, ...]:
    """Keep of each statement what bears on the question most surely."""
    best: dict[Iri, Bearing] = {}
    for bearing in found:
        name = bearing.testimony.statement
        if name not in best or bearing.match.score > best[name].match.score:
            best[name] = bearing
    return tuple(best[name] for name in sorted(best))


def _whole(
    answers: Sequence[list[Bearing]], parts: Sequence[tuple[Claim, bool]], evidence: Evidence
) -> tuple[tuple[Bearing, ...], tuple[Bearing, ...]]:
    """Part the supporting statements: those of origins that support every claim asked, and those that do not."""
    supports = _pick(answers, Effect.SUPPORTS)
    if len(parts) == 1:
        return supports, ()
    covered = [{each.testimony.statement for each in answer if each.effect is Effect.SUPPORTS} for answer in answers]
    missing: dict[Iri, list[str]] = {}
    for origin in origins([each.testimony for each in supports], evidence):
        said = {*origin.statements}
        lacking = [claim.text for (claim, _), names in zip(parts, covered, strict=True) if not names & said]
        enough = all(covered) and 2 * len(lacking) <= len(parts)
        missing |= dict.fromkeys(origin.statements, [] if enough else lacking)
    return (
        tuple(each for each in supports if not missing[each.testimony.statement]),
        tuple(
            qualify(each, f"only in part; it does not say: {'; '.join(lacking)}")
            for each in supports
            if (lacking := missing[each.testimony.statement])
        ),
    )
