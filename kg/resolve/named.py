"""Something with a name, and the words of the name that tell it from others."""

import re
from dataclasses import dataclass
from functools import cached_property

from kg.model import AgentKind, Iri
from kg.resolve import lists
from kg.resolve.countries import country_of, country_of_capital, is_adjective_of_country, with_countries
from kg.resolve.spelling import is_initials, words_of

PLACE_WORDS = lists.words("places")
MEMBER_WORDS = lists.words("members")
OUTLET_WORDS = lists.words("outlets")
COMPANIES = lists.words("companies")
HALVES = lists.words("halves")
PARTICLES = lists.words("particles")
FORCES = lists.words("forces")
ARMED = lists.words("armed")
BODIES = lists.words("bodies")
IDLE = lists.words("idle")
PARTITIVE = lists.words("partitive")
COMMON = lists.words("common")
ENDINGS = lists.demonyms()
ADJECTIVES = tuple(ending for ending in ENDINGS if ending in {"ese", "ian", "ish", "i"})
_WHOSE = re.compile(r"^[\w.]+-(?:affiliated|linked|aligned|run|owned|based)\s+")
_OWNED = re.compile(r"^[\w.]+(?:['’]s|[sS]['’])\s+(?=[A-Z][\w-]*$)")
_CALLED = re.compile(r"^(?:[A-Z][\w-]*\s+)?(?:[a-z][\w-]*\s+)*?(?P<kind>[a-z]+)\s+(?=[A-Z])")
_ASIDE = re.compile(r",\s+(?:the|a|an)\s.*$|\s*\([a-z][^)]*\)$")
_STATE_OUTLET = re.compile(r"\sstate (?=(?:television|TV|media|radio)$)")
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
        """The words of the name, without what says beside it whose or what it is: "NRC-affiliated", "news agency"."""
        return words_of(_STATE_OUTLET.sub(" ", plain_name(self.name)))

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
        return frozenset(word for word in with_countries(self.bare) if word not in IDLE)

    @cached_property
    def state(self) -> str | None:
        """The country whose government it is: "government of Peru", and "Lima" or "Peru" where it speaks."""
        if self.kind is None or self.kind is AgentKind.PERSON:
            return None
        left = self.content - {"government"}
        if len(left) == 1 and "government" in self.content:
            return country_of(min(left).split("-"))
        return (country_of(self.words) or country_of_capital(self.words)) if self.speaks else None

    @cached_property
    def is_initials(self) -> bool:
        """Whether it is written in capitals only."""
        return is_initials(self.name) and len(self.words) == 1

    @cached_property
    def may_be_person(self) -> bool:
        """Whether it can be the name of a person."""
        small = (word for word in self.name.split() if word.islower() and not word.startswith("al"))
        common = any(word not in IDLE and word not in PARTICLES for word in small)
        bodily = bool(set(self.words) & BODIES) or self.is_initials or any(map(_has_digit, self.words)) or common
        bodily = bodily or (
            self.kind is AgentKind.UNKNOWN and len(self.words) > 1 and is_adjective_of_country(self.words[0])
        )
        return self.kind in {AgentKind.PERSON, AgentKind.UNKNOWN} and not bodily

    @cached_property
    def may_be_body(self) -> bool:
        """Whether it can be the name of an organisation."""
        person = self.kind is AgentKind.PERSON and not set(self.words) & BODIES
        return self.kind is not None and not person


def plain_name(name: str) -> str:
    """Leave out what stands beside a name and says whose or what it is.

    >>> plain_name("NRC-affiliated Qasr"), plain_name("Vellan rebel group Qasr"), plain_name("Orr bridge, the old one")
    ('Qasr', 'Qasr', 'Orr bridge')
    """
    name = _ASIDE.sub("", _WHOSE.sub("", name))
    called = _CALLED.match(name)
    if called and called["kind"] in BODIES | OUTLET_WORDS:
        return name[called.end() :]
    return name[owned.end() :] if (owned := _OWNED.match(name)) and not _is_generic(name[owned.end() :]) else name


def _is_generic(word: str) -> bool:
    return word.lower() in BODIES | COMMON | OUTLET_WORDS | MEMBER_WORDS


def is_adjective(word: str) -> bool:
    """Whether a word can be an adjective made of the name of a country."""
    return word.endswith(ADJECTIVES) or is_adjective_of_country(word)


def _bare_place(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) > 1 and words[-1] in HALVES and words[-2] in PARTITIVE:
        words = words[:-1]
    words = tuple(word.removesuffix("ern") if word in PARTITIVE else word for word in words)
    while len(words) > 1 and words[-1] in PLACE_WORDS and not (words[-1] == "river" and country_of(words[:-1])):
        words = words[:-1]
    while len(words) > 1 and (words[0] in PLACE_WORDS or words[0] == "of"):
        words = words[1:]
    return words


def _bare_body(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the people of a body, or the word for an outlet; what is left of "Vellan forces" were no name."""
    if words[-1] in MEMBER_WORDS:
        left = words[:-1]
        nation = len(left) == 1 and is_adjective(left[0])
        return (*left, "forces") if nation and words[-1] in ARMED else words if nation or not left else left
    left = words
    if len(words) > FEW and words[0] in MEMBER_WORDS and words[1] == "of":
        left = words[3:] if words[2] == "the" else words[2:]
    while len(left) > 1 and left[-1] in OUTLET_WORDS | COMPANIES:
        left = left[:-1]
    return left


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))
