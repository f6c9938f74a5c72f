"""Tells whether the numbers of two claims count the same, and which of them is the later count."""

from collections.abc import Container

from kg.corroborate.fits import Fit, Fitted, label
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.quantities import SHARE, is_lower, is_part, is_unmistakable
from kg.corroborate.quantities import Fit as Size
from kg.corroborate.quantities import fit as fit_quantities
from kg.corroborate.words import IN_OTHER, stems
from kg.model import Claim
from kg.resolve import lists


def is_one_scope(first: Claim, second: Claim, fitted: tuple[Fitted, Fitted, Fitted], knowledge: Knowledge) -> bool:
    """Tell whether two claims count the same things: not "islanders" and "island police".

    A cause that only one of them names, as a flood, is no one whose share it would be.
    """
    subject, *things = fitted
    cause = first.subject if subject.fit is Fit.VAGUER else second.subject
    unnamed = subject.fit in {Fit.VAGUER, Fit.SHARPER} and not knowledge.knows(cause)
    if _is_share_of(first, second, knowledge):
        things = things[1:]
    return (subject.fit in {Fit.SAME, Fit.UNSAID} or unnamed) and all(
        each.fit is Fit.UNSAID or (each.fit is Fit.SAME and each.score > IN_OTHER) for each in things
    )


def _is_share_of(first: Claim, second: Claim, knowledge: Knowledge) -> bool:
    """Tell whether the second names a share of the first's very object: "half of the port and villages near it"."""
    if second.quantity is None or not is_part(second.quantity):
        return False
    return set(stems(second.quantity.unit)) - {SHARE} == set(stems(label(first.object, first, knowledge)))


_PARTS = frozenset(stems(" ".join(lists.words("partitive"))))


def is_no_narrower(first: Claim, second: Claim, knowledge: Knowledge, context: Container[str]) -> bool:
    """Tell whether the second's document has what else a count is of, and counts no part of it."""
    share = second.quantity is not None and is_part(second.quantity)
    if not share and _PARTS & set(stems(second.text)) - set(stems(first.text)):
        return False
    period, quantity = first.period, first.quantity
    known = (
        *first.labels.values(),
        *((quantity.text, quantity.unit) if quantity else ()),
        period.text if period else "",
    )
    rest = set(stems(first.text)) - set(stems(" ".join(known))) - knowledge.verbs(first.predicate)
    return all(word in context for word in rest if not word.isdigit())


def is_earlier_count(first: Claim, second: Claim) -> bool:
    """Tell whether the second counts fewer on a day before that by which the first counts: tolls rise."""
    if not (first.quantity and second.quantity and first.period and second.period):
        return False
    ends = first.period.end, second.period.end
    rising = first.period.start is None and ends[0] is not None and ends[1] is not None and ends[1] < ends[0]
    return rising and is_lower(second.quantity, first.quantity)


def is_the_number(first: Claim, second: Claim) -> bool:
    """Tell whether two claims give one number that is too particular to be given twice by chance."""
    if not (first.quantity and second.quantity):
        return False
    particular = is_unmistakable(first.quantity) and is_unmistakable(second.quantity)
    return particular and fit_quantities(first.quantity, second.quantity) is Size.EQUAL
