"""Finds the known entity that a name stands for: by its names, its spelling, its loose names."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from kg.model import Entity
from kg.resolve.named import MEMBER_WORDS, PARTITIVE, PLACE_WORDS
from kg.resolve.spelling import ARTICLES, is_initials, normalise, skeleton

ALIKE = 75  # of 100: spellings of one name resemble each other at least so much,
ALIKE_IF_SHORT = 90  # or so much when it has only three consonants
CLEAR = 8  # and the names of any other entity less by so much
LETTERS = 3  # consonants that a name must have to be told by them
PLACES_WORDS = frozenset(word for word in PLACE_WORDS if word.endswith("s") and word[:-1] in PLACE_WORDS)

_SIDE = r"(?P<side>(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?)"
_HALF = r"(?:side|half|part|parts|bank|districts|neighbourhoods|neighborhoods|edge)"
_SIDED = (
    re.compile(rf"(?:the\s+)?(?P<whole>[A-Z].*?)['’]s?\s+{_SIDE}(?:\s+{_HALF})?"),
    re.compile(rf"(?:the\s+)?{_SIDE}(?:\s+{_HALF})?\s+of\s+(?:the\s+city\s+of\s+)?(?P<whole>[A-Z].*)"),
    re.compile(rf"{_SIDE}\s+(?P<whole>[A-Z].*)"),
)


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a name stands for, with the rule that says so."""

    entity: Entity
    score: float
    rule: str
    reason: str


class Names:
    """Finds the entity that a name stands for; never one of two that fit alike."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._exact: dict[str, list[tuple[Entity, bool]]] = {}
        self._loose: dict[str, list[tuple[Entity, bool]]] = {}
        self._bones: dict[str, list[tuple[Entity, str]]] = {}
        for entity in entities:
            for label in (entity.name, *entity.labels):
                self._exact.setdefault(normalise(label), []).append((entity, is_initials(label)))
                self._bones.setdefault(skeleton(label), []).append((entity, normalise(label)))
            for label in entity.loose_labels:
                self._loose.setdefault(normalise(label), []).append((entity, is_initials(label)))

    def find(self, name: str, types: Collection[str], *, loose: bool = True) -> Match | None:
        """Give the entity of one of the types that a name stands for, by its names, its spelling, its loose names."""
        for each in readings(name):
            if found := self._by_label(self._exact, each, types):
                return Match(found, 1.0, "rule:exact-name", f"“{name}” is a name of {found.name}")
        if found_alike := self._by_spelling(name, types):
            return found_alike
        if loose and (found := self._by_label(self._loose, name, types)):
            return Match(found, 0.8, "rule:loose-name", f"“{name}” is a loose name of {found.name}")
        return None

    def within(self, text: str, types: Collection[str]) -> Match | None:
        """Give the entity with the longest name among the words of a text, the last of two as long."""
        words = re.findall(r"[^\s,;()\"“”]+", text)
        for length in range(min(len(words), 6), 0, -1):
            for start in range(len(words) - length, -1, -1):
                name = " ".join(words[start : start + length])
                found = self._by_label(self._exact, name, types) if _may_be_name(name) else None
                if found:
                    return Match(found, 0.9, "rule:name-within", f"“{text}” names {found.name}")
        return None

    @staticmethod
    def _by_label(index: dict[str, list[tuple[Entity, bool]]], name: str, types: Collection[str]) -> Entity | None:
        fitting = [entity for entity, initials in index.get(normalise(name), ()) if not initials or is_initials(name)]
        for kind in types:  # the first type wins where a name stands for an agent and its party
            found = {entity.id: entity for entity in fitting if entity.type == kind}
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None

    def _by_spelling(self, name: str, types: Collection[str]) -> Match | None:
        bones, plain = skeleton(name), normalise(name)
        if len(bones) < LETTERS or is_initials(name):
            return None
        best: dict[str, tuple[float, Entity]] = {}
        for entity, label in self._bones.get(bones, ()):
            score = fuzz.ratio(plain, label)
            if entity.type in types and score >= best.get(entity.id, (0.0, entity))[0]:
                best[entity.id] = (score, entity)
        ranked = sorted(best.values(), key=lambda each: -each[0])
        enough = ALIKE if len(bones) > LETTERS else ALIKE_IF_SHORT
        if not ranked or ranked[0][0] < enough or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR):
            return None
        score, entity = ranked[0]
        return Match(entity, round(score / 100, 2), "rule:spelling", f"“{name}” is a spelling of {entity.name}")


def _may_be_name(name: str) -> bool:
    return any(c.isupper() for c in name)


def sided(name: str) -> str:
    """Write the part of a place that lies on one side in one way.

    >>> sided("Vell's eastern half"), sided("the east side of Vell"), sided("east Vell"), sided("Vell")
    ('eastern Vell', 'eastern Vell', 'eastern Vell', 'Vell')
    """
    for pattern in _SIDED:
        if match := pattern.fullmatch(name):
            return f"{match['side'].lower().removesuffix('ern')}ern {match['whole']}"
    return name


def is_some_of(name: str) -> bool:
    """Whether words mean some places of another: "six Vell districts", "an eastern Vell district", not "Vell district".

    >>> is_some_of("Vell districts"), is_some_of("an eastern Vell district"), is_some_of("the Vell district")
    (True, True, False)
    """
    words = name.lower().split()
    if len(words) < 2:
        return False
    return words[-1] in PLACES_WORDS or (words[0] in {"a", "an", "another", "one"} and words[-1] in PLACE_WORDS)


def readings(name: str) -> Iterator[str]:
    """Yield a name as it is and without what surrounds it: "the city of Vell", "elite Vell troops"."""
    yield name
    if (side := sided(name)) != name:
        yield side
    words = name.split()
    while len(words) > 1 and words[0].islower() and words[0] not in PARTITIVE:
        words = words[1:]
        yield " ".join(words)
    bare = [w for w in words if w.lower() not in PLACE_WORDS | ARTICLES]
    if bare and bare != words:
        yield " ".join(bare).removeprefix("of ")
    if len(words) > 1 and words[-1].lower() in MEMBER_WORDS:
        yield " ".join(words[:-1])
    head, of, rest = name.partition(" of ")
    if of and normalise(head).split()[-1] in PLACE_WORDS | MEMBER_WORDS | {"all", "whole", "entirety"}:
        yield rest
