"""Tells how a sentence, a headline above all, stands to a claim it speaks of: with it, against it or apart from it.

A sentence leans against a claim if it refutes it, or negates a part that holds words of the claim; it leaves the claim
open if it asks, hedges or hands on what others say. The words that do so are in `ontology/leanings.toml`; those that
stand in the claim too do not count.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import takewhile

from kg.corroborate.words import stems
from kg.model import Certainty, Cue, Stance
from kg.rdf.stances import load_cues
from kg.resources import folder

_TOKEN = re.compile(r"[A-Za-z0-9]+(?:'[A-Za-z]+)*|[^\w\s]")
_MARKS = frozenset(".,;:?!|–—-()[]")
_MONTH = re.compile(r"\b(?:(?<=\b(?:in|on|of|by) )May|May(?= \d))\b")  # no "may"
_ENDINGS = {"ies": "y", "ied": "y", "es": "", "s": "", "d": "", "ed": "", "ing": ""}
_SHARE = 0.5  # of the words that a sentence shares with a claim: what negates so many of them negates the claim
_NEAR = 4  # words after "no" that it may be about
_BEFORE = 2  # words before one that refutes where a negation turns it


class Leaning(StrEnum):
    """How a sentence stands to a claim."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence between marks or joining words: its words in lower case, and the mark that ends it."""

    words: tuple[str, ...]
    end: str


def leaning(sentence: str, claim: str) -> Leaning:
    """Say how a sentence stands to a claim.

    >>> leaning("No, the Tarn bridge has not collapsed", "The Tarn bridge collapsed").value
    'against'
    >>> leaning("Tarn bridge reportedly collapsed", "The Tarn bridge collapsed").value
    'open'
    """
    claimed = _Claimed(claim, sentence)
    parts = list(_parts(sentence))
    if any(claimed.is_refuted_in(part) and part.end != "?" for part in parts):
        return Leaning.AGAINST
    if any(claimed.is_refuted_in(part) or claimed.is_left_open_in(part) for part in parts):
        return Leaning.OPEN
    return Leaning.FOR


class _Claimed:
    """A claim that a sentence speaks of, and what a part of that sentence does to it."""

    def __init__(self, claim: str, sentence: str) -> None:
        self._told = frozenset(stems(claim)) & frozenset(stems(sentence))
        words = _words(claim)
        self._forms = frozenset(form for word in words for form in _forms(word))
        main = takewhile(lambda word: word != "that" and word not in _list("joining"), words)
        self._negative = any(map(_is_negation, main))

    def is_refuted_in(self, part: Part) -> bool:
        """Tell whether a part calls the claim untrue and does not take that back, as "no hoax" does."""
        words = part.words
        refuting = [place for place, word in enumerate(words) if self._has(word, _refuting())]
        negating = [place for place, word in enumerate(words) if _is_negation(word)]
        if refuting:
            turning = {*negating, *(each for each in refuting if not _list("turning").isdisjoint(_forms(words[each])))}
            return not any(0 < refuting[-1] - place <= _BEFORE for place in turning)
        return any(self._is_negated(words, place) for place in negating)

    def _is_negated(self, words: Sequence[str], place: int) -> bool:
        """Tell whether the negation at a place is one of the claim; what negates itself is told by a negation."""
        if self._negative:
            return False
        after = words[place + 1 : place + 1 + _NEAR]
        if set(after[:2]) & _list("idle") or (place == 0 and words[0] in {"don't", "dont"}):
            return False
        if set(after) & _list("verdicts"):
            return True
        if words[place] in {"no", "nope"}:
            return not after or bool(self._told & set(stems(" ".join(after))))
        here = self._told & set(stems(" ".join(words)))
        return bool(here) and len(here) >= _SHARE * len(self._told)

    def is_left_open_in(self, part: Part) -> bool:
        """Tell whether a part asks, hedges or hands on what others say."""
        if part.end == "?" and not set(part.words[:1]) & _list("presupposing"):
            return True
        return any(self._has(word, _opening()) for word in part.words)

    def _has(self, word: str, listed: frozenset[str]) -> bool:
        return any(form in listed and form not in self._forms for form in _forms(word))


def _is_negation(word: str) -> bool:
    return word in _list("negating") or word.endswith("n't")


def _parts(sentence: str) -> Iterator[Part]:
    found: list[str] = []
    for word in _words(sentence):
        if word in _MARKS or word in _list("joining"):
            if found:
                yield Part(tuple(found), word)
            found = [] if word in _MARKS else [word]
        else:
            found.append(word)
    if found:
        yield Part(tuple(found), "")


def _words(sentence: str) -> list[str]:
    return [word.lower() for word in _TOKEN.findall(_MONTH.sub("", re.sub("[‘’]", "'", sentence)))]


def _forms(word: str) -> Iterator[str]:
    """Give a word with each ending taken off that it may have: "denies", "denie", "deni", "deny"."""
    yield word
    for ending, put in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            yield word.removesuffix(ending) + put
    if word.endswith("ing"):
        yield word.removesuffix("ing") + "e"


@cache
def _list(name: str) -> frozenset[str]:
    found = tomllib.loads((folder("ontology") / "leanings.toml").read_text(encoding="utf-8"))
    return frozenset(found["words"][name].split())


@cache
def _refuting() -> frozenset[str]:
    denying = (cue for cue in _cues() if cue.stance is Stance.DENIES)
    nouns = {cue.lemma for cue in denying if cue.nominal or cue.part_of_speech == "noun"}
    return _list("refuting") | _list("doubting") | nouns


@cache
def _opening() -> frozenset[str]:
    unsure = {cue.lemma for cue in _cues() if cue.distance or cue.certainty is Certainty.POSSIBLE}
    return _list("hedging") | _list("hearsay") | unsure


@cache
def _cues() -> tuple[Cue, ...]:
    return load_cues(folder("ontology") / "stances.ttl")
