"""Grades: what people think of sources, in the letters and figures of the Admiralty code.

A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged; 1 confirmed, 2 probably
true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. A grade stands beside verdicts and is in none.
"""

import re

from kg.dates import now
from kg.errors import UsageError
from kg.iris import compact
from kg.model import Grade, Iri
from kg.rdf.grades import grade_quads, grades
from kg.rdf.terms import iri, node
from kg.rdf.vocab import KG
from kg.store import Store, View
from kg.store.free import free_id

GRADED = ("agent", "party")  # kinds of what is graded
_GRADE = re.compile(r"[A-F][1-6]?")


def grade(store: Store, source: Iri, letters: str, by: str, reason: str = "") -> Iri:
    """Record how a person grades a source, and give the id of that; the same grade twice is one.

    Raises UsageError for what is no grade, and where another grade by the same person is in force.
    """
    letters = letters.strip().upper()
    if not _GRADE.fullmatch(letters):
        raise UsageError(f"{letters!r} is no grade; give A to F, alone or with 1 to 6, such as B2")
    maker = f"person:{by}"
    for other in _made(store, source):
        short = compact(other.id, store.base)
        if other.maker == maker and other.grade == letters:
            return other.id
        if other.maker == maker:
            raise UsageError(f"{short} by {maker} says {other.grade}; take it back first: kg retract {short}")
    made = Grade(
        id=free_id(store, "grade", source, letters, maker), agent=source, grade=letters, maker=maker,
        reason=reason or f"{by} says so", made=now(),
    )  # fmt: skip
    store.add(grade_quads(made))
    return made.id


def _made(view: View, source: Iri) -> list[Grade]:
    found = view.quads(None, KG.graded, node(source))
    return list(grades(quad for each in found for quad in view.quads(node(iri(each.subject)))))
