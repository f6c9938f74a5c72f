"""Whom a document means by "the militants" or "the rebel group": the only armed body that it names."""

import re
from collections import Counter
from dataclasses import dataclass, field

from kg.resolve import lists
from kg.resolve.named import BODIES, COMMON, is_adjective
from kg.resolve.short import initials_of
from kg.resolve.spelling import is_initials, words_of

_ARMED = sorted(lists.sides("rebels"))
_PLURAL = "|".join(_ARMED)
_ARMED_ONE = "|".join(["armed", *(re.sub("men$", "man", word).removesuffix("s") for word in _ARMED)])
_GROUP = "group|movement|organisation|organization|faction|militia"
_NAME = r"[A-Z][\w’'-]*(?:\s(?:(?:of|for|in|the|and)\s){0,2}[A-Z][\w’'-]*)*"
_CALLED = (
    re.compile(rf"(?P<name>{_NAME})(?:['’]s)?\s(?:{_PLURAL})\b"),
    re.compile(rf"(?P<name>{_NAME})\s(?:(?:{_ARMED_ONE})\s)?group\b"),
    re.compile(rf"\b(?:{_ARMED_ONE})\s(?:(?:{_GROUP})\s)?(?P<name>{_NAME})"),
)
_MEANT = re.compile(rf"(?:the\s|these\s|those\s)?(?:{_PLURAL}|(?:{_ARMED_ONE})\s(?:{_GROUP}))", re.IGNORECASE)
_OPENING = re.compile(r"^(?:The|A|An|On|In|At|By|But|And|As|So|While|When|That)\s+")


@dataclass(slots=True)
class ArmedBody:
    """The armed body that a document names, where it is the only one."""

    text: str
    name: str | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        names = (_body(match["name"]) for each in _CALLED for match in each.finditer(self.text))
        found = Counter(name for name in names if name and self._is_name(name))
        full = max(found, key=lambda name: (len(name.split()), found[name], name), default=None)
        if full is not None and all(_is_one(name, full) for name in found):
            self.name = max(found, key=lambda name: (found[name], name))

    def _is_name(self, name: str) -> bool:
        """Whether words are no mere opening of a sentence: "Seventy"."""
        return " " in name or is_initials(name) or re.search(rf"[a-z,] {re.escape(name)}\b", self.text) is not None

    def meant(self, words: str) -> str | None:
        """Give its name if words describe it: "militants", "the rebel group"; a name describes nothing.

        >>> body = ArmedBody("Qasr Front militants fled. The militants had held Vell.")
        >>> body.meant("the militants"), body.meant("Orr militants")
        ('Qasr Front', None)
        """
        return self.name if self.name and _MEANT.fullmatch(words) else None


def _body(name: str) -> str | None:
    """Give the name of a body without what opens a sentence; a people or a common noun is no body."""
    name = _OPENING.sub("", name)
    words = words_of(name)
    people = len(words) == 1 and (is_adjective(words[0]) or words[0] in BODIES | COMMON)
    return None if people or name in {"The", "A", "An"} or not words else name


def _is_one(name: str, full: str) -> bool:
    """Whether a name is part of a fuller one, or its initials."""
    letters = name.replace(".", "").lower()
    return set(words_of(name)) <= set(words_of(full)) or (is_initials(name) and letters in initials_of(full))
