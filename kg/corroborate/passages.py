"""Finds passages that say what is asked in their own words, where no claim that was read from them does.

A passage is the content of an attribution with all statements read from it. It covers a question as far as it holds
the question's words, by weight: a known thing counts as held where any claim of the passage names it, a relation
where any of its verbs or nouns is there.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from kg.corroborate.knowledge import Knowledge
from kg.corroborate.quantities import Fit, fit
from kg.corroborate.testimony import Testimony
from kg.corroborate.words import RESEMBLANCE, Lexicon, stems
from kg.model import Claim, Iri

COVERED = 0.5  # of the weight of a question's words: from here on a passage says it
ENOUGH = 3  # so many words a question has, or a passage must hold nearly all of it
NEARLY_ALL = 0.8
AT_LEAST = 2  # one telling word says nothing
LOOKED_UP = 4  # of a question's rarest words


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document with the statements that were read from it."""

    said: tuple[Testimony, ...]
    claims: tuple[Claim, ...]
    words: frozenset[str]


class Passages:
    """The passages of all statements, found by their words."""

    def __init__(
        self, said: Iterable[Testimony], claims: Mapping[Iri, Claim], knowledge: Knowledge, lexicon: Lexicon
    ) -> None:
        self._knowledge = knowledge
        self._lexicon = lexicon
        self._holding: defaultdict[str, list[Passage]] = defaultdict(list)
        groups: defaultdict[tuple[Iri, int, str], list[Testimony]] = defaultdict(list)
        for each in sorted(said, key=lambda each: each.statement):
            groups[each.document, each.position, each.quote].append(each)
        for (_, _, quote), members in groups.items():
            self._add(tuple(members), tuple(claims[each.claim] for each in members), quote)

    def _add(self, said: tuple[Testimony, ...], claims: tuple[Claim, ...], quote: str) -> None:
        words = frozenset(stems(quote)).union(*map(self._of, claims))
        passage = Passage(said, claims, words)
        for word in words:
            self._holding[word].append(passage)

    def _of(self, claim: Claim) -> frozenset[str]:
        """Give the features of a claim without the words of its relation's name, which the text need not have."""
        relation = self._knowledge.relations.get(claim.predicate)
        return self._lexicon.features(claim) - frozenset(stems(relation.name) if relation else ())

    def saying(self, question: Claim, weighed: Container[Iri]) -> Iterator[tuple[Testimony, float]]:
        """Give for each passage that covers a question the statement nearest to it, and how far it is covered.

        A passage of which a statement was `weighed` already is passed over.
        """
        asked = self._lexicon.features(question)
        rarest = sorted(asked, key=lambda word: (-self._lexicon.weight(word), word))[:LOOKED_UP]
        total = sum(map(self._lexicon.weight, asked))
        said = asked & set(stems(question.labels.get(question.predicate, "")))
        express = self._knowledge.verbs(question.predicate)
        found = {id(passage): passage for word in rarest for passage in self._holding.get(word, ())}
        for passage in found.values():
            if any(each.statement in weighed for each in passage.said):
                continue
            held = asked & passage.words | (said if express & passage.words else set())
            if len(held) < AT_LEAST or all(map(_is_known, held)):
                continue
            covered = sum(map(self._lexicon.weight, held))
            if covered >= (COVERED if len(asked) >= ENOUGH else NEARLY_ALL) * total and self._fits(question, passage):
                yield self._nearest(question, passage), covered / total

    def _fits(self, question: Claim, passage: Passage) -> bool:
        """Tell whether a passage names the known things that are asked about, and no other number."""
        known = {iri for iri in (question.subject, question.object) if self._knowledge.knows(iri)}
        named = {iri for claim in passage.claims for iri in (claim.subject, claim.object, claim.place) if iri}
        if any(not any(self._is_named(thing, by) for by in named) for thing in known):
            return False
        names = frozenset(stems(" ".join(re.findall(r"\b[A-Z]\S+", question.labels.get(question.object, "")))))
        if names and question.object not in known and not _any_alike(names, passage.words):
            return False
        sizes = [claim.quantity for claim in passage.claims if claim.quantity]
        asked = question.quantity
        return asked is None or any(fit(asked, size) in {Fit.EQUAL, Fit.MORE_EXACT} for size in sizes)

    def _is_named(self, thing: Iri, by: Iri) -> bool:
        return self._knowledge.belongs(by, thing) or self._knowledge.within(by, thing)

    def _nearest(self, question: Claim, passage: Passage) -> Testimony:
        pairs = zip(passage.said, passage.claims, strict=True)
        return max(pairs, key=lambda pair: (self._lexicon.similarity(question, pair[1]), pair[0].statement))[0]


def _is_known(word: str) -> bool:
    """Tell whether a feature stands for a known thing."""
    return word.startswith("<")


def _any_alike(names: Iterable[str], words: Iterable[str]) -> bool:
    """Tell whether one of some names is among some words, perhaps in another spelling."""
    return any(fuzz.ratio(name, word) >= RESEMBLANCE for name in names for word in words)
