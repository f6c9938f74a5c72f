"""One document as the rules see it: parse, layout and quotation marks side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.layout import Layout, Paragraph, Part
from kg.extract.quotes import Quote
from kg.extract.tokens import Parse, Token
from kg.model import Span, Spans

Range = tuple[int, int]  # tokens [first, end)
OPENERS = frozenset({'"', "“", "‘", "'", "``", "«", "„", "''"})
STOPS = frozenset({",", ".", ";", ":", "!", "?", "—", "–", "--"})  # marks that part a sentence
CLOSERS = frozenset({'"', "”", "’", "'", "''", "»"})
_EDGES = frozenset({",", ";", ":", ".", "—", "–", "-", "--", "…", "...", ")", "]", "(", "["})


@dataclass(slots=True)
class Text:
    """A parsed document with, for each token, its sentence, its paragraph and the quote it stands in."""

    doc: Parse
    layout: Layout
    quotes: Sequence[Quote]
    sentences: list[Range] = field(default_factory=list)
    sentence_at: list[int] = field(default_factory=list)
    paragraph_at: list[int] = field(default_factory=list)
    quote_at: list[int] = field(default_factory=list)
    quote_ranges: list[Range] = field(default_factory=list)
    paragraph_ranges: list[Range] = field(default_factory=list)

    def __post_init__(self) -> None:
        starts = [token.idx for token in self.doc]
        self.paragraph_at = _index(starts, [(each.start, each.end) for each in self.layout.paragraphs])
        self.paragraph_ranges = _ranges(self.paragraph_at, len(self.layout.paragraphs))
        self.quote_at = _index(starts, [(each.start, each.end) for each in self.quotes])
        self.quote_ranges = _ranges(self.quote_at, len(self.quotes))
        self.sentence_at = [-1] * len(self.doc)
        cuts = [token.i for token in self.doc if token.is_sent_start]
        for first, end in pairwise([*cuts, len(self.doc)]):
            self._add_sentence(first, end)

    def _add_sentence(self, first: int, end: int) -> None:
        """Keep the tokens of a sentence that belong to a paragraph's prose."""
        kept = [i for i in range(first, end) if self.paragraph_at[i] >= 0 and not self.doc[i].is_space]
        if kept:
            for i in range(kept[0], kept[-1] + 1):
                self.sentence_at[i] = len(self.sentences)
            self.sentences.append((kept[0], kept[-1] + 1))

    def sentence_of(self, token: Token) -> Range:
        """Give the sentence of a token; a token of the layout is its own."""
        number = self.sentence_at[token.i]
        return self.sentences[number] if number >= 0 else (token.i, token.i + 1)

    def paragraph_of(self, index: int) -> Paragraph | None:
        """Give the paragraph of a token's index."""
        number = self.paragraph_at[index]
        return self.layout.paragraphs[number] if number >= 0 else None

    def is_prose(self, index: int) -> bool:
        """Whether somebody may state something at this token: in a heading or a paragraph."""
        paragraph = self.paragraph_of(index)
        return paragraph is not None and paragraph.part in {Part.HEADING, Part.TEXT}

    def trimmed(self, part: Range) -> Range | None:
        """Cut marks off the ends of a range; None when no word is left."""
        first, end = part
        doc = self.doc
        while first < end and (doc[first].is_space or doc[first].text in _EDGES | OPENERS | CLOSERS):
            if doc[first].text in "([" and self._matching(first, end):
                break
            first += 1
        while first < end and (doc[end - 1].is_space or doc[end - 1].text in _EDGES | OPENERS | CLOSERS):
            if self._closes_inside(first, end - 1):
                break
            end -= 1
        return (first, end) if any(each.is_alpha or each.is_digit or each.like_num for each in doc[first:end]) else None

    def _matching(self, first: int, end: int) -> bool:
        close = ")" if self.doc[first].text == "(" else "]"
        return any(each.text == close for each in self.doc[first + 1 : end])

    def _closes_inside(self, first: int, last: int) -> bool:
        """Whether the mark at `last` closes a quote or bracket that was opened within the range."""
        mark = self.doc[last]
        if mark.text in ")]":
            return any(each.text in "([" for each in self.doc[first:last])
        quote = self.quote_at[last]
        return mark.text in CLOSERS and quote >= 0 and self.quote_ranges[quote][0] >= first

    def spans(self, ranges: Iterable[Range]) -> Spans:
        """Give ranges of tokens as offsets, overlapping and touching ones joined."""
        found: list[Span] = []
        for first, end in sorted(ranges):
            start, stop = self.doc[first].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
            if found and start <= found[-1].end:
                found[-1] = Span(found[-1].start, max(stop, found[-1].end))
            else:
                found.append(Span(start, stop))
        return tuple(found)

    def tokens(self, ranges: Iterable[Range]) -> list[Token]:
        """Give the tokens of ranges in order, without spaces."""
        return [self.doc[i] for first, end in sorted(ranges) for i in range(first, end) if not self.doc[i].is_space]


def _index(starts: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[int]:
    """Give for each offset the number of the span that holds it, -1 for none; all in order."""
    found, at = [], 0
    for start in starts:
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        found.append(at if at < len(spans) and spans[at][0] <= start else -1)
    return found


def _ranges(numbers: Sequence[int], count: int) -> list[Range]:
    found = [(0, 0)] * count
    for i, number in enumerate(numbers):
        if number >= 0:
            found[number] = (found[number][0] if found[number][1] else i, i + 1)
    return found
