"""Finds where that ends which a cue governs."""

from collections.abc import Iterator

from kg.extract import grammar, words
from kg.extract.cues import Lexicon, Match
from kg.extract.text import CLOSERS, OPENERS, STOPS, Range, Text
from kg.extract.tokens import Token
from kg.model import Stance

_COMMAS = frozenset({",", "—", "–", "--", "-"})


class Reach:
    """What the finders of contents share: one text, its quotes, and how far a cue reaches."""

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        self.text, self.doc, self.lexicon = text, text.doc, lexicon

    def _opens_quote(self, at: int) -> bool:
        number = self.text.quote_at[at]
        return number >= 0 and self.text.quote_ranges[number][0] == at

    @staticmethod
    def _finite(verb: Token) -> bool:
        if verb.tag_ in grammar.FINITE:
            return True
        return any(
            each.tag_ in grammar.FINITE for each in verb.children if each.dep_ in grammar.AUXILIARY | grammar.COPULA
        )

    def _reach(self, match: Match, start: int, at: int) -> int:
        """Find where what a cue governs ends: with its sentence, unless its own sentence part ends before."""
        _, end = self.text.sentence_of(self.doc[max(at - 1, start)])
        verb = match.head
        edge = verb.right_edge.i + 1
        dependent = grammar.RELATIVE | grammar.ADVERBIAL_CLAUSE | grammar.NOUN_CLAUSE | grammar.APPOSITION
        if verb.dep_ in dependent and start < edge < end and self.doc[edge].text in _COMMAS:
            end = edge
        if self._in_lead_clause(match, start):
            end = next((i for i in range(start + 1, end) if self._main_clause_at(i, end)), end)
        for i in range(max(at, start + 1), end - 1):
            if self._leaves(match, i):
                return i + (self.doc[i].text in CLOSERS)
        return end

    def _in_lead_clause(self, match: Match, start: int) -> bool:
        """Whether a cue stands in a clause that opens the sentence: "While X said that …, the army left"."""
        first, _ = self.text.sentence_of(match.head)
        lead = self.doc[first : min(first + 3, match.first)]
        if match.first == first and match.head.tag_ in {"VBN", "VBD"}:
            return True
        return start > match.last and any(token.lower_ in words.SUBORDINATORS | {"as"} for token in lead)

    def _main_clause_at(self, i: int, end: int) -> bool:
        """Whether a comma is followed by a subject with its finite verb."""
        if self.doc[i].text != "," or self.text.quote_at[i] >= 0 or i + 1 >= end:
            return False
        subjects = [each for each in self.doc[i + 1 : min(end, i + 8)] if each.dep_ in grammar.SUBJECT]
        return any(each.left_edge.i == i + 1 and self._finite(each.head) for each in subjects)

    def _leaves(self, match: Match, i: int) -> bool:
        """Whether the words from `i` on are no longer governed by the cue."""
        token, after = self.doc[i], self.doc[i + 1]
        goes_on = after.tag_ == "VBG" and self.lexicon.at(after) is not None
        if goes_on and token.text in CLOSERS and self.doc[i - 1].text in _COMMAS:
            return True
        if self.text.quote_at[i] >= 0:
            return False
        if token.text in _COMMAS:
            if after.lower_ == "according" or goes_on:
                return True
            if after.lower_ in words.COORDINATORS:
                return self._own_branch(match.head, after) or self._reports_too(match.head, after)
        return token.lower_ in {"and", "but"} and self._own_branch(match.head, token)

    def _clausal(self, participle: Token) -> bool:
        """Whether a participle after a comma goes on reporting: ", adding that …", ", saying the army …"."""
        following = [token.lower_ for token in self.doc[participle.i + 1 : participle.i + 3]]
        opened = following[:1] in ([","], [":"]) and following[1:] and following[1] in OPENERS
        return (
            bool(grammar.clauses_of(participle))
            or following[:1] == ["that"]
            or opened
            or (bool(following) and following[0] in OPENERS)
        )

    def _reports_too(self, verb: Token, joint: Token) -> bool:
        """Whether a comma and "and" go on with a second reporting verb of the cue's tense: "…, and called it"."""
        after = joint.nbor(1) if joint.i + 1 < len(self.doc) else joint
        return (
            joint.lower_ in {"and", "but"}
            and after.tag_ in grammar.FINITE
            and after.tag_ == verb.tag_
            and self.lexicon.at(after) is not None
        )

    def _own_branch(self, verb: Token, joint: Token) -> bool:
        """Whether "and" or "while" opens a clause that hangs on the cue's verb, not on what it reports."""
        branch = joint.head
        if branch.i <= joint.i or branch == verb:
            return False
        conjunct = branch.dep_ in grammar.CONJUNCT and branch.head == verb
        if conjunct and joint.lower_ in {"and", "but"}:
            reports = branch.tag_ == verb.tag_ and self.lexicon.at(branch) is not None
            return branch.pos_ in {"VERB", "AUX"} and (reports or grammar.subject_of(branch) is not None)
        adverbial = branch.dep_ in grammar.ADVERBIAL_CLAUSE and branch.head == verb
        return adverbial and joint.lower_ in {"while", "as", "although", "though", "whereas"}

    def _after(self, match: Match, start: int) -> list[Range]:
        """Give the content from its start to where the cue's reach ends."""
        if self._opens_quote(start):
            number = self.text.quote_at[start]
            stop = self.text.quote_ranges[number][1]
            _, end = self.text.sentence_of(self.doc[stop - 1])
            if stop >= end - 1 or self.doc[stop].text in STOPS or self.doc[stop - 2].text in STOPS:
                return [(start, stop), *self._quote_tail(stop)]
            return [(start, max(stop, self._reach(match, start, stop)))]
        end = self._reach(match, start, start)
        number = self.text.quote_at[end - 1]
        if number >= 0 and number != self.text.quote_at[start]:
            end = max(end, self.text.quote_ranges[number][1])
        aside = match.head.tag_ == "VBG" or (match.cue.stance is Stance.ASKS and start > match.last)
        return [(start, end), *([] if aside else self._quote_tail(end))]

    def _quote_tail(self, at: int) -> list[Range]:
        """Take the sentences and paragraphs after `at` that are nothing but quotation."""
        return list(self._tail(at))

    def _tail(self, at: int) -> Iterator[Range]:
        while True:
            while at < len(self.doc) and (self._between_sentences(at)):
                at += 1
            if at >= len(self.doc) or not self._opens_quote(at):
                return
            start, stop = self.text.quote_ranges[self.text.quote_at[at]]
            if self.text.sentence_at[start] >= 0 and self.text.sentence_of(self.doc[start])[0] != start:
                return
            _, end = self.text.sentence_of(self.doc[stop - 1])
            if any(token.is_alpha for token in self.doc[stop:end]) or self._owned(stop):
                return
            yield start, stop
            at = stop

    def _between_sentences(self, at: int) -> bool:
        token = self.doc[at]
        return token.is_space or self.text.paragraph_at[at] < 0 or token.text in {".", ","}

    def _owned(self, stop: int) -> bool:
        """Whether the sentence after a quotation says whose it was: “We won!” Smith said."""
        at = stop
        while at < len(self.doc) and self.doc[at].is_space:
            if "\n" in self.doc[at].text:
                return False
            at += 1
        if at >= len(self.doc) or self._opens_quote(at):
            return False
        first, end = self.text.sentence_of(self.doc[at])
        near = [match for token in self.doc[first : min(end, first + 7)] if (match := self.lexicon.at(token))]
        return any(end - first <= 8 or self._closed_at(match.last + 1, end) for match in near)

    def _closed_at(self, at: int, end: int) -> bool:
        """Whether nothing that is said can follow a cue: its sentence ends, or goes on with an adverb or a comma."""
        return at >= end or self.doc[at].pos_ in {"ADV", "PUNCT"}
