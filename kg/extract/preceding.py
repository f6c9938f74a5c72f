"""Finds what stands before ", X said": the quotation beside it or the words before its comma."""

from kg.extract import grammar, words
from kg.extract.cues import Match
from kg.extract.reach import Reach
from kg.extract.text import CLOSERS, STOPS, Range

_SHORT = 8  # tokens of a quotation that is no statement by itself
_LEAST = 4  # tokens of what is more than when or where
_COMMAS = frozenset({",", "—", "–", "--", "-"})
_WHEN = words.DAYS_AND_MONTHS | {"last", "this", "to", "when", "the", "a", "one"}
_LOWER = grammar.ADVERBIAL_CLAUSE | grammar.RELATIVE


class Preceding(Reach):
    """Finds the content before a cue, and how it goes on after it."""

    def _closes(self, match: Match, high: int) -> bool:
        """Whether nothing but time, place and hearer follows ", X said": no object, no predicate."""
        if match.cue.lemma in words.ADDRESSING or high >= len(self.doc):
            return True
        token = self.doc[high]
        if token.lower_ == "to" and high + 1 < len(self.doc) and self.doc[high + 1].tag_ == "VB":
            return False
        return token.pos_ in {"ADP", "ADV", "PUNCT", "SCONJ", "CCONJ", "SPACE"} or token.lower_ in _WHEN

    def _quote_before(self, low: int, match: Match) -> list[Range]:
        """Take the quotation that ends right before "X said" in its sentence."""
        first, _ = self.text.sentence_of(match.head)
        number = self.text.quote_at[low - 1] if low > first else -1
        if number < 0 or self.doc[low - 1].text not in CLOSERS or self.text.quote_ranges[number][1] != low:
            return []
        start, stop = self.text.quote_ranges[number]
        opening = self._with_prefix(start)
        if self._only_leads(opening, start, stop) or not (self.doc[low - 2].text in STOPS or stop - start > _SHORT):
            return []
        return [(opening, stop)]

    def _only_leads(self, first: int, start: int, stop: int) -> bool:
        """Whether words with a quotation only say when or where: "In her book “A Road Home,” Lee said …"."""
        lead = self.doc[first:start]
        if not lead:
            return False
        named = stop - start <= _SHORT and not any(token.tag_ in grammar.FINITE for token in self.doc[first:stop])
        clause = lead[0].lower_ in words.SUBORDINATORS | {"as", "asked"}
        return (named and lead[0].pos_ == "ADP") or (clause and not self._is_statement(first, stop))

    def _words_before(self, low: int, high: int, match: Match) -> list[Range]:
        """Take the words before ", X said" where nothing after it can be what is said."""
        first, _ = self.text.sentence_of(match.head)
        if low <= first or self.doc[low - 1].text not in _COMMAS:
            return []
        subordinate = any(token.lower_ in words.SUBORDINATORS for token in self.doc[low : match.first])
        says = (
            self._is_statement(first, low - 1)
            or self._interrupted(first, high)
            or (grammar.object_of(match.head) is None and self._closed_by(low, high))
        )
        apart = not subordinate and self._closes(match, high)
        return [(self._past_joint(first), low - 1)] if apart and says else []

    def _previous_quote(self, low: int, match: Match) -> list[Range]:
        """Take the quotation that ends right before a sentence: “We won!” Smith said."""
        at = low - 1
        if low > self.text.sentence_of(match.head)[0]:
            return []
        while at >= 0 and self.doc[at].is_space:
            at -= 1
        if at < 0 or self.doc[at].text not in CLOSERS or self.text.paragraph_at[at] != self.text.paragraph_at[low]:
            return []
        number = self.text.quote_at[at]
        return [self.text.quote_ranges[number]] if number >= 0 else []

    def _with_prefix(self, start: int) -> int:
        """Take in the words of the same sentence before a quotation: The plan is “a mess,” he said."""
        first, _ = self.text.sentence_of(self.doc[start])
        between = self.doc[first:start]
        apart = any(token.text == ":" or self.text.quote_at[token.i] >= 0 for token in between)
        return first if first < start and not apart and between[-1].text not in CLOSERS else start

    def _is_statement(self, first: int, end: int) -> bool:
        """Whether words before a comma say something, not only when or where: they have a subject and a verb."""
        return any(
            token.dep_ in grammar.SUBJECT and first <= token.head.i < end and token.head.dep_ not in _LOWER
            for token in self.doc[first:end]
        ) or any(token.tag_ in grammar.FINITE and token.dep_ in grammar.ROOT for token in self.doc[first:end])

    def _closed_by(self, low: int, high: int) -> bool:
        """Whether "X told reporters." ends a sentence with a verb before it, whatever the parse made of that."""
        first, end = self.text.sentence_of(self.doc[low])
        before = self.doc[first : low - 1]
        if len(before) < _LEAST:
            return False
        leads = before[0].pos_ in {"ADP", "SCONJ"} or before[0].tag_ in {"VBG", "VBN"} or before[0].lower_ == "as"
        if leads or any(self.text.quote_at[each.i] >= 0 for each in before):
            return False
        after = [each for each in self.doc[high:end] if each.tag_ not in {"VBG", "VBN"}]
        told = any(each.tag_[:2] == "VB" or each.tag_ == "MD" for each in before)
        return told and not any(each.pos_ in {"VERB", "AUX"} for each in after)

    def _interrupted(self, first: int, high: int) -> bool:
        """Whether "X said" stands between two parts of a clause: "The risk, he said, is a clash"."""
        _, end = self.text.sentence_of(self.doc[first])
        if high + 1 >= end or self.doc[high].text not in _COMMAS or self._opens_quote(high + 1):
            return False
        rest = self.doc[high + 1 : end]
        goes_on = rest[0].tag_ != "VBG" or rest[0].dep_ in grammar.SUBJECT
        return goes_on and any(each.tag_ in grammar.FINITE for each in rest)

    def _past_joint(self, first: int) -> int:
        return first + 1 if self.doc[first].lower_ in {"and", "but"} else first

    def _resumed(self, before: list[Range], high: int, match: Match) -> list[Range]:
        """Take what goes on after an attribution inside: “A,” he said, “B.” and The army, he said, had left."""
        _, end = self.text.sentence_of(match.head)
        stop = next((i for i in range(high, end) if self.doc[i].text in STOPS or self._opens_quote(i)), end)
        if stop < end - 1 and (self._opens_quote(stop) or self._opens_quote(stop + 1)):
            start = stop if self._opens_quote(stop) else stop + 1
            return self._after(match, start)
        if stop >= end - 1:
            return self._quote_tail(end)
        quoted = self.doc[before[-1][1] - 1].text in CLOSERS
        if self.doc[stop].text in _COMMAS and not quoted and self._goes_on(before[-1], stop + 1, end):
            return [(stop + 1, self._reach(match, stop + 1, stop + 1))]
        return self._quote_tail(end) if quoted else []

    def _goes_on(self, before: Range, start: int, end: int) -> bool:
        """Whether words after ", he said," finish the sentence begun before it."""
        token = self.doc[start]
        if token.lower_ == "that" and token.tag_ == "IN":
            return True
        if token.lower_ in words.RELATIVES | {"in", "at", "on", "during", "adding", "speaking"} or token.tag_ == "VBG":
            return False
        if token.tag_ in grammar.FINITE:
            return True
        crossing = any(
            before[0] <= each.head.i < before[1] or (before[0] <= each.i < before[1] and start <= each.head.i < end)
            for each in self.doc[start:end]
        )
        return crossing or not any(each.tag_ in grammar.FINITE for each in self.doc[before[0] : before[1]])
