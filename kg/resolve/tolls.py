"""Reads what counts people as the clause of what befell them: "the death toll rose to 85", "38 dead"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Phrase, Proposition, Quantity

PEOPLE = Phrase(text="people", head="people", named=False)
_COUNTING = frozenset(
    re.findall(
        r"\S+", "put leave be rise reach climb stand estimate grow increase jump exceed pass total hit bring give"
    )
) | {"there be"}
_BEFELL = (
    (re.compile(r"\b(?:dead|deaths?|death toll|killed|fatalit(?:y|ies)|lives lost)\b"), "kill"),
    (re.compile(r"\b(?:wounded|injured|injuries)\b"), "wound"),
    (re.compile(r"\bdisplaced\b"), "displace"),
    (re.compile(r"\bmissing\b"), "disappear"),
)
_COUNTS = frozenset({"toll", "number", "total", "figure", "count", "dead", "death", "displaced", "wounded", "injured"})


def read_toll(proposition: Proposition) -> Iterator[Proposition]:
    """Yield what a toll says of people, if the proposition is one."""
    if proposition.quantity is None or proposition.predicate not in _COUNTING:
        return
    if proposition.predicate == "leave":
        yield from _left_so(proposition, proposition.quantity)
        return
    counted = [p for p in (proposition.object, proposition.subject) if p is not None and p.head.lower() in _COUNTS]
    for phrase in counted[:1]:
        words = phrase.text.lower()
        befell = next((verb for pattern, verb in _BEFELL if pattern.search(words)), None)
        if befell is not None:
            around = (*proposition.obliques, ("in", phrase))
            unit = proposition.quantity.unit or f"people {befell}ed"
            yield replace(
                proposition,
                predicate=befell,
                subject=None,
                object=PEOPLE,
                obliques=around,
                quantity=replace(proposition.quantity, unit=unit),
            )


def _left_so(proposition: Proposition, quantity: Quantity) -> Iterator[Proposition]:
    """Yield what befell people by what they were left; an event is where, not who: "the flood left 31 people dead"."""
    left = proposition.object.text.lower().partition(" and ")[0] if proposition.object else ""
    befell = next((verb for pattern, verb in _BEFELL if pattern.search(left)), None)
    if befell is not None:
        quantity = replace(quantity, unit=f"people {befell}ed")
        cause = proposition.subject if proposition.subject and not proposition.subject.named else None
        around = (*proposition.obliques, *((("in", cause),) if cause else ()))
        doer = None if cause else proposition.subject
        yield replace(proposition, predicate=befell, subject=doer, object=PEOPLE, obliques=around, quantity=quantity)
