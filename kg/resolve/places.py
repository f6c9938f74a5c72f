"""Places by the words alone: which phrases name one, and of which place a phrase names a side or a part."""

import re

from kg.model import Phrase
from kg.resolve import lists
from kg.resolve.named import BODIES, MEMBER_WORDS, PLACE_WORDS
from kg.resolve.names import PLACES_WORDS, is_some_of, sided

_STANDING = lists.words("standing")
DIRECTION = "|".join(sorted(lists.words("directions"), key=len, reverse=True))
_PART = "|".join(sorted(lists.words("parts_of_places"), key=len, reverse=True))
SORTS = tuple(sorted(PLACE_WORDS - PLACES_WORDS, key=len, reverse=True))
_SORT = "|".join(SORTS)
NAME = r"[A-Z][\w'’-]*(?:\s+(?:(?:al-|el-)?[A-Z][\w'’-]*))*|(?:al|el)-[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*"
_OF_SORT = re.compile(rf"(?:.*\s)?(?:{_SORT})\s+of\s+(?P<name>{NAME})")
_SIDES = (
    re.compile(
        rf"(?:the\s+)?(?:{DIRECTION})\s+(?:{_PART})\s+of\s+(?:the\s+)?(?:(?:{_SORT})\s+of\s+)?(?P<whole>{NAME})"
    ),
    re.compile(rf"(?:the\s+)?(?P<whole>{NAME})['’]s?\s+(?:{DIRECTION})(?:\s+(?:{_PART}))?"),
    re.compile(rf"(?:the\s+)?(?:{DIRECTION})\s+(?P<whole>{NAME})(?:\s+(?:{_SORT}))?"),
)


def place_in(phrase: Phrase, preposition: str = "") -> str | None:
    """Give the name of the place that a phrase names; a preposition of standing in it helps to tell.

    A name taken for a person or a body is no place; a common noun is one only with a name beside it.
    """
    name = phrase.antecedent or " ".join(phrase.text.split())
    if not any(word[:1].isupper() for word in name.split()) or is_some_of(name):
        return None
    if whole_of(name):
        return sided(name)
    if named := _OF_SORT.fullmatch(name):
        return named["name"]
    words = name.lower().split()
    if phrase.place is False or words[-1] in BODIES | MEMBER_WORDS:
        return None
    if phrase.place or (phrase.named and preposition in _STANDING):
        return name
    return name if words[-1] in PLACE_WORDS and len(words) > 1 and name.split()[-2][:1].isupper() else None


def whole_of(name: str) -> str | None:
    """Give the place of which a name says a side: "the east bank of Vell", "Vell's northern edge", "central Vell".

    >>> whole_of("the left bank of Vell"), whole_of("eastern Vell"), whole_of("South Vell"), whole_of("Vell")
    ('Vell', 'Vell', None, None)
    """
    found = (pattern.fullmatch(name) for pattern in _SIDES)
    return next((match["whole"] for match in found if match), None)
