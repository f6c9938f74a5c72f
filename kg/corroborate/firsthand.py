"""Tells who speaks of what they saw or do themselves, though nobody names them: witnesses, a driver, two nurses."""

import re

from kg.iris import VOCABULARY
from kg.model import Iri
from kg.resolve import lists
from kg.resolve.patterns import singular

GROUPS = {word: group.split()[0] for group in lists.firsthand() for word in group.split()}
_SOME = re.compile(r"^(?:one|two|some|several|many|most) of (?:the |its |their )?", re.IGNORECASE)
_REST = re.compile(r"\s(?:of|in|at|from|near|outside|inside|who|with|on|for|whose|living)\s.*|,.*")


def firsthand(name: str) -> Iri | None:
    """Give what stands for all who may be the same people as those that some words describe.

    >>> firsthand("one of the coach drivers from Orsk") == firsthand("a driver") != firsthand("two night nurses")
    True
    >>> firsthand("security sources"), firsthand("an official at the hospital")
    (None, None)
    """
    words = _REST.sub("", _SOME.sub("", name)).lower().split()
    last = words[-1] if words else ""
    forms = (last, singular(last), last.removesuffix("es"), re.sub("men$", "man", last))
    kind = next((GROUPS[form] for form in forms if form in GROUPS), None)
    return Iri(f"{VOCABULARY}firsthand-{kind}") if kind else None
