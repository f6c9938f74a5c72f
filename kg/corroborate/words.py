"""Compares claims by their words, where their structure is not known to the data.

A claim is a bag of features: one for each known thing that it names, whatever its spelling, and the stems of its other
words. Features weigh by how rare they are among the claims of the graph. A word that is spelled a little
otherwise (names written in another script are) counts for as much as it resembles.
"""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from rapidfuzz import fuzz
from snowballstemmer import english_stemmer

from kg.model import Claim, Iri
from kg.resources import folder

# Words that say how a sentence is built, not what it is about.
STOP_WORDS = frozenset(
    """a about after all also an and any are around as at be been before by did do during for from had has have he her
    his in into is it its more most not of off on or other out over said says she since so some someone than that the
    their them there these they this those to under until up was were which while who will with would""".split()  # noqa: SIM905
)
IN_OTHER = 0.8  # likeness of two phrases of which one has all words of the other
RESEMBLANCE = 80  # of 100: from here on two words count as spellings of one
FEW, SELDOM = 5, 0.02  # so many claims, or this part of them all, make a relation a seldom one
FEW_LETTERS = 80  # of a name or phrase, whose stems are kept; passages are longer
WORD = re.compile(r"\d[\d.,]*\d|\w+")
_STEMMER = english_stemmer.EnglishStemmer()


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Give what the forms of an English word have in common.

    >>> stem("advances"), stem("advanced"), stem("advancing")
    ('advanc', 'advanc', 'advanc')
    >>> stem("took"), stem("dying")
    ('take', 'die')
    """
    return str(_STEMMER.stemWord(_forms().get(word, word)))


@cache
def _forms() -> dict[str, str]:
    """Give for each irregular form of a word the word."""
    rows = (row.split() for row in _synonyms()["forms"])
    return {form: row[0] for row in rows for form in row[1:]}


def stems(text: str) -> list[str]:
    """Give the stems of the words of a text that carry meaning, in order; a known phrase counts as one word.

    >>> stems("They were taken into custody"), stems("the arrests")
    (['arrest'], ['arrest'])
    """
    return [*(_stems_of_few(text) if len(text) <= FEW_LETTERS else _stems(text))]


@lru_cache(maxsize=200_000)
def _stems_of_few(text: str) -> tuple[str, ...]:
    """Give the stems of a name or phrase, which is asked for again and again."""
    return (*_stems(text),)


def _stems(text: str) -> list[str]:
    words = [word.lower().replace(",", "") for word in WORD.findall(text.replace("'s", "").replace("’s", ""))]
    forms = [stem(word) for word in words]
    same, found, place = _same(), [], 0
    while place < len(words):
        phrase, length = _phrase(forms, place)
        if phrase:
            found.append(phrase)
        elif words[place] not in STOP_WORDS and len(words[place]) > 1:
            found.append(same.get(forms[place], forms[place]))
        place += length
    return found


def _phrase(forms: Sequence[str], place: int) -> tuple[str, int]:
    """Give the word that stands for the longest phrase at a place, and how many words that is; "" for none."""
    for phrase, meaning in _phrases().get(forms[place], ()):
        if tuple(forms[place : place + len(phrase)]) == phrase:
            return meaning, len(phrase)
    return "", 1


@cache
def _same() -> dict[str, str]:
    """Give for the stem of each word that has synonyms the one that stands for all of them."""
    return {stem(word): _first(words) for words in _synonyms()["same"] for word in words.split() if "-" not in word}


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give the phrases that have synonyms by the stem of their first word, longest first, with what stands for each."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words in _synonyms()["same"]:
        for phrase in (tuple(map(stem, word.split("-"))) for word in words.split() if "-" in word):
            found.setdefault(phrase[0], []).append((phrase, _first(words)))
    return {first: sorted(phrases, key=lambda each: -len(each[0])) for first, phrases in found.items()}


def _first(words: str) -> str:
    return stem(words.split(maxsplit=1)[0])


@cache
def _kinds(field: str) -> dict[str, frozenset[str]]:
    """Give for each word that stands for all of a kind the words for some of them, or for their part in an event."""
    return {stems(kind["all"])[0]: frozenset(stems(kind[field])) for kind in _synonyms()["kinds"]}


@cache
def _synonyms() -> dict[str, Any]:
    return tomllib.loads((folder("ontology") / "synonyms.toml").read_text(encoding="utf-8"))


def is_kind_of(one: str, other: str) -> bool:
    """Tell whether the second phrase names some of what the first names all of.

    >>> is_kind_of("people", "young soldiers"), is_kind_of("soldiers", "people")
    (True, False)
    """
    return _is_among(one, other, "some")


def is_kind(phrase: str) -> bool:
    """Tell whether a phrase is the word for all of a kind: "people", "weapons".

    >>> is_kind("people"), is_kind("two people"), is_kind("soldiers")
    (True, False, False)
    """
    kind = stems(phrase)
    return len(kind) == 1 and kind[0] in _kinds("some")


def is_role_of(one: str, other: str) -> bool:
    """Tell whether the second phrase names by their part in it those whom the first names all of: "suspects", "people".

    >>> is_role_of("people", "suspects"), is_role_of("people", "civilians")
    (True, False)
    """
    return _is_among(one, other, "parts")


def _is_among(one: str, other: str, field: str) -> bool:
    kind = stems(one)
    return len(kind) == 1 and bool(_kinds(field).get(kind[0], frozenset()) & set(stems(other)))


def first_consonants(word: str) -> str:
    """Give the first consonants of a word, which spellings of one name mostly share.

    >>> first_consonants("velmisiyah"), first_consonants("velmesiyya")
    ('vlm', 'vlm')
    """
    return re.sub(r"[^a-z]|[aeiouyhw]", "", word)[:3]


class Lexicon:
    """Weighs features by how rare they are among some claims."""

    def __init__(self, claims: Iterable[Claim], is_known: Callable[[Iri], bool]) -> None:
        self._is_known = is_known
        self._features: dict[Iri, frozenset[str]] = {}
        self._weights: dict[str, float] = {}
        self._totals: dict[Iri, float] = {}
        self._count = 0
        self._frequency: Counter[str] = Counter()
        self._said: Counter[Iri] = Counter()  # how many claims have a relation
        for claim in claims:
            self._count += 1
            self._said[claim.predicate] += 1
            self._frequency.update(self.features(claim))

    def features(self, claim: Claim) -> frozenset[str]:
        """Give the bag of features of a claim."""
        if (known := self._features.get(claim.id)) is None:
            known = self._features[claim.id] = frozenset(self._read(claim))
        return known

    def _read(self, claim: Claim) -> Iterator[str]:
        """Give a known thing as one feature, all else as stems; what the text adds to the labels counts too.

        Where it was does not make it another thing, unless the place is known: that is compared by itself.
        """
        named: set[str] = set()
        parts = (claim.subject, claim.predicate, claim.object)
        for iri in (*parts, claim.place):
            if iri is not None:
                words = stems(claim.labels.get(iri, ""))
                named.update(words)
                if self._is_known(iri):
                    yield f"<{iri}>"
                elif iri in parts:
                    yield from words
        yield from (word for word in stems(claim.text) if word not in named)

    def weight(self, feature: str) -> float:
        """Say how much a feature tells: much when few claims have it (smoothed inverse document frequency)."""
        if (known := self._weights.get(feature)) is None:
            known = self._weights[feature] = math.log(1 + (self._count + 1) / (self._frequency[feature] + 0.5))
        return known

    def frequency(self, feature: str) -> int:
        """Say how many claims have a feature."""
        return self._frequency[feature]

    def is_telling(self, relation: Iri) -> bool:
        """Tell whether so few claims have a relation that it says by itself what they are about: a pause, a vote."""
        return self._said[relation] <= max(FEW, SELDOM * self._count)

    def similarity(self, one: Claim, other: Claim, at_least: float = 0.0) -> float:
        """Say from 0 to 1 how much of the weight of two claims they share (Dice coefficient).

        Words that merely resemble each other count in part; below `at_least` the answer is a lower bound.
        """
        left, right = self.features(one), self.features(other)
        total = self._total(one) + self._total(other)
        common = left & right
        shared = 2 * sum(map(self.weight, common))
        spare = [sum(map(self.weight, filter(_is_name_like, words - common))) for words in (left, right)]
        if total == 0 or shared + 2 * min(spare) < at_least * total:
            return shared / total if total else 0.0
        return (shared + self._resembling(left - common, right - common)) / total

    def shared(self, one: Claim, other: Claim) -> list[str]:
        """Give the words that two claims share, the most telling first; of known things those of their names."""
        words = (set(stems(claim.text)).union(*map(stems, claim.labels.values())) for claim in (one, other))
        return sorted(set.intersection(*words), key=lambda word: (-self.weight(word), word))

    def _total(self, claim: Claim) -> float:
        if (known := self._totals.get(claim.id)) is None:
            known = self._totals[claim.id] = sum(map(self.weight, self.features(claim)))
        return known

    def _resembling(self, left: frozenset[str], right: frozenset[str]) -> float:
        found, spare = 0.0, set(filter(_is_name_like, right))
        for word in sorted(filter(_is_name_like, left)):
            if near := _nearest(word, spare):
                spare.discard(near[0])
                found += near[1] * (self.weight(word) + self.weight(near[0]))
        return found


@lru_cache(maxsize=100_000)
def label_similarity(one: str, other: str) -> float:
    """Say from 0 to 1 how alike two short names or phrases are, whatever the order of their words.

    >>> label_similarity("fighters", "League fighters")
    0.8
    """
    left, right = stems(one), stems(other)
    if not left or not right:
        return float(left == right)
    alike = fuzz.token_sort_ratio(" ".join(left), " ".join(right)) / 100
    inner, outer = sorted((set(left), set(right)), key=len)
    return max(alike, IN_OTHER) if inner <= outer and len(max(inner, key=len)) >= 3 else alike


def _is_name_like(feature: str) -> bool:
    return len(feature) >= 5 and feature.isalpha()


def _nearest(word: str, others: Iterable[str]) -> tuple[str, float] | None:
    scored = ((fuzz.ratio(word, other, score_cutoff=RESEMBLANCE), other) for other in others)
    best = max(scored, default=(0.0, ""))
    return (best[1], best[0] / 100) if best[0] else None
