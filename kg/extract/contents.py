"""Finds what a cue reports: the clause it governs, the quotation beside it, the words before ", X said"."""

from collections.abc import Iterator

from kg.extract import grammar, words
from kg.extract.attitudes import Attitudes
from kg.extract.cues import Match
from kg.extract.marks import Mark
from kg.extract.objects import Objects
from kg.extract.phrases import Source
from kg.extract.text import CLOSERS, OPENERS, STOPS, Range
from kg.extract.tokens import Token

_NAMING = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_ISSUER = 10  # tokens of who issued a report
_LEAST = 4  # tokens of a clause that the parser did not see
_BARE = frozenset({"speak", "talk", "laugh", "smile", "answer", "respond", "continue", "call", "find"})


class ContentFinder(Objects):
    """Finds the content of each cue of one text."""

    def find(self, match: Match, source: Source | None) -> list[Range]:
        """Give the content of a cue as ranges of tokens in order; nothing when it reports nothing."""
        if match.cue.attitude:
            found = self._of_attitude(match, source)
        elif match.cue.part_of_speech == "adposition":
            found = self._around(match, source)
        elif match.cue.part_of_speech == "noun":
            found = self._of_noun(match)
        else:
            found = self._of_verb(match, source)
        return [part for part in map(self.text.trimmed, found) if part]

    def _of_verb(self, match: Match, source: Source | None) -> list[Range]:
        low, high = self._group(match, source)
        if whole := self._list_below(match) or self._beside_as(match, low, high):
            return whole
        start = self._clause_start(match, high)
        quoted = [] if start is not None and match.head.tag_ == "VBG" else self._quote_before(low, match)
        if quoted:
            return quoted + self._resumed(quoted, high, match)
        relative = source is not None and source.head.lower_ in words.RELATIVES
        aside = match.head.tag_ == "VBG" or relative or (source is not None and source.borrowed)
        before = ([] if aside else self._words_before(low, high, match)) or (
            [] if start is not None else self._previous_quote(low, match)
        )
        if start is not None and not (before and self._inquit(high, start)):
            return self._after(match, start)
        if before:
            return before + self._resumed(before, high, match)
        if start is not None:
            return self._after(match, start)
        return (
            self._below(match)
            or self._open_clause(match, high)
            or self._nominal(match, high)
            or self._rest(match, high)
            or self._request(match, high)
            or self._topic(match, high)
        )

    def _beside_as(self, match: Match, low: int, high: int) -> list[Range]:
        """Take what stands around "as X said": "As Lee noted, the pass is shut"."""
        first, end = self.text.sentence_of(match.head)
        close = next((i for i in range(high, end) if self.doc[i].text in STOPS), end)
        said = high < close and not self._closes(match, high)
        said = said or any(self.doc[i].tag_ in grammar.FINITE or self._opens_quote(i) for i in range(high, close))
        apart = low == first or self.doc[low - 1].text in {",", "—", "–"} or self.doc[low - 1].pos_ == "CCONJ"
        if self.doc[low].lower_ != "as" or said or not apart or match.cue.lemma in _BARE:
            return []
        before = [(first, low)] if first + 1 < low else []
        return before + (self._after(match, close + 1) if close + 2 < end else [])

    def _of_attitude(self, match: Match, source: Source | None) -> list[Range]:
        """Read what an attitude governs, the list below it, and "The town, he believes, will fall"."""
        low, high = self._group(match, source)
        parted = high < len(self.doc) and self.doc[high].text in STOPS and match.head.tag_ in {"VBD", "VBP", "VBZ"}
        before = self._words_before(low, high, match) if parted and match.cue.part_of_speech == "verb" else []
        if before:
            return before + self._resumed(before, high, match)
        return self._list_below(match) or Attitudes(self.text, self.lexicon).find(match)

    def _below(self, match: Match) -> list[Range]:
        """Take the quotation after a sentence that ends with a colon: "She told the council:" and “We won.”."""
        _, end = self.text.sentence_of(match.head)
        return self._quote_tail(end) if self.doc[end - 1].text == ":" else []

    def _list_below(self, match: Match) -> list[Range]:
        """Take the items of the list after a sentence that ends with a colon: "The strikers demanded:"."""
        _, end = self.text.sentence_of(match.head)
        number = self.text.paragraph_at[end - 1]
        return list(self._items(number + 1)) if number >= 0 and self.doc[end - 1].text == ":" else []

    def _items(self, number: int) -> Iterator[Range]:
        """Yield the paragraphs from a number on that are items of a list."""
        paragraphs = self.text.layout.paragraphs
        while number < len(paragraphs) and paragraphs[number].mark is Mark.ITEM:
            yield self.text.paragraph_ranges[number]
            number += 1

    def _rest(self, match: Match, high: int) -> list[Range]:
        """Take what follows a verb of saying where the parser saw no clause: "said the minister stood by it"."""
        _, end = self.text.sentence_of(match.head)
        if match.cue.lemma != "say" or high + _LEAST > end:
            return []
        begins = self.doc[high].pos_ in _NAMING
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
        return any(token.text in STOPS - {":"} for token in self.doc[high : max(start, high + 1)])

    def _of_noun(self, match: Match) -> list[Range]:
        """Read what hangs on a noun: "the claim that …", "his promise to …"."""
        noun = match.head
        for each in noun.children:
            if each.i <= noun.i or each.dep_ not in grammar.NOUN_CLAUSE | grammar.CLAUSE:
                continue
            marker = grammar.marker_of(each)
            if marker != "that" and each.dep_ in grammar.RELATIVE:
                continue
            start = min(token.i for token in each.subtree if token.i > noun.i)
            if marker == "that" or (marker == "to" and grammar.possessor_of(noun) is not None):
                return [(start, each.right_edge.i + 1)]
        return self._clause_of_issued(noun)

    def _clause_of_issued(self, noun: Token) -> list[Range]:
        """Read the clause after who issued a report: "reports from two brokers that the airline was failing"."""
        if noun.i + 1 >= len(self.doc) or noun.nbor(1).lower_ not in {"by", "from"}:
            return []
        _, end = self.text.sentence_of(noun)
        issued = self.doc[noun.i + 2 : min(end, noun.i + 2 + _ISSUER)]
        that = next((each for each in issued if each.lower_ == "that"), None)
        if that is None or not that.i < that.head.i < end:
            return []
        subject = grammar.subject_of(that.head)
        return [(that.i, that.head.right_edge.i + 1)] if subject is not None and subject != that else []

    def _around(self, match: Match, source: Source | None) -> list[Range]:
        """Take the rest of the sentence around "according to X"."""
        first, end = self.text.sentence_of(match.head)
        if listed := self._list_below(match):
            return listed
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
