"""Puts into the words of a picture who said what, through whom and when; what is not known is said to be unknown."""

from collections.abc import Container, Sequence

from kg.corroborate.case import Term
from kg.corroborate.evidence import Evidence
from kg.corroborate.independence import Origin
from kg.corroborate.interest import Interest
from kg.corroborate.reasons import INTEREST
from kg.corroborate.relevance import Bearing, Effect
from kg.corroborate.verdict import Corroboration
from kg.model import Certainty, Iri, Stance
from kg.pictures.lettering import legible

NOBODY = "unnamed source"
NO_DAY = "day unknown"
NO_PARTY = "no known side"


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number with its word.

    >>> counted(2, "origin")
    '2 origins'
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def verdict(answer: Corroboration) -> str:
    """Say what the verdict is, and what it rests on."""
    against = sum(not origin.affirms for origin in answer.origins)
    told = (*answer.supports, *answer.denies)
    documents = len({each.testimony.document for each in told})
    return " · ".join(
        (
            f"{plain(answer.verdict)}, score {answer.score:.2f}",
            f"{counted(len(answer.origins) - against, 'origin')} for it, {against} against it",
            f"{counted(len(told), 'statement')} in {counted(documents, 'document')}",
        )
    )


def plain(word: str) -> str:
    """Write a word of the graph without its hyphens."""
    return word.replace("-", " ")


def speaker(bearing: Bearing, evidence: Evidence) -> str:
    """Name who said it."""
    said, knowledge = bearing.testimony, evidence.knowledge
    if said.narrated and (outlet := said.agent or said.publisher):
        return f"{legible(knowledge.name(outlet))}, in its own words"
    return legible(knowledge.name(said.agent)) if said.agent else NOBODY


def deed(bearing: Bearing) -> str:
    """Say what a statement does: "admits", "asserts that it is not so", "asserts what contradicts it"."""
    said = bearing.testimony
    sure = {Certainty.CERTAIN: "", Certainty.PROBABLE: " as probable", Certainty.POSSIBLE: " as possible"}
    told = f"{said.stance}{sure[said.certainty]}"
    against = bearing.effect is not Effect.SUPPORTS
    if said.affirms:
        return f"{told}, contradicting it" if bearing.effect is Effect.DENIES else told
    if said.stance is Stance.DENIES:
        return told if against else f"{told} what contradicts it"
    return f"{told} that it is not so" if against else f"{told} that the contrary is not so"


def day(bearing: Bearing) -> str:
    """Give the day on which it was said, as far as it is known."""
    said = bearing.testimony
    return str(said.said_on) if said.said_on else NO_DAY


def carriers(bearing: Bearing, evidence: Evidence) -> list[str]:
    """Name those that passed it on, from the paper's end; the paper itself is not among them."""
    return [legible(evidence.knowledge.name(hop)) for hop in reversed(bearing.testimony.via)]


def publisher(bearing: Bearing, evidence: Evidence) -> str:
    """Name who published it."""
    found = bearing.testimony.publisher
    return legible(evidence.knowledge.name(found)) if found else "unknown publisher"


def published(bearing: Bearing) -> str:
    """Say when it was published, as far as that is known."""
    found = bearing.testimony.published
    return f"published {found}" if found else "day of publication unknown"


def name(origin: Origin) -> str:
    """Name an origin; sources of whom nothing is known share one, which is not named after one of them."""
    return "sources of unknown lineage" if not origin.known and len(origin.statements) > 1 else legible(origin.name)


def side(origin: Origin, evidence: Evidence) -> str:
    """Name the party of an origin."""
    return legible(evidence.knowledge.name(origin.party)) if origin.party else NO_PARTY


def standing(origin: Origin) -> str:
    """Say how an origin stands to what it says."""
    if not origin.known:
        return "lineage unknown"
    return INTEREST[origin.interest]


def admits(origin: Origin) -> bool:
    """Tell whether an origin says something against its own interest."""
    return origin.known and origin.interest is Interest.AGAINST


def stand(origin: Origin, evidence: Evidence) -> str:
    """Name an origin with its side and its interest."""
    party = side(origin, evidence)
    return f"{name(origin)} ({'' if party == origin.name else party + ', '}{standing(origin)})"


def weighs(term: Term | None) -> str:
    """Say how much of an origin goes into the score."""
    return f"weighs {term.weight * term.match:.2f}" if term else "counts for nothing"


def left_out(answer: Corroboration, picked: Container[Iri] | None, hidden: int) -> list[str]:
    """Say what a picture leaves out: what was not picked, and origins that found no room."""
    told = [each.testimony.statement for each in (*answer.supports, *answer.denies)]
    missing = 0 if picked is None else sum(name not in picked for name in told)
    notes = [f"{counted(missing, 'statement')} left out as asked; the verdict rests on all"] if missing else []
    return [*notes, *([f"{counted(hidden, 'more origin')} not shown"] if hidden else [])]


def described(answer: Corroboration, names: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Say in a few sentences what a picture shows: the claim, the verdict and who stands where."""
    told = [f"{what}: {', '.join(who)}." for what, who in names if who]
    return " ".join((f"{answer.text}.", f"{verdict(answer)}.", *told))
