"""Finds the words of a document that may report: "said", "point out", "the claim that", "according to"."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extract import grammar, words
from kg.extract.tokens import Parse, Token
from kg.model import Cue

_IRREGULAR = {
    "say": "said", "tell": "told", "speak": "spoke spoken", "write": "wrote written", "swear": "swore sworn",
    "think": "thought", "know": "knew known", "see": "saw seen", "hear": "heard", "feel": "felt", "find": "found",
    "show": "showed shown", "foresee": "foresaw foreseen", "put": "put", "go": "went gone", "lay": "laid", "set": "set",
    "let": "let", "make": "made", "come": "came", "bet": "bet", "understand": "understood", "forecast": "forecast",
    "broadcast": "broadcast", "seek": "sought", "cast": "cast", "shoot": "shot", "plead": "pleaded pled",
    "withdraw": "withdrew withdrawn", "mislead": "misled", "misstate": "misstated", "read": "read", "lie": "lied lying",
    "beseech": "besought", "sing": "sang sung", "deny": "denied denies", "retell": "retold", "text": "texted",
    "take": "took taken",
}  # fmt: skip
_ALWAYS_VERBS = frozenset({"said", "says", "told", "tells"})
_DOUBLED = re.compile(r"(?:[^aeiou]|qu)[aeiou][bdgklmnprt]$")
_FAR = 16  # tokens from an amount to the "at" before its number
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
Entries = dict[str, list[tuple[tuple[str, ...], Cue]]]  # the other words of each cue, by the forms of its first


@dataclass(frozen=True, slots=True)
class Match:
    """One reporting word where it stands: tokens `[first, last]` of the document, `head` governs the rest."""

    cue: Cue
    head: Token
    first: int
    last: int


@dataclass(frozen=True)
class Lexicon:
    """The cues of a stances file, by the forms in which text has them."""

    cues: Sequence[Cue]

    @cached_property
    def _verbs(self) -> Entries:
        return self._by_forms("verb", verb_forms)

    @cached_property
    def _nouns(self) -> Entries:
        return self._by_forms("noun", lambda noun: (noun, _with_s(noun)))

    @cached_property
    def _adjectives(self) -> Entries:
        return self._by_forms("adjective", lambda adjective: (adjective,))

    @cached_property
    def _adpositions(self) -> Entries:
        return self._by_forms("adposition", lambda adposition: (adposition,))

    def _by_forms(self, part_of_speech: str, forms: Callable[[str], Iterable[str]]) -> Entries:
        """Give the cues of a part of speech by the forms of their first word, the longest first."""
        found: Entries = {}
        for cue in self.cues:
            if cue.part_of_speech == part_of_speech:
                first, *rest = cue.lemma.split()
                for form in forms(first):
                    found.setdefault(form, []).append((tuple(rest), cue))
        for entries in found.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return found

    @cached_property
    def default(self) -> Cue:
        """The plainest cue, for a quotation whose verb is in no list."""
        return next(cue for cue in self.cues if cue.lemma == "say")

    def find(self, doc: Parse) -> Iterator[Match]:
        """Yield every cue of a document in order."""
        end = 0
        for token in doc:
            found = self.at(token) if token.i >= end else None
            if found:
                end = found.last + 1
                yield found

    def at(self, token: Token) -> Match | None:
        """Give the cue that begins at a token, the longest one."""
        word = token.lower_
        if word in self._verbs and (token.pos_ in _VERBAL or word in _ALWAYS_VERBS or grammar.is_misread_verb(token)):
            return self.verb_at(token)
        if word in self._adpositions:
            return _longest(token, self._adpositions[word])
        if word in self._nouns and token.pos_ in _NOMINAL:
            return _longest(token, self._nouns[word])
        if word in self._adjectives and (token.pos_ == "ADJ" or token.tag_ == "VBN"):
            return _longest(token, self._adjectives[word])
        return None

    def verb_at(self, token: Token) -> Match | None:
        """Give the verb cue that begins at a token, whatever its tag says."""
        return _longest(token, self._verbs.get(token.lower_, []))


def _longest(token: Token, entries: Sequence[tuple[tuple[str, ...], Cue]]) -> Match | None:
    for rest, cue in entries:
        following = tuple(each.lower_ for each in token.doc[token.i + 1 : token.i + 1 + len(rest)])
        if following == rest:
            return Match(cue, token, token.i, token.i + len(rest))
        if rest == ("at",) and _puts_amount(token):
            return Match(cue, token, token.i, token.i)
        if len(rest) == 1 and rest[0] in {grammar.particle_of(token), grammar.role_of_object(token)}:
            return Match(cue, token, token.i, token.i)
    return None


def _puts_amount(verb: Token) -> bool:
    """Whether the object of a verb is put at a number: "put the number of the dead at about 38"."""
    amount = grammar.object_of(verb)
    if amount is None or amount.i < verb.i or amount.lemma_ not in words.AMOUNTS:
        return False
    after = verb.doc[amount.i + 1 : amount.i + 1 + _FAR]
    at = next((each for each in after if each.lower_ == "at" and each.i + 1 < len(each.doc)), None)
    return at is not None and any(each.like_num for each in verb.doc[at.i + 1 : at.i + 4])


def verb_forms(verb: str) -> set[str]:
    """Give all forms of a verb.

    >>> sorted(verb_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    stem = verb.removesuffix("e")
    if _DOUBLED.search(verb) and (len(verb) <= 4 or verb in {"admit", "submit", "rebut", "refer", "infer", "concur"}):
        stem = verb + verb[-1]
    past = verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else stem + "ed"
    forms = {verb, _with_s(verb), (verb if verb.endswith("ee") else stem) + "ing", *_IRREGULAR.get(verb, "").split()}
    return forms if verb in _IRREGULAR and verb not in {"show", "plead", "forecast", "broadcast"} else forms | {past}


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|sh|ch|x|z|o)$", word) else "s")
