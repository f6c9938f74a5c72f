"""How each part of a claim, its relation, actor, thing, place and quantity, stands to the same part of another."""

from dataclasses import dataclass
from enum import StrEnum

from kg.corroborate.alignment import Alignment, Link
from kg.corroborate.fits import SAME, Fit, Fitted, fit
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.quantities import FAR, FARTHER, comparable, is_part, is_vague
from kg.corroborate.quantities import Fit as Size
from kg.corroborate.quantities import fit as fit_quantities
from kg.model import Claim


class Side(StrEnum):
    """In which way one part of the second claim stands to that of the first."""

    EQUAL = "equal"
    STRONGER = "stronger"  # the first follows from it
    WEAKER = "weaker"  # it follows from the first
    ASIDE = "aside"  # neither follows
    EXCLUDES = "excludes"
    ELSEWHERE = "elsewhere"  # about something else


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the second claim: in which way it stands, how surely, and why."""

    side: Side
    score: float = 1.0
    reason: str = ""
    open: bool = False  # stronger only in that it says what the first leaves open


def of_relation(alignment: Alignment, subject: Fitted) -> Part:
    """Weigh the relation; that one side lacks a thing agrees with that the other has it."""
    match alignment.link:
        case Link.OPPOSITE if subject.fit is Fit.OPPOSED:
            side = Side.ASIDE if alignment.mirrored else Side.EQUAL
            return Part(side, 0.85, f"{alignment.reason}, but of the other side")
        case Link.STRONGER:
            return Part(Side.STRONGER, 0.95, alignment.reason)
        case Link.WEAKER:
            return Part(Side.WEAKER, 0.95, alignment.reason)
        case Link.OPPOSITE:
            return Part(Side.EXCLUDES, 0.9, alignment.reason)
        case _:
            return Part(Side.EQUAL, 1.0, alignment.reason)


def of_subject(
    subject: Fitted, target: Fitted, alignment: Alignment, *, exclusive: bool, definite: bool = False
) -> Part:
    """Weigh who does it; `exclusive` where only one side can at a time.

    Where what was done is `definite`, a number or a known place, it is the same whether or not the words say by whom.
    """
    match subject.fit:
        case Fit.SAME | Fit.PART | Fit.WHOLE:
            return Part(Side.EQUAL, subject.score, subject.reason)
        case Fit.ALLIED:
            return Part(Side.EQUAL if exclusive else Side.ASIDE, subject.score, subject.reason)
        case Fit.OPPOSED if (exclusive or alignment.link is Link.OPPOSITE) and fits(target):
            return Part(Side.EQUAL if alignment.link is Link.OPPOSITE else Side.EXCLUDES, 0.9, subject.reason)
        case Fit.OPEN | Fit.UNSAID if target.fit is Fit.SAME or (definite and target.fit is Fit.UNSAID):
            return Part(Side.ASIDE if subject.named else Side.EQUAL, subject.score, subject.reason)
        case Fit.VAGUER | Fit.SHARPER if target.fit is Fit.SAME or (definite and target.fit is Fit.UNSAID):
            side = Side.WEAKER if subject.fit is Fit.VAGUER else Side.STRONGER
            return Part(Side.EQUAL if exclusive or definite else side, subject.score, subject.reason, open=True)
        case _:
            return Part(Side.ELSEWHERE, 0.0, subject.reason or "other actors")


def of_extent(fitted: Fitted, *, whole: bool, exclusive: bool = False) -> Part:
    """Weigh a thing or place; `whole` where the claim is of all of it, not of a spot in it.

    Where only one side can have it (`exclusive`), to have something is not to have what was left open.
    """
    match fitted.fit:
        case Fit.SAME | Fit.UNSAID:
            side = Side.EQUAL
        case Fit.PART:
            side = Side.WEAKER if whole else Side.STRONGER
        case Fit.WHOLE:
            side = Side.ASIDE if whole else Side.WEAKER
        case Fit.VAGUER:
            side = Side.WEAKER
        case Fit.SHARPER:
            side = Side.ASIDE if exclusive else Side.STRONGER
        case _:
            return Part(Side.ELSEWHERE, 0.0, fitted.reason)
    return Part(side, fitted.score, fitted.reason, open=fitted.fit is Fit.SHARPER)


def of_quantity(first: Claim, second: Claim, *, exclusive: bool, one_scope: bool) -> Part:
    """Weigh how much; numbers exclude each other only where both count the same: `one_scope`.

    Who has a part of what only one side can have (`exclusive`) does not have it all.
    """
    if first.quantity is None and second.quantity and exclusive and is_part(second.quantity):
        return Part(Side.EXCLUDES if one_scope else Side.ASIDE, 0.9, f"only in part: {second.quantity.text}")
    if first.quantity is None:
        many = second.quantity is not None and is_vague(second.quantity)
        return Part(Side.STRONGER if second.quantity else Side.EQUAL, open=many)
    if second.quantity is None:
        return Part(Side.WEAKER, 1.0, f"it does not say how much ({first.quantity.text})")
    words = f"{second.quantity.text} ({second.quantity.unit}) against {first.quantity.text} ({first.quantity.unit})"
    side, score, reason = _SIZES[fit_quantities(first.quantity, second.quantity)]
    far = FARTHER if first.place and first.place == second.place else FAR
    if side is Side.EXCLUDES and not (one_scope and comparable(first.quantity, second.quantity, far)):
        side, score, reason = Side.ASIDE, 0.5, "they do not count the same"
    return Part(side, score, f"{reason}: {words}" if reason else "")


_SIZES = {
    Size.EQUAL: (Side.EQUAL, 1.0, ""),
    Size.MORE_EXACT: (Side.STRONGER, 0.95, "compatible"),
    Size.LESS_EXACT: (Side.WEAKER, 0.95, "less exact"),
    Size.DISJOINT: (Side.EXCLUDES, 0.9, "the numbers exclude each other"),
    Size.NOT_COMPARABLE: (Side.ASIDE, 0.5, "not comparable"),
}


def fits(fitted: Fitted) -> bool:
    """Tell whether two things are one, or one part of the other."""
    return fitted.fit in {Fit.SAME, Fit.PART, Fit.WHOLE}


def fit_scope(first: Claim, second: Claim, knowledge: Knowledge) -> Fitted:
    """Fit the places of two claims where both name one beside their object."""
    if first.place is None or second.place is None or first.place == first.object or second.place == second.object:
        return SAME
    return fit(first.place, second.place, (first, second), knowledge)
