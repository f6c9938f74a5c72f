"""Compares two whole names by rules, each with a score and a reason."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from kg.model import AgentKind
from kg.resolve.named import BODIES, ENDINGS, IDLE, PARTITIVE, Named
from kg.resolve.spelling import consonants, likeness, skeleton, sound, sound_alike, words_of

LONG = 12  # letters of a name from which on one slip of the pen
SLIP = 92  # leaves it so much alike, of 100,
NEAR = 86  # or so much where both are of one organisation
SAME_BONES = (75, 88)  # so much alike are names with the same consonants: four and more, or three
FOUR, THREE = 4, 3
_BREATH = re.compile(r"\wg|[aeiouy]h\w")  # where one spelling may have "g" and another "h"


@dataclass(frozen=True, slots=True)
class Likeness:
    """That two names stand for one, how surely (0 to 1) and why."""

    score: float
    reason: str


def compare(one: Named, other: Named) -> Likeness | None:
    """Say why two whole names stand for one, or give None."""
    if not may_meet(one, other) or _partitive(one) != _partitive(other):
        return None
    if one.words == other.words:
        return Likeness(1.0, "the same name")
    rules = (_same_letters,) if one.is_initials or other.is_initials else _RULES
    return next(filter(None, (rule(one, other) for rule in rules)), None)


def may_meet(one: Named, other: Named) -> bool:
    """Whether two things are of sorts that can be one."""
    if one.kind is None or other.kind is None:
        thing = AgentKind.UNKNOWN in {one.kind, other.kind} and not (one.speaks or other.speaks)
        return one.kind is other.kind or thing
    return (one.may_be_person and other.may_be_person) or (one.may_be_body and other.may_be_body)


def _partitive(each: Named) -> set[str]:
    return {word.removesuffix("ern") for word in each.words if word in PARTITIVE and word not in IDLE}


def _digits(each: Named) -> list[str]:
    return re.findall(r"\d+", " ".join(each.words))


def _same_letters(one: Named, other: Named) -> Likeness | None:
    same = one.bare == other.bare and one.kind is not AgentKind.PERSON is not other.kind
    return Likeness(0.9, "the same letters") if same else None


def _same_bare(one: Named, other: Named) -> Likeness | None:
    return Likeness(0.95, "the same name beside a word for what it is") if one.bare == other.bare else None


def _spellings(one: Named, other: Named) -> Likeness | None:
    if len(one.bare) == len(other.bare) == 1 and _is_of(one.bare[0], other.bare[0]):
        return None
    alike = max(sound_alike(one.bare, other.bare), _same_bones(one, other))
    return Likeness(alike / 100, "spellings of one name") if alike else None


def _is_of(one: str, other: str) -> bool:
    """Whether one word is for what is of the other: "Vellmari" and "Vellmar"."""
    return one + "i" == other or other + "i" == one


def _turned(one: Named, other: Named) -> Likeness | None:
    bodies = one.may_be_body and other.may_be_body and not (one.may_be_person and other.may_be_person)
    numbered = one.kind is None and bool(_digits(one))
    same = (bodies or numbered) and len(one.content) > 1 and _same_content(one.content, other.content)
    return Likeness(0.9, "the same words in another order") if same else None


def _family_first(one: Named, other: Named) -> Likeness | None:
    """Compare two names of people of which one may begin with the name of the family."""
    if AgentKind.PERSON not in {one.kind, other.kind} or not 1 < len(one.words) <= FOUR:
        return None
    if len(set(one.words)) < len(one.words) or min(map(len, one.words)) == 1:
        return None
    whole = sound("".join(other.words))
    for number in (1, len(one.words) - 1):
        if sound("".join((*one.words[number:], *one.words[:number]))) == whole:
            return Likeness(0.85, "the same names of a person, the family's first in one")
    return None


def _government(one: Named, other: Named) -> Likeness | None:
    same = one.state is not None and one.state == other.state
    return Likeness(0.75, "a country or its capital, for its government") if same else None


def _same_bones(one: Named, other: Named) -> int:
    """Say how alike two names are that have the same consonants, whole."""
    left, right = " ".join(one.bare), " ".join(other.bare)
    bones = skeleton(left)
    if len(bones) < THREE or bones != skeleton(right) or _digits(one) != _digits(other):
        return 0
    alike = round(fuzz.ratio(left, right))
    return alike if alike >= SAME_BONES[len(bones) == THREE] else 0


def _persons(one: Named, other: Named) -> Likeness | None:
    """Compare two names of people of which one may leave out names."""
    if not (one.may_be_person and other.may_be_person):
        return None
    short, full = sorted((one.words, other.words), key=len)
    person = AgentKind.PERSON in {one.kind, other.kind}
    shorter = len(short) < len(full) or any(len(word) == 1 for word in (*short, *full))
    if person and shorter and len(short) > 1 and (_fit_in_order(short, full) or _fit_in_order(full, short)):
        return Likeness(0.85, "the same names of a person, some left out or by their initials")
    return None


def _fit_in_order(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether each word of a name is in a fuller one, in order, the first at the beginning; initials fit."""
    place = 0
    for number, word in enumerate(short):
        while place < len(full) and not _is_word(word, full[place]):
            place += 1
            if number == 0:
                return False
        if place == len(full):
            return False
        place += 1
    return len(short[-1]) > 1


