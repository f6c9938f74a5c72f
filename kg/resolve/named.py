"""Something with a name, and the words of the name that tell it from others."""

import re
from dataclasses import dataclass
from functools import cached_property

from kg.model import AgentKind, Iri
from kg.resolve import lists
from kg.resolve.spelling import is_initials, words_of

PLACE_WORDS = lists.words("places")
MEMBER_WORDS = lists.words("members")
OUTLET_WORDS = lists.words("outlets")
FORCES = lists.words("forces")
ARMED = lists.words("armed")
BODIES = lists.words("bodies")
IDLE = lists.words("idle")
PARTITIVE = lists.words("partitive")
COMMON = lists.words("common")
ENDINGS = lists.demonyms()
ADJECTIVES = tuple(ending for ending in ENDINGS if ending in {"ese", "ian", "ish", "i"})
_WHOSE = re.compile(r"^[\w.]+-(?:affiliated|linked|aligned|run|owned|based)\s+")
FEW = 3  # words that "fighters of the" takes up


@dataclass(frozen=True)
class Named:
    """Something with a name: its id, what sort of thing it is, where it is spoken of, and whose it is."""

    id: Iri
    name: str
    kind: AgentKind | None = AgentKind.UNKNOWN  # None for a place
    documents: frozenset[Iri] = frozenset()
    organization: str | None = None
    speaks: bool = False  # whether it is a source, and so no place

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name, without what says in front of it whose it is: "NRC-affiliated"."""
        return words_of(re.sub(r"\sstate (?=(?:television|TV|media|radio)$)", " ", _WHOSE.sub("", self.name)))

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """The words without what only says of what sort it is: "fighters", "district", "news agency"."""
        if self.kind is None:
            return _bare_place(self.words)
        found = _bare_body(self.words)
        alone = len(found) == 1 and len(self.words) > 1 and not is_initials(self.name.rpartition(" ")[0])
        no_name = found[0] in COMMON or (self.words[-1] in FORCES and found[0] not in BODIES)
        return self.words if alone and no_name else found

    @cached_property
    def content(self) -> frozenset[str]:
        """The words that tell it from others of its sort."""
        return frozenset(word for word in self.bare if word not in IDLE)

    @cached_property
    def is_initials(self) -> bool:
        """Whether it is written in capitals only."""
        return is_initials(self.name) and len(self.words) == 1

    @cached_property
    def may_be_person(self) -> bool:
        """Whether it can be the name of a person."""
        common = any(word.islower() and word not in IDLE and not word.startswith("al") for word in self.name.split())
        bodily = bool(set(self.words) & BODIES) or self.is_initials or any(map(_has_digit, self.words)) or common
        return self.kind in {AgentKind.PERSON, AgentKind.UNKNOWN} and not bodily

    @cached_property
    def may_be_body(self) -> bool:
        """Whether it can be the name of an organisation."""
        person = self.kind is AgentKind.PERSON and not set(self.words) & BODIES
        return self.kind is not None and not person


def _bare_place(words: tuple[str, ...]) -> tuple[str, ...]:
    words = tuple(word.removesuffix("ern") if word in PARTITIVE else word for word in words)
    while len(words) > 1 and words[-1] in PLACE_WORDS:
        words = words[:-1]
    while len(words) > 1 and (words[0] in PLACE_WORDS or words[0] == "of"):
        words = words[1:]
    return words


def _bare_body(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the people of a body, or the word for an outlet; what is left of "Vellan forces" were no name."""
    if words[-1] in MEMBER_WORDS:
        left = words[:-1]
        nation = len(left) == 1 and left[0].endswith(ADJECTIVES)
        return (*left, "forces") if nation and words[-1] in ARMED else words if nation or not left else left
    left = words
    if len(words) > FEW and words[0] in MEMBER_WORDS and words[1] == "of":
        left = words[3:] if words[2] == "the" else words[2:]
    while len(left) > 1 and left[-1] in OUTLET_WORDS:
        left = left[:-1]
    return left


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))
