"""The pattern language of `ontology/relations.ttl`: from the words of a proposition to a relation and its roles."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.model import Phrase, Proposition, Relation

PARTICLES = frozenset({"off", "over", "up", "out", "down", "back", "away"})  # that a parse may take for prepositions
ROLES = ("subject", "object", "counterpart")
Fits = Callable[[Phrase, str], bool]  # whether a phrase is of one of CLASSES
CLASSES = ("places", "persons")  # word classes that names are of as well
_GROUP = re.compile(r"[(\[]([^)\]]*)[)\]]")


@dataclass(frozen=True, slots=True)
class Group:
    """The words that a subject or object may have as its head; `swallowed` ones are no part of the claim."""

    words: frozenset[str]
    swallowed: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a role may stand in a clause, in the order to look."""

    sources: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a relation, for one spelling of its predicate."""

    relation: Relation
    predicate: str
    subject: Group | None = None
    object: Group | None = None
    roles: dict[str, Place] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How much it asks: the pattern that asks most is taken."""
        groups = sum(2 for group in (self.subject, self.object) if group)
        return groups + sum(place.required for place in self.roles.values())


@dataclass(frozen=True, slots=True)
class Roles:
    """What fills the roles of a relation in one proposition."""

    relation: Relation
    subject: Phrase | None
    object: Phrase | None
    counterpart: Phrase | None
    swallowed: tuple[Phrase, ...]  # what the words of the pattern stand for
    used: frozenset[int]  # numbers of the obliques that fill a role


def parse(relation: Relation) -> Iterator[Pattern]:
    """Yield the patterns of a relation."""
    for text in (*relation.patterns, *relation.nominals):
        words, _, roles = text.partition("|")
        groups: list[Group | None] = [None, None]
        predicate = words
        for match in _GROUP.finditer(words):
            side = 0 if not words[: match.start()].strip() else 1
            groups[side] = Group(frozenset(match[1].split("/")), match[0].startswith("["))
            predicate = predicate.replace(match[0], "")
        places = dict(_role(each) for each in roles.split(",") if each.strip())
        for spelling in predicate.split("/"):
            yield Pattern(relation, spelling.strip(), groups[0], groups[1], places)


def _role(text: str) -> tuple[str, Place]:
    role, _, sources = text.strip().partition("=")
    return role, Place(tuple(each.strip() for each in sources.rstrip("?").split("/")), not sources.endswith("?"))


class Patterns:
    """Finds the relation that a proposition expresses."""

    def __init__(self, relations: Sequence[Relation], fits: Fits) -> None:
        self._fits = fits
        self._nouns = {re.split(r"[|(\[]", text)[0].strip() for each in relations for text in each.nominals}
        self._by_predicate: dict[str, list[Pattern]] = {}
        for relation in relations:
            for pattern in parse(relation):
                self._by_predicate.setdefault(pattern.predicate, []).append(pattern)
        for patterns in self._by_predicate.values():
            patterns.sort(key=lambda each: (-each.weight, each.relation.id))

    def is_action(self, noun: str) -> bool:
        """Whether a noun names an action that a relation knows: "capture", "counterattacks"."""
        return noun in self._nouns or singular(noun) in self._nouns

    def match(self, proposition: Proposition) -> Roles | None:
        """Give the relation of a proposition with its roles filled, or None for words that no pattern has."""
        for reading in self._readings(proposition):
            patterns = self._patterns(reading.predicate)
            aims = {source for each in patterns for source in _aims(each)}
            aimed = reading.object is None and any(preposition in aims for preposition, _ in reading.obliques)
            for pattern in patterns:
                if aimed and _turns(pattern):
                    continue  # "shot at the guards" is no passive that lacks a word
                if (roles := self._fill(pattern, reading)) is not None:
                    return roles
        return None

    def _patterns(self, predicate: str) -> Sequence[Pattern]:
        """Give the patterns of a predicate, also of one whose lemma the parser got wrong: "freed", "controlle"."""
        verb, space, rest = predicate.partition(" ")
        stem = verb.removesuffix("d").removesuffix("e")
        for lemma in (verb, stem + "e", stem, stem[:-1], verb.removesuffix("s"), verb + "e"):
            if found := self._by_predicate.get(lemma + space + rest):
                return found
        return ()

    def _readings(self, proposition: Proposition) -> Iterator[Proposition]:
        """Yield what else a proposition may be read as, and at last what it is.

        "There is a lull in Vell" is the clause of its noun, "seal + off Vell" is "seal off + Vell", and
        "use people as shields" is "use as shield + people".
        """
        noun = proposition.subject
        bare = proposition.predicate in {"be", "there be"} and proposition.object is None
        if bare and noun and noun.head in self._nouns:
            yield replace(proposition, predicate=noun.head, subject=None, object=inner(noun))
        for number, (preposition, phrase) in enumerate(proposition.obliques):
            rest = proposition.obliques[:number] + proposition.obliques[number + 1 :]
            predicate = f"{proposition.predicate} {preposition}"
            if preposition in PARTICLES and proposition.object is None:
                yield replace(proposition, predicate=predicate, object=phrase, obliques=rest)
            elif preposition == "as" and f"{proposition.predicate} {phrase.head}" in self._by_predicate:
                yield replace(proposition, predicate=f"{proposition.predicate} {phrase.head}", obliques=rest)
            elif preposition == "as" or f"{predicate} {phrase.head}" in self._by_predicate:
                yield replace(proposition, predicate=f"{predicate} {singular(phrase.head)}", obliques=rest)
        yield proposition

    def _fill(self, pattern: Pattern, proposition: Proposition) -> Roles | None:
        if not self._allows(pattern.subject, proposition.subject) or not self._allows(
            pattern.object, proposition.object
        ):
            return None
        found: dict[str, Phrase | None] = {}
        used: set[int] = set()
        for role in ROLES:
            place = pattern.roles.get(role) or _usual_place(role, pattern)
            if role == "object" and place.sources == ("subject",) and _has_other_object(pattern, proposition):
                return None
            number, found[role] = _look(place, pattern, proposition)
            used |= {number} if number is not None else set()
            if found[role] is None and place.required:
                return None
        swallowed = tuple(_swallowed(pattern, proposition))
        named = pattern.roles.get("object")
        left_out = proposition.object not in (None, *found.values(), *swallowed)
        if left_out and named is not None and not named.required:
            return None  # it would lose what the clause is about
        return Roles(
            pattern.relation, found["subject"], found["object"], found["counterpart"], swallowed, frozenset(used)
        )

    def _allows(self, group: Group | None, phrase: Phrase | None) -> bool:
        if group is None:
            return True
        if phrase is None:
            return False
        counted = inner(phrase) if _is_measure(phrase) else None
        for each in filter(None, (phrase, counted)):
            last = each.text.split(" of ")[0].split()[-1:]
            heads = {each.head.lower(), *(singular(word.lower()) for word in last)}
            if heads & group.words or any(name in group.words and self._fits(each, name) for name in CLASSES):
                return True
        return False


