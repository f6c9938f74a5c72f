"""Tells of which state a body is, by its name: "Vellian army", "Interior Ministry of Vell", "the police"."""

import re
from collections import Counter
from collections.abc import Iterable

from kg.resolve import lists
from kg.resolve.countries import country_of
from kg.resolve.named import ADJECTIVES
from kg.resolve.spelling import is_initials, words_of, written_out

STATE, UNITS, SORTS = lists.sides("state"), lists.sides("units"), lists.sides("sorts")
PEOPLE = lists.sides("people")
REBELS, NO_COUNTRY, IRREGULAR = lists.sides("rebels"), lists.sides("no_country"), lists.sides("irregular")
RULES = frozenset({"government", "army", "military"})  # what names of countries stand before
LONGEST = 4  # words of the name of a state's body without its country
_OF = re.compile(r"^(?:the\s+)?(?P<body>[\w' ’-]+?) of (?:the )?(?P<country>[A-Z][\w-]*)$", re.IGNORECASE)
_ROOT = re.compile(r"(?<=\w{3})(?:ia|a|y|e|o)$")


class States:
    """The states whose bodies some names are of; a body without a country is of the one that is spoken of most."""

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        """Take names, each with how often it is used."""
        found = [(name, number) for name, number in names if name]
        self._countries = frozenset(key for name, _ in found if (key := country(name) or _ruled(name)))
        spoken = Counter[str]()
        for name, number in found:
            spoken.update(dict.fromkeys(self._named(name), number + 1))
        self.main = max(((count, name) for name, count in spoken.items()), default=(0, ""))[1]

    def _named(self, name: str) -> frozenset[str]:
        return frozenset(_key(word) for word in name.split() if word[:1].isupper()) & self._countries

    def country(self, name: str) -> str:
        """Give the country that the name of a state's body tells; "" where it tells none."""
        if key := country(name):
            return key
        words = [word for word in name.split() if word.lower() != "the"]
        if not _is_one_body(words):
            return ""
        of = _OF.match(name)
        telling = [words[0], *([of["country"]] if of else [])]
        keys = (_key(word) for word in telling if word[:1].isupper())
        return next((key for key in keys if key in self._countries), "")

    def side(self, name: str) -> str:
        """Give the side that the words of a name tell; "" where they tell none."""
        words = words_of(name)
        if not words or IRREGULAR & {*words}:
            return ""
        if found := self.country(name):
            return f"state {found}"
        if not REBELS.isdisjoint(words):
            return "rebels" if {*words} <= REBELS | STATE else ""
        if len(words) <= LONGEST and (_is_common(name, words) or _is_sort(words)):
            return f"state {_ruled(name) or self.main}"
        return ""


def country(name: str) -> str:
    """Give the country that the name of a state's body begins or ends with; "" where it surely names none.

    >>> country("Vellian army"), country("River Police"), country("the army"), country("Orski security forces")
    ('vell', '', '', 'orsk')
    >>> country("government of Vellia"), country("Ministry of Health")
    ('vell', '')
    """
    words = [word for word in name.split() if word.lower() != "the"]
    if not _is_one_body(words):
        return ""
    if " of the " in name:
        return country(name.partition(" of the ")[2])
    if (of := _OF.match(name)) and (of["body"].lower() == "government" or _known(of["country"])):
        return _key(of["country"])
    first = _bare(words[0])
    if not words[0][:1].isupper() or first in NO_COUNTRY:
        return ""
    return _key(words[0]) if _known(words[0]) or first.endswith(ADJECTIVES) else ""


def _ruled(name: str) -> str:
    """Give the country in "Vell government", "Vell health ministry"; no common word that may stand there."""
    words = [word for word in name.split() if word.lower() != "the"]
    rules = len(words) > 1 and words[-1].lower() in RULES
    ministry = len(words) > 2 and words[-1] == "ministry" and words[1].islower()
    telling = (rules or ministry) and words[0][:1].isupper()
    return _key(words[0]) if telling and not {_bare(words[0])} & (NO_COUNTRY | SORTS | STATE | UNITS) else ""


def _is_one_body(words: list[str]) -> bool:
    """Whether words may be the name of one body of a state: "Vellian and Orski forces" are two."""
    telling = words_of(" ".join(words))
    body = not (STATE | UNITS).isdisjoint(telling) and IRREGULAR.isdisjoint(telling)
    return body and len(words) > 1 and "and" not in words


def _is_common(name: str, words: tuple[str, ...]) -> bool:
    """Whether words are for a body of whichever state: "army", "Vell police"; not "UN forces", "club officials"."""
    others = {*words[:-1]} - (SORTS | STATE | UNITS | NO_COUNTRY)
    return words[-1] in STATE and not (others and (words[-1] in PEOPLE or is_initials(name.split(maxsplit=1)[0])))


def _is_sort(words: tuple[str, ...]) -> bool:
    """Whether a name only says of what sort a body is: "Joint Operations Command"."""
    sort = len(words) > 1 and words[-1] in UNITS and {*words[:-1]} <= SORTS | STATE | UNITS
    return sort or words[0] == "ministry"


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def _key(word: str) -> str:
    """Write a country in one way, whether named or as an adjective."""
    if known := _known(word):
        return known
    word = _bare(word)
    if word in NO_COUNTRY:
        return ""
    ending = next((each for each in ADJECTIVES if word.endswith(each) and len(word) > len(each) + 2), "")
    return _ROOT.sub("", word.removesuffix(ending))


def _known(word: str) -> str | None:
    """Give the country of the table that a word names, in its own letters: "US" is one, "us" is none."""
    word = word.replace(".", "").removesuffix("'s").removesuffix("’s")
    return country_of(tuple(written_out(word).split()))
