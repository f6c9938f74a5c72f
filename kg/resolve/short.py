"""Compares short names with full ones: initials, a surname, a ministry without its country."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.model import AgentKind
from kg.resolve.likeness import THREE, Likeness, may_meet
from kg.resolve.named import ADJECTIVES, BODIES, COMMON, IDLE, PARTITIVE, Named
from kg.resolve.spelling import consonants

LONGEST = 8  # telling words of a name of which one may be left out
TWO = 2
PREFIX = 2  # so many words may stand before the short form of a name


def short_for(short: Named, full: Named) -> Likeness | None:
    """Say why one name is short for another, if it were the only one it could be short for; or give None."""
    if short.is_initials:
        letters = short.words[0]
        found = full.may_be_body and short.kind is not AgentKind.PERSON and letters in initials_of(full.name)
        return Likeness(0.85, f"its initials are {letters.upper()}") if found else None
    if not may_meet(short, full) or full.kind is None or len(short.words) >= len(full.words):
        return None
    if short.may_be_person and full.may_be_person and len(short.words) == 1:
        person = AgentKind.PERSON in {short.kind, full.kind} and short.words[0] == full.words[-1]
        return Likeness(0.8, "the surname alone") if person else None
    if short.may_be_body and full.may_be_body and not full.is_initials:
        return _short_body(short, full)
    return None


def _short_body(short: Named, full: Named) -> Likeness | None:
    """Compare a short name of a body with a full one: "Interior Ministry" or "Relief Union" with "… of Vella"."""
    if full.kind is AgentKind.PERSON or set(full.words[:1]) & PARTITIVE:
        return None
    rules = (_noun_alone,) if len(short.bare) < TWO else (_number, _beginning, _end, _one_word_less)
    return next(filter(None, (rule(short, full) for rule in rules)), None)


def _noun_alone(short: Named, full: Named) -> Likeness | None:
    """Compare "the Front" with "Meridian Front", "Orskari" with "Vellan Orskari"."""
    noun = short.words[0]
    nation = len(full.words) == TWO and full.words[0].endswith(ADJECTIVES) and noun not in COMMON
    alone = full.words[-1] == noun and len(full.words) > 1 and (noun in BODIES or nation)
    return Likeness(0.7, f"“{short.name}” alone") if alone else None


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


def short_keys(each: Named) -> frozenset[str]:
    """Give the keys under which a name looks for those that it may be short for."""
    if each.is_initials:
        return frozenset({"i" + each.words[0]})
    if len(each.words) == 1:
        return frozenset({"s" + consonants(each.words[0])})
    return frozenset({"b" + " ".join(each.bare), "c" + " ".join(sorted(each.content))})


def full_keys(each: Named) -> frozenset[str]:
    """Give the keys under which a name is found by those that may be short for it."""
    found = {"i" + letters for letters in initials_of(each.name)}
    if len(each.words) > 1:
        found.add("s" + consonants(each.words[-1]))
    if THREE < len(each.content) <= LONGEST:
        found |= {"c" + " ".join(sorted(each.content - {word})) for word in each.content}
    bare = each.bare
    found |= {"b" + " ".join(bare[start:]) for start in range(1, min(PREFIX, len(bare) - 2) + 1)}
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