def _usual_place(role: str, pattern: Pattern) -> Place:
    """Give where a role stands of which a pattern says nothing: where its name says, unless that is taken."""
    taken = any(role in place.sources for place in pattern.roles.values())
    return Place(() if taken or role == "counterpart" else (role,), False)


def _aims(pattern: Pattern) -> tuple[str, ...]:
    """Give the prepositions before what a pattern must have for an object."""
    place = pattern.roles.get("object")
    return place.sources if place is not None and place.required and "subject" not in place.sources else ()


def _turns(pattern: Pattern) -> bool:
    """Whether a pattern with a subject of its own takes it for the object: "(persons) shoot"."""
    place = pattern.roles.get("object")
    return pattern.subject is not None and place is not None and place.sources == ("subject",)


def _has_other_object(pattern: Pattern, proposition: Proposition) -> bool:
    """Whether a clause has an object that a pattern, which turns its subject into one, has no place for."""
    elsewhere = any("object" in place.sources for role, place in pattern.roles.items() if role != "object")
    return proposition.object is not None and pattern.object is None and not elsewhere


def _swallowed(pattern: Pattern, proposition: Proposition) -> Iterator[Phrase]:
    pairs = ((pattern.subject, proposition.subject), (pattern.object, proposition.object))
    yield from (phrase for group, phrase in pairs if group and group.swallowed and phrase)


def _look(place: Place, pattern: Pattern, proposition: Proposition) -> tuple[int | None, Phrase | None]:
    swallowed = list(_swallowed(pattern, proposition))
    for source in place.sources:
        if source in {"subject", "object"}:
            phrase = proposition.subject if source == "subject" else proposition.object
            if phrase is not None and phrase not in swallowed:
                return None, phrase
            continue
        for number, (preposition, phrase) in enumerate(proposition.obliques):
            if preposition == source:
                return number, phrase
        inside = (found for each in swallowed if (found := inner(each, source)))
        if (phrase := next(inside, None)) is not None:
            return None, phrase
    return None, None


def inner(phrase: Phrase, preposition: str = "of") -> Phrase | None:
    """Give the phrase that hangs within another on a preposition: "Vell" in "the advance of Vell"."""
    _, found, rest = phrase.text.partition(f" {preposition} ")
    if not found:
        return None
    last = rest.split()[-1]
    return Phrase(text=rest, head=rest if last[:1].isupper() else last.lower(), named=last[:1].isupper())


def _is_measure(phrase: Phrase) -> bool:
    """Whether a phrase only counts what stands after "of": "dozens of villages"."""
    return phrase.head.rstrip("s") in {
        "dozen",
        "score",
        "hundred",
        "thousand",
        "million",
        "number",
        "most",
        "some",
        "all",
        "group",
    }


def singular(word: str) -> str:
    """Take the ending of the plural off a noun."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


__all__ = ["Pattern", "Patterns", "Roles", "inner", "parse", "singular"]
