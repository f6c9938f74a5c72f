"""Finds what a cue reports: the clause it governs, the quotation beside it, the words before ", X said"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract import grammar, words
from kg.extract.cues import Lexicon, Match
from kg.extract.sources import Source
from kg.extract.text import CLOSERS, OPENERS, Range, Text
from kg.model import Stance

_SHORT = 8  # tokens of a quotation that is no statement by itself
_LEAST = 4  # tokens of a clause that the parser did not see
_REACH = 30  # tokens between a cue and its clause
_COMMITTING = frozenset({"propose", "swear", "recommend", "favor", "favour", "prefer", "suggest", "agree"})
_COMMAS = frozenset({",", "—", "–", "--", "-"})
_STOPS = frozenset({",", ".", ";", ":", "!", "?", "—", "–", "--"})
_WHEN = words.DAYS_AND_MONTHS | {"last", "this", "to", "when", "the", "a", "one"}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class ContentFinder:
    """Finds the content of each cue of one text."""

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        self.text, self.doc, self.lexicon = text, text.doc, lexicon

    def find(self, match: Match, source: Source | None) -> list[Range]:
        """Give the content of a cue as ranges of tokens in order; nothing when it reports nothing."""
        if match.cue.part_of_speech == "adposition":
            found = self._around(match, source)
        elif match.cue.part_of_speech == "noun":
            found = self._of_noun(match)
        else:
            found = self._of_verb(match, source)
        return [part for part in map(self.text.trimmed, found) if part]

    # verbs

    def _of_verb(self, match: Match, source: Source | None) -> list[Range]:
        low, high = self._group(match, source)
        quoted = self._quote_before(low, match)
        if quoted:
            return quoted + self._resumed(quoted, high, match)
        start = self._clause_start(match, high)
        aside = match.head.tag_ == "VBG" or (source is not None and source.borrowed)
        before = ([] if aside else self._words_before(low, high, match)) or (
            [] if start is not None else self._previous_quote(low, match)
        )
        if start is not None and not (before and self._inquit(high, start)):
            return self._after(match, start)
        if before:
            return before + self._resumed(before, high, match)
        if start is not None:
            return self._after(match, start)
        return self._open_clause(match, high) or self._nominal(match, high) or self._rest(match, high)

    def _rest(self, match: Match, high: int) -> list[Range]:
        """Take what follows a verb of saying where the parser saw no clause: "said the minister stood by it"."""
        _, end = self.text.sentence_of(match.head)
        if match.cue.lemma != "say" or high + _LEAST > end:
            return []
        begins = self.doc[high].pos_ in {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"}
        reach = self._reach(match, high, high)
        verbal = any(token.pos_ in {"VERB", "AUX"} for token in self.doc[high:reach])
        return [(high, reach)] if begins and verbal and reach - high >= _LEAST else []

    def _group(self, match: Match, source: Source | None) -> Range:
        """Give the tokens that source and cue take together: "X said", "said X", "he has said"."""
        low, high = match.first, match.last + 1
        first, _ = self.text.sentence_of(match.head)
        while low > first and self.doc[low - 1].pos_ in {"AUX", "ADV", "PART"}:
            low -= 1
        if source and not source.borrowed:
            high = max(high, source.part[1])
            if source.part[0] < low and source.part[1] + 12 > low:
                low = source.part[0]
        if low > first and self.doc[low - 1].lower_ == "as":
            low -= 1
        return low, high

    def _inquit(self, high: int, start: int) -> bool:
        """Whether the cue's group is closed by a stop before what looks like its clause."""
        return any(token.text in _STOPS - {":"} for token in self.doc[high:start])

    def _clause_start(self, match: Match, high: int) -> int | None:
        """Find where the clause after a cue starts: at "that", a colon, a quotation mark, or its subject."""
        _, end = self.text.sentence_of(match.head)
        subjects = self._subject_starts(match, high, end)
        for at in range(high, min(end, high + _REACH)):
            token = self.doc[at]
            if (self._opens_quote(at) and self._scare_quote(match, at)) or self._in_object(match, at):
                return None
            if self._opens_quote(at) or at in subjects or self._opens_clause(token, match, high):
                return at
            if token.text == ":":
                return at + 1 if at + 1 < end else None
            if token.text in _STOPS and not self._parenthesis(at, end):
                break
        return None

    def _opens_quote(self, at: int) -> bool:
        number = self.text.quote_at[at]
        return number >= 0 and self.text.quote_ranges[number][0] == at

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
        if token.lower_ == "that" and self._complementizer(token):
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

    def _subject_starts(self, match: Match, high: int, end: int) -> set[int]:
        """Give where subjects of finite verbs start that no comma, clause or list parts from the cue."""
        found = set()
        for token in self.doc[high:end]:
            if token.dep_ not in grammar.SUBJECT or token.head.i <= token.i or token.head == match.head:
                continue
            if token.lower_ in words.RELATIVES or not self._finite(token.head):
                continue
            start = max(token.left_edge.i, high)
            if not any(each.text in _STOPS for each in self.doc[high:start]):
                found.add(start)
        clause = next((each for each in grammar.clauses_of(match.head) if each.i >= high), None)
        if clause is not None and self._finite(clause):
            found.add(max(high, min(each.i for each in clause.subtree if each.i >= high)))
        return found

    @staticmethod
    def _finite(verb: Token) -> bool:
        if verb.tag_ in _FINITE:
            return True
        return any(each.tag_ in _FINITE for each in verb.children if each.dep_ in grammar.AUXILIARY | grammar.COPULA)

    def _after(self, match: Match, start: int) -> list[Range]:
        """Give the content from its start to where the cue's reach ends."""
        if self._opens_quote(start):
            number = self.text.quote_at[start]
            stop = self.text.quote_ranges[number][1]
            _, end = self.text.sentence_of(self.doc[stop - 1])
            if stop >= end - 1 or self.doc[stop].text in _STOPS or self.doc[stop - 2].text in _STOPS:
                return [(start, stop), *self._quote_tail(stop)]
            return [(start, max(stop, self._reach(match, start, stop)))]
        end = self._reach(match, start, start)
        return [(start, end), *self._quote_tail(end)]

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
        lead = self.doc[first : min(first + 2, match.first)]
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
        goes_on = after.tag_ == "VBG" and self.lexicon.at(after) is not None and self._clausal(after)
        if goes_on and token.text in CLOSERS and self.doc[i - 1].text in _COMMAS:
            return True
        if self.text.quote_at[i] >= 0:
            return False
        if token.text in _COMMAS:
            if after.lower_ == "according" or goes_on:
                return True
            if after.lower_ in words.COORDINATORS:
                return self._own_branch(match.head, after)
        return token.lower_ in {"and", "but"} and self._own_branch(match.head, token)

    def _clausal(self, participle: Token) -> bool:
        """Whether a participle after a comma goes on reporting: ", adding that …", ", saying the army …"."""
        following = [token.lower_ for token in self.doc[participle.i + 1 : participle.i + 3]]
        opened = following[:1] in ([","], [":"]) and following[1:] and following[1] in OPENERS
        return bool(grammar.clauses_of(participle)) or following[:1] == ["that"] or opened or following[0] in OPENERS

    def _own_branch(self, verb: Token, joint: Token) -> bool:
        """Whether "and" or "while" opens a clause that hangs on the cue's verb, not on what it reports."""
        branch = joint.head
        if branch.i <= joint.i or branch == verb:
            return False
        conjunct = branch.dep_ in grammar.CONJUNCT and branch.head == verb
        if conjunct and joint.lower_ in {"and", "but"}:
            return branch.pos_ in {"VERB", "AUX"} and (
                self.lexicon.at(branch) is not None or grammar.subject_of(branch) is not None
            )
        adverbial = branch.dep_ in grammar.ADVERBIAL_CLAUSE and branch.head == verb
        return adverbial and joint.lower_ in {"while", "as", "although", "though", "whereas"}

    # what stands before ", X said"

    def _closes(self, match: Match, high: int) -> bool:
        """Whether nothing but time, place and hearer follows ", X said": no object, no predicate."""
        if match.cue.lemma in words.ADDRESSING or high >= len(self.doc):
            return True
        token = self.doc[high]
        return token.pos_ in {"ADP", "ADV", "PUNCT", "SCONJ", "CCONJ", "SPACE"} or token.lower_ in _WHEN

    def _quote_before(self, low: int, match: Match) -> list[Range]:
        """Take the quotation that ends right before "X said" in its sentence."""
        first, _ = self.text.sentence_of(match.head)
        number = self.text.quote_at[low - 1] if low > first else -1
        if number < 0 or self.doc[low - 1].text not in CLOSERS or self.text.quote_ranges[number][1] != low:
            return []
        start, stop = self.text.quote_ranges[number]
        return [(self._with_prefix(start), stop)] if self.doc[low - 2].text in _STOPS or stop - start > _SHORT else []

    def _words_before(self, low: int, high: int, match: Match) -> list[Range]:
        """Take the words before ", X said" where nothing after it can be what is said."""
        first, _ = self.text.sentence_of(match.head)
        if low <= first or self.doc[low - 1].text not in _COMMAS:
            return []
        subordinate = any(token.lower_ in words.SUBORDINATORS for token in self.doc[low : match.first])
        says = self._is_statement(first, low - 1) or self._interrupted(first, high)
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
            token.dep_ in grammar.SUBJECT and first <= token.i < end and first <= token.head.i < end
            for token in self.doc[first:end]
        ) or any(token.tag_ in _FINITE and token.dep_ in grammar.ROOT for token in self.doc[first:end])

    def _interrupted(self, first: int, high: int) -> bool:
        """Whether "X said" stands between a subject and its verb: "The risk, he said, is a clash"."""
        _, end = self.text.sentence_of(self.doc[first])
        if high >= end or self.doc[high].text not in _COMMAS or self.doc[first].pos_ in {"ADP", "SCONJ", "ADV"}:
            return False
        return self.doc[high + 1].tag_ in _FINITE or self.doc[high + 1].lower_ in {"is", "was", "are", "were", "has"}

    def _past_joint(self, first: int) -> int:
        return first + 1 if self.doc[first].lower_ in {"and", "but"} else first

    def _resumed(self, before: list[Range], high: int, match: Match) -> list[Range]:
        """Take what goes on after an attribution inside: “A,” he said, “B.” and The army, he said, had left."""
        _, end = self.text.sentence_of(match.head)
        stop = next((i for i in range(high, end) if self.doc[i].text in _STOPS or self._opens_quote(i)), end)
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
        if token.lower_ in words.RELATIVES | {"in", "at", "on", "during", "adding", "speaking"} or token.tag_ == "VBG":
            return False
        if token.tag_ in _FINITE:
            return True
        crossing = any(
            before[0] <= each.head.i < before[1] or (before[0] <= each.i < before[1] and start <= each.head.i < end)
            for each in self.doc[start:end]
        )
        return crossing or not any(each.tag_ in _FINITE for each in self.doc[before[0] : before[1]])

    def _quote_tail(self, at: int) -> list[Range]:
        """Take the sentences and paragraphs after `at` that are nothing but quotation."""
        return list(self._tail(at))

    def _tail(self, at: int) -> Iterator[Range]:
        while True:
            while at < len(self.doc) and (self.doc[at].is_space or self.doc[at].text in {".", ","}):
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
        return end - first <= 8 and any(self.lexicon.at(token) for token in self.doc[first:end])

    # infinitives, nouns

    def _open_clause(self, match: Match, high: int) -> list[Range]:
        """Read "vowed to fight", "urged them to leave", "admits losing ground"."""
        _, end = self.text.sentence_of(match.head)
        if high >= end:
            return []
        opened = grammar.open_clause_of(match.head)
        starts = self.doc[high].lower_ == "to" and high + 1 < end and self.doc[high + 1].tag_ in {"VB", "RB", "VBN"}
        committed = match.cue.stance is not Stance.ASSERTS or match.cue.distance or match.cue.lemma in _COMMITTING
        if (starts or self.doc[high].tag_ == "VBG") and committed:
            return [(high, self._reach(match, high, high))]
        if opened is not None and opened.i > high and (match.cue.nominal or self._to_infinitive(opened)):
            start = min(each.i for each in [*opened.subtree, *self._objects(match.head)] if each.i >= high)
            return [(start, self._reach(match, start, start))]
        return []

    @staticmethod
    def _to_infinitive(verb: Token) -> bool:
        return any(each.lower_ == "to" and each.i < verb.i for each in verb.children)

    @staticmethod
    def _objects(verb: Token) -> list[Token]:
        found = grammar.object_of(verb)
        return [found.left_edge, found] if found is not None else []

    def _nominal(self, match: Match, high: int) -> list[Range]:
        """Read the object of "announced the capture of the town", "called for talks"."""
        if not match.cue.nominal:
            return []
        verb = match.head
        if " " in match.cue.lemma and match.last > verb.i:
            _, end = self.text.sentence_of(verb)
            return [(high, self._reach(match, high, high))] if high < end else []
        target = grammar.object_of(verb)
        if target is None and grammar.is_passive(verb):
            target = grammar.subject_of(verb)
        if target is None or target.lower_ in words.PERSONAL | {"himself", "herself", "itself"}:
            return []
        if target.i < verb.i:
            return [(target.left_edge.i, min(target.right_edge.i + 1, match.first))]
        start = max(target.left_edge.i, match.last + 1)
        return [(start, target.right_edge.i + 1)]

    def _of_noun(self, match: Match) -> list[Range]:
        """Read what hangs on a noun: "the claim that …", "his promise to …"."""
        noun = match.head
        for each in noun.children:
            if each.i <= noun.i or each.dep_ not in grammar.NOUN_CLAUSE - grammar.RELATIVE | grammar.CLAUSE:
                continue
            marker = grammar.marker_of(each)
            start = min(token.i for token in each.subtree if token.i > noun.i)
            if marker == "that" or (marker == "to" and grammar.possessor_of(noun) is not None):
                return [(start, each.right_edge.i + 1)]
        return []

    # according to

    def _around(self, match: Match, source: Source | None) -> list[Range]:
        """Take the rest of the sentence around "according to X"."""
        first, end = self.text.sentence_of(match.head)
        after = source.part[1] if source else match.last + 1
        while after < end and self.doc[after].text in CLOSERS | OPENERS:
            after += 1
        before = self.text.trimmed((first, match.first))
        rest = self.text.trimmed((after, end)) if after < end else None
        found = [part for part in (before, rest) if part]
        joint = self.doc[match.first - 1] if match.first > first else None
        if joint is not None and joint.lower_ in words.COORDINATORS | {"that"} and rest:
            return [rest]
        return found
