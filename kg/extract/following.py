"""Finds what follows a cue: the clause after "said that", the quotation after a colon."""

from kg.extract import grammar, words
from kg.extract.cues import Match
from kg.extract.preceding import Preceding
from kg.extract.text import STOPS
from kg.extract.tokens import Token
from kg.model import Stance

_NAMING = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_SHORT = 8  # tokens of a quotation that is no statement by itself
_REACH = 30  # tokens between a cue and its clause
_COMMAS = frozenset({",", "—", "–", "--", "-"})


class Following(Preceding):
    """Finds the content after a cue."""

    def _clause_start(self, match: Match, high: int) -> int | None:
        """Find where the clause after a cue starts: at "that", a colon, a quotation mark, or its subject."""
        _, end = self.text.sentence_of(match.head)
        subjects = self._subject_starts(match, high, end)
        for at in range(high, min(end, high + _REACH)):
            token = self.doc[at]
            if (self._opens_quote(at) and self._scare_quote(match, at)) or self._in_object(match, at):
                return None
            if token.text == ":":
                return at + 1 if at + 1 < end else None
            if self._opens_quote(at) or at in subjects:
                return self._with_opening(match, high, at)
            if self._opens_clause(token, match, high):
                return at
            if token.text in STOPS and not self._parenthesis(at, end):
                break
            joint = token.lower_ in {"and", "but"}
            if joint and (self._own_branch(match.head, token) or self._reports_too(match.head, token)):
                break
        return None

    def _with_opening(self, match: Match, high: int, at: int) -> int:
        """Take in the words that open what is said before a quotation or a clause: "said the plan “is a mess”"."""
        opening = self.doc[high:at]
        if not opening or match.cue.lemma in words.ADDRESSING or opening[-1].text in STOPS:
            return at
        names = opening[0].pos_ in _NAMING and not any(each.lower_ in words.DAYS_AND_MONTHS for each in opening)
        acts = match.cue.stance is not Stance.ASSERTS and len(opening) > 1 and opening[1].tag_ == "VB"
        return high if names or (acts and opening[0].lower_ == "to") else at

    def _in_object(self, match: Match, at: int) -> bool:
        """Whether "that" opens the clause of a noun that is itself what is said: "rejected the claim that …"."""
        before = self.doc[at - 1]
        if self.doc[at].lower_ != "that" or before.i <= match.last or not match.cue.nominal:
            return False
        found = self.lexicon.at(before)
        return found is not None and found.cue.part_of_speech == "noun" and before == grammar.object_of(match.head)

    def _scare_quote(self, match: Match, at: int) -> bool:
        """Whether a quotation after a verb's object is only a part of what is said: "called it a “mess”"."""
        first, end = self.text.quote_ranges[self.text.quote_at[at]]
        target = grammar.object_of(match.head) or grammar.subject_of(self.doc[at])
        addressed = match.cue.lemma in words.ADDRESSING or self.doc[at - 1].text in {",", ":"}
        between = any(token.pos_ in {"NOUN", "PROPN", "PRON"} for token in self.doc[match.last + 1 : at])
        return not addressed and target is not None and between and match.cue.nominal and end - first < _SHORT

    def _opens_clause(self, token: Token, match: Match, high: int) -> bool:
        """Whether a word is the "that", "whether" or "how" of what is reported."""
        related = token.i > high and token.dep_ in grammar.SUBJECT and token.head.dep_ in grammar.RELATIVE
        if token.lower_ == "that" and self._complementizer(token) and not related:
            return True
        if token.i == high and token.lower_ in words.ASKED and grammar.is_negated(match.head):  # "did not say when"
            return True
        return token.lower_ in words.COMPLEMENTIZERS and (token.i == high or self._asked(match, token.i, high))

    @staticmethod
    def _complementizer(token: Token) -> bool:
        return token.tag_ in {"IN", "WDT", "DT"} and not (token.tag_ == "DT" and token.dep_ in grammar.DETERMINER)

    @staticmethod
    def _asked(match: Match, at: int, high: int) -> bool:
        """Whether "if", "how" or "what" after a hearer still opens what is said: "asked him whether"."""
        return at - high <= 4 and match.head.doc[at].lower_ in {"whether", "if", "how", "why"}

    def _parenthesis(self, at: int, end: int) -> bool:
        """Whether a comma after the cue only opens an aside before "that": "said, however, that"."""
        if self.doc[at].text not in _COMMAS:
            return False
        ahead = self.doc[at + 1 : min(end, at + 14)]
        commas = 0
        if ahead and ahead[0].lower_ == "that":
            return True
        for token in ahead:
            commas += token.text in _COMMAS
            if self._opens_quote(token.i) and token.i == at + 1:
                return True
            if token.lower_ == "that" and commas == 1 and self.doc[token.i - 1].text in _COMMAS:
                return True
        return False

    def _adverbial(self, subject: Token, high: int) -> bool:
        """Whether a subject's clause only says when or why: "praised the plan before he left"."""
        start = subject.left_edge.i
        return start > high and self.doc[start - 1].lower_ in words.SUBORDINATORS | {"as"}

    def _subject_starts(self, match: Match, high: int, end: int) -> set[int]:
        """Give where subjects of finite verbs start that no comma, clause or list parts from the cue."""
        found = set()
        for token in self.doc[high:end]:
            if token.dep_ not in grammar.SUBJECT or token.head.i <= token.i or token.head == match.head:
                continue
            if self._adverbial(token, high):
                continue
            if token.lower_ in words.RELATIVES or not self._finite(token.head):
                continue
            start = max(token.left_edge.i, high)
            if not any(each.text in STOPS for each in self.doc[high:start]):
                found.add(start)
        clause = next((each for each in grammar.clauses_of(match.head) if each.i >= high), None)
        if clause is not None and self._finite(clause):
            found.add(min(each.i for each in clause.subtree if each.i >= high and each.text not in _COMMAS))
        return found
