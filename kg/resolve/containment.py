"""Which place lies in which, as a text says: "Orsk, a district of Vell", "Vell's Orsk quarter", "ORSK, Vella -".

Nearness and distance ("a town 30 km south of Vell") are no containment.
"""

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kg.iris import Minter
from kg.model import Decision, Document, Iri, Judgement, Place
from kg.resolve import lists
from kg.resolve.drafting import Thing
from kg.resolve.places import DIRECTION, NAME, SORTS, whole_of

TOLD = "rule:part-told-in-text"
SIDE = "rule:side-of-a-place"


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SORT = _any(frozenset(SORTS) | lists.words("seats"))
_REGION = _any(lists.words("regions"))
_FILL = r"(?:[a-z][\w-]*\s+){0,3}"
_WHOLE = rf"(?:(?:{DIRECTION})\s+)?(?:{_FILL}(?:{_SORT})\s+of\s+)?(?:{NAME})(?:\s+(?:{_SORT})\b)?"
_INSIDE = rf"(?:in|inside|within)\s+(?:the\s+)?(?P<whole>{_WHOLE})"
_PATTERNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"(?P<part>{NAME}),\s+(?:an?|the|one\s+of\s+the|another)\s+{_FILL}(?:{_SORT})\s+(?:of\s+(?:the\s+)?(?P<of>{_WHOLE})|{_INSIDE})",
        rf"\b[Tt]he\s+(?P<part>{NAME})\s+(?:{_SORT})\s+(?:of\s+(?:the\s+)?(?P<of>{_WHOLE})|{_INSIDE})",
        rf"\b(?:{_SORT})\s+of\s+(?P<part>{NAME}),?\s+{_INSIDE}",
        rf"(?P<part>{NAME}),?\s+in\s+(?:the\s+)?(?P<whole>(?:{DIRECTION})\s+(?:{NAME})|(?:{NAME})\s+(?:{_REGION})\b|(?:{_REGION})\s+of\s+(?:{NAME}))",
        rf"(?P<whole>{NAME})['’]s?\s+(?:(?:{DIRECTION})\s+)?(?P<part>{NAME})\s+(?:{_SORT})\b",
        rf"^(?P<part>[A-Z][A-Z' -]+[A-Z]),\s+(?P<whole>{NAME})\s*(?:\([^)\n]*\)\s*)?[-–—]",
    )
)
_TIMES = frozenset((*calendar.day_name, *calendar.month_name))


@dataclass(frozen=True, slots=True)
class Containment:
    """A place and the place that it lies in, with the words that say so."""

    part: str
    whole: str
    words: str


def containments(text: str) -> Iterator[Containment]:
    """Yield which place lies in which, by the words of a text.

    >>> [(each.part, each.whole) for each in containments("He left Orsk, a northern district of Vell, on Monday.")]
    [('Orsk', 'Vell')]
    >>> list(containments("He left Orsk, a town 30 km south of Vell."))
    []
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            found = match.groupdict()
            part, whole = found["part"], found.get("of") or found["whole"]
            part = part.title() if part.isupper() and len(part) > 3 else part
            if whole not in _TIMES and part.lower() != whole.lower():
                yield Containment(*(" ".join(words.split()) for words in (part, whole, match.group())))


class Containers:
    """Judges, for one document, which of the places that its claims speak of lie in which others."""

    def __init__(self, place: Callable[[str], Thing], minter: Minter, document: Document) -> None:
        self._place, self._minter, self._document = place, minter, document
        self.places: dict[Iri, Place] = {}
        self.judgements: dict[Iri, Judgement] = {}

    def judge(self, spoken_of: Mapping[Iri, str]) -> None:
        """Judge what lies around places, given by id and name, and around what these lie in."""
        told = [(self._place(each.part).id, each) for each in containments(self._document.text)]
        waiting = dict(spoken_of)
        done: set[Iri] = set()
        while waiting:
            part, name = waiting.popitem()
            done.add(part)
            around = [(each.whole, TOLD, each.words) for id_, each in told if id_ == part]
            if whole := whole_of(name):
                around.append((whole, SIDE, name))
            for whole, maker, words in around:
                thing = self._place(whole)
                if thing.id != part:
                    self._add(Place(id=part, name=name), Place(id=thing.id, name=thing.label), maker, words)
                    waiting.update({thing.id: thing.label} if thing.id not in done else {})

    def _add(self, part: Place, whole: Place, maker: str, words: str) -> None:
        told = maker == TOLD
        document = self._document.id if told else None
        judgement = Judgement(
            id=self._minter.hashed("judgement", part.id, whole.id, Decision.PART_OF, maker, *filter(None, [document])),
            left=part.id,
            right=whole.id,
            decision=Decision.PART_OF,
            maker=maker,
            score=0.9 if told else 0.95,
            reason=f"the text says “{words}”" if told else f"“{words}” names a part of {whole.name}",
            document=document,
        )
        self.judgements.setdefault(judgement.id, judgement)
        self.places.update({part.id: part, whole.id: whole})