def _is_word(word: str, full: str) -> bool:
    return word == full[:1] if len(word) == 1 else likeness(word, full) >= SLIP


def _slip(one: Named, other: Named) -> Likeness | None:
    """Compare two long names, or two of one organisation, that differ in a letter or two."""
    left, right = " ".join(one.bare), " ".join(other.bare)
    if one.kind is None or _digits(one) != _digits(other) or len(one.words) < 2 or len(other.words) < 2:
        return None
    alike = fuzz.ratio(left.replace(" ", ""), right.replace(" ", ""))
    if min(len(left), len(right)) >= LONG and alike >= SLIP:
        return Likeness(alike / 100, "one name, but for a slip")
    if alike >= NEAR and one.words[0] == other.words[0] and _of_one_organisation(one, other):
        return Likeness(
            alike / 100, f"almost one name, both of {min(one.organization or '', other.organization or '')}"
        )
    return None


_RULES = (_same_bare, _spellings, _persons, _family_first, _turned, _slip, _government)


def _of_one_organisation(one: Named, other: Named) -> bool:
    if not (one.organization and other.organization):
        return False
    left, right = (frozenset(words_of(each.organization or "")) - IDLE for each in (one, other))
    inner, outer = sorted((left, right), key=len)
    return bool(inner & BODIES) and len(inner) > 1 and inner <= outer


def _same_content(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names have the same words, whatever their form: "Vellan" and "of Vella"."""
    if len(one) != len(other):
        return False
    left = sorted(one - other)
    rest = set(other - one)
    for word in left:
        found = next((each for each in sorted(rest) if is_demonym(word, each) or likeness(word, each) >= SLIP), None)
        if found is None:
            return False
        rest.discard(found)
    return True


def is_demonym(one: str, other: str) -> bool:
    """Whether one word is the adjective of the country or city that the other names.

    >>> is_demonym("vellan", "vella"), is_demonym("solandic", "soland"), is_demonym("orsk", "orski")
    (True, False, True)
    """
    short, full = sorted((one, other), key=len)
    roots = {short, short[:-1]} if short[-1] in "aeiouy" else {short}
    return len(short) >= FOUR and any(full == root + ending for root in roots for ending in ENDINGS)


def keys(each: Named) -> frozenset[str]:
    """Give the keys under which a name meets those that it may be compared with."""
    bare = each.bare
    found = {"=" + " ".join(bare), "~" + consonants("".join(bare)), "#" + skeleton(" ".join(bare))}
    if len(bare) == 1 and bare[0].startswith("al"):
        found.add("~" + consonants(bare[0][2:] or bare[0]))
    if each.state:
        found.add("6" + each.state)
    if _BREATH.search(" ".join(bare)):
        found.add("7" + consonants("".join(bare).replace("g", "h")))
    if len(bare) > 1:
        ends = {(bare[0], bare[-1]), (bare[0], bare[1])}
        found |= {f"2{consonants(first)[:FOUR]}/{consonants(last)[:FOUR]}" for first, last in ends}
        found |= {"&" + " ".join(sorted(word[:4] for word in each.content)), f"3{consonants(bare[-1])}/{bare[0][0]}"}
        if each.may_be_person and len(bare) <= FOUR:
            found.add("5" + "".join(sorted(consonants("".join(bare)))))
        if each.organization:
            found.add(f"4{bare[0]}/{consonants(bare[-1])[:2]}")
    return frozenset(found)
