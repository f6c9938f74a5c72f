"""Compares short names with full ones: initials, a surname, a ministry without its country."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.model import AgentKind
from kg.resolve.countries import country_of
from kg.resolve.likeness import THREE, Likeness, may_meet
from kg.resolve.named import BODIES, COMMON, IDLE, PARTICLES, PARTITIVE, PLACE_WORDS, Named, is_adjective
from kg.resolve.spelling import SAME, consonants, likeness, normalise

LONGEST = 8  # telling words of a name of which one may be left out
TWO = 2
SECURITY = ("security", "forces")
PREFIX = 2  # so many words may stand before the short form of a name


def short_for(short: Named, full: Named) -> Likeness | None:
    """Say why one name is short for another, if it were the only one it could be short for; or give None."""
    if short.is_initials:
        return _initials(short, full)
    if not may_meet(short, full) or full.kind is None or len(short.words) >= len(full.words):
        return None
    if short.may_be_person and full.may_be_person:
        person = AgentKind.PERSON in {short.kind, full.kind}
        if person or len(short.words) == 1:
            return _short_person(short, full) if person else None
    bodies = short.may_be_body and full.may_be_body and not full.is_initials
    return _short_body(short, full) if bodies else None


def _initials(short: Named, full: Named) -> Likeness | None:
    letters = short.words[0]
    if not full.may_be_body or short.kind is AgentKind.PERSON:
        return None
    if letters in initials_of(full.name):
        return Likeness(0.85, f"its initials are {letters.upper()}")
    return Likeness(0.75, "made of the beginnings of its words") if _is_of_beginnings(letters, full) else None


def _short_person(short: Named, full: Named) -> Likeness | None:
    """Compare the last names of a person, or the first one in the same document, with a full name."""
    last = surnames(short)
    some = full.words[-len(last) :]
    if len(last) < len(surnames(full)) and all(map(_is_one_word, last, some)):
        return Likeness(0.8, "the surname alone")
    first = short.words == full.words[:1] and short.kind is AgentKind.PERSON and short.documents & full.documents
    return Likeness(0.7, "the first name alone, in one document") if first else None


def _is_one_word(one: str, other: str) -> bool:
    """Whether two surnames are spellings of one: "Hrynchuk" and "Hrinchuk", not "Hask" and "Haskovar"."""
    return likeness(one, other) >= SAME and abs(len(one) - len(other)) <= 1


def surnames(person: Named) -> tuple[str, ...]:
    """Give the names of a person from the first that is more than a particle on."""
    words = person.words
    while len(words) > 1 and words[0] in PARTICLES:
        words = words[1:]
    return words


def _short_body(short: Named, full: Named) -> Likeness | None:
    """Compare a short name of a body with a full one: "Interior Ministry" or "Relief Union" with "… of Vella"."""
    if full.kind is AgentKind.PERSON or set(full.words[:1]) & PARTITIVE:
        return None
    rules = (
        (_noun_alone, _first_alone) if len(short.bare) < TWO else (_number, _forces, _beginning, _end, _one_word_less)
    )
    return next(filter(None, (rule(short, full) for rule in rules)), None)


def _noun_alone(short: Named, full: Named) -> Likeness | None:
    """Compare "the Front" with "Meridian Front", "Orskari" with "Vellan Orskari"."""
    noun = short.words[0]
    before = [word for word in full.words[:-1] if word not in PLACE_WORDS]
    nation = len(before) == 1 and _is_of_land(before[0]) and noun not in COMMON
    outlet = full.kind is AgentKind.OUTLET and noun not in COMMON
    alone = full.words[-1] == noun and len(full.words) > 1 and (noun in BODIES or nation or outlet)
    return Likeness(0.7, f"“{short.name}” alone") if alone else None


def _is_of_land(word: str) -> bool:
    return is_adjective(word) or country_of((word,)) is not None


def _first_alone(short: Named, full: Named) -> Likeness | None:
    """Compare "Norvik" with "Norvik Energy" in one document; no word that many names begin with."""
    first = short.words[0]
    telling = first not in BODIES | COMMON | PARTITIVE and not _is_of_land(first) and short.name[:1].isupper()
    alone = telling and len(short.words) == 1 and len(full.words) > 1 and first == full.words[0]
    return (
        Likeness(0.65, "the first word alone, in one document") if alone and short.documents & full.documents else None
    )


def _forces(short: Named, full: Named) -> Likeness | None:
    """Compare "Vellan forces", "Vellan troops" or "security forces" with "Vellan security forces"."""
    if short.words == SECURITY and full.words[1:] == SECURITY:
        return Likeness(0.7, f"“{full.words[0]}” left out")
    same = short.bare[-1] == "forces" and full.words == (*short.bare[:-1], *SECURITY)
    return Likeness(0.7, "“security” left out") if same else None


def _number(short: Named, full: Named) -> Likeness | None:
    same = short.words[0][0].isdigit() and full.bare[:1] + full.bare[-1:] == short.bare
    return Likeness(0.8, "the same number of a body") if same else None


def _beginning(short: Named, full: Named) -> Likeness | None:
    extra = len(full.bare) - len(short.bare)
    left_out = 0 < extra <= PREFIX and full.bare[extra:] == short.bare
    return Likeness(0.75, f"“{' '.join(full.bare[:extra])}” left out") if left_out else None


def _end(short: Named, full: Named) -> Likeness | None:
    extra = len(full.bare) - len(short.bare)
    left_out = extra > 1 and full.bare[:-extra] == short.bare and full.bare[-extra] in {"of", "for", "in"}
    return Likeness(0.8, f"“{' '.join(full.bare[-extra:])}” left out") if left_out else None


def _one_word_less(short: Named, full: Named) -> Likeness | None:
    left_out = full.content - short.content
    less = len(short.content) >= THREE and short.content < full.content and len(left_out) == 1
    less = less and ("and" in short.words or "and" not in full.words)
    return Likeness(0.75, f"“{min(left_out)}” left out") if less and not left_out & PARTITIVE else None


def initials_of(name: str) -> frozenset[str]:
    """Give the initials of a name in small letters: of all words, and of all but idle ones.

    >>> sorted(initials_of("Northern Relief Council")), "nrm" in initials_of("NR Mission for Vell")
    (['nrc'], False)
    """
    words = re.findall(r"[^\W_]+", re.sub(r"['’]s\b|\.", "", name))
    telling = [word for word in words if word.lower() not in IDLE]
    return frozenset("".join(map(_letters, group)) for group in (telling, words) if len(group) > 1)


def _letters(word: str) -> str:
    return word.lower() if word.isupper() and len(word) > 1 else word[:1].lower()


def _is_of_beginnings(letters: str, full: Named) -> bool:
    """Whether letters are the beginnings of all words of a name, the first longer: "VELTA", Vellan Telegraph Agency."""
    telling = [word for word in normalise(full.name).split() if word not in IDLE]
    if len(letters) < THREE + 1 or not 1 < len(telling) < len(letters):
        return False
    return re.fullmatch("".join(_beginnings(word) for word in telling), letters) is not None


def _beginnings(word: str) -> str:
    """Give a pattern of one to four letters from the beginning of a word."""
    found = ""
    for letter in reversed(word[1:4]):
        found = f"(?:{re.escape(letter)}{found})?"
    return re.escape(word[0]) + found


def short_keys(each: Named) -> frozenset[str]:
    """Give the keys under which a name looks for those that it may be short for."""
    if each.is_initials:
        letters = each.words[0]
        return frozenset({"i" + letters, f"j{letters[:THREE]}/{letters[-1]}"})
    last = surnames(each)
    if len(last) == 1:
        return frozenset({"s" + consonants(last[0]), *_by_document(each, last[0])})
    people = {f"p{consonants(last[0])}/{consonants(last[-1])}"} if each.may_be_person else set()
    return frozenset({*people, "b" + " ".join(each.bare), "c" + " ".join(sorted(each.content))})


def _by_document(each: Named, word: str) -> set[str]:
    return {f"d{document}/{word}" for document in each.documents}


def full_keys(each: Named) -> frozenset[str]:
    """Give the keys under which a name is found by those that may be short for it."""
    found = {"i" + letters for letters in initials_of(each.name)}
    if each.may_be_body and len(each.words) > TWO:
        found.add(f"j{each.words[0][:THREE]}/{each.words[-1][0]}")
    if len(each.words) > 1:
        found.add("s" + consonants(each.words[-1]))
        found |= _by_document(each, each.words[0])
        if each.kind is AgentKind.PERSON:
            found |= {f"p{consonants(word)}/{consonants(each.words[-1])}" for word in each.words[1:-1]}
    if THREE < len(each.content) <= LONGEST:
        found |= {"c" + " ".join(sorted(each.content - {word})) for word in each.content}
    bare = each.bare
    found |= {"b" + " ".join(bare[start:]) for start in range(1, min(PREFIX, len(bare) - 2) + 1)}
    if each.words[-2:] == SECURITY:
        found |= {"b" + " ".join((*each.words[:-2], "forces")), "b" + " ".join(SECURITY)}
    if bare[0][0].isdigit() and len(bare) > 2:
        found.add("b" + " ".join((bare[0], bare[-1])))
    found |= {"b" + " ".join(bare[:n]) for n, word in enumerate(bare) if n > 1 and word in {"of", "for", "in"}}
    return frozenset(found)


def fitting(named: Sequence[Named]) -> Iterator[tuple[Named, dict[Named, Likeness]]]:
    """Give each name with the full names among them that it may be short for."""
    blocks: dict[str, list[Named]] = defaultdict(list)
    for each in named:
        for key in full_keys(each):
            blocks[key].append(each)
    for short in named:
        candidates = dict.fromkeys(full for key in sorted(short_keys(short)) for full in blocks.get(key, ()))
        others = (full for full in candidates if full.id != short.id)
        yield short, {full: alike for full in others if (alike := short_for(short, full)) is not None}
