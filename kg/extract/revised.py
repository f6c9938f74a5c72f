"""Reads a number that is given anew: "lowered the death toll from 14 to 11"."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract import words
from kg.extract.clause import Clause
from kg.extract.quantities import quantity_of
from kg.extract.tokens import Token
from kg.model import Quantity

_NUMBERED = frozenset({"from", "to"})


@dataclass(frozen=True, slots=True)
class Revision:
    """A new number, the one that it takes back, and the other phrases of its clause."""

    new: Quantity
    taken_back: Quantity | None  # only a higher one: of a toll that was raised the old number is still true
    rest: list[tuple[str, Token]]


def revision_of(clause: Clause, obliques: Sequence[tuple[str, Token]]) -> Revision | None:
    """Give the number that a clause says a toll or estimate is changed to, if it says so."""
    target = clause.object
    if target is None or target.lemma_ not in words.REVISED or clause.predicate.split()[0] not in words.REVISING:
        return None
    numbers = {preposition: quantity_of(head) for preposition, head in obliques if preposition in _NUMBERED}
    old, new = numbers.get("from"), numbers.get("to")
    if new is None:
        return None
    lowered = old is not None and old.low is not None and new.high is not None and new.high < old.low
    return Revision(new, old if lowered else None, [each for each in obliques if each[0] not in _NUMBERED])
