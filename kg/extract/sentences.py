"""Sets where sentences start before the parser runs: by paragraph breaks, headings and end marks.

Typeset news marks its sentences more surely than a small parser guesses them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

COMPONENT = "kg_sentences"
STARTS = "kg_starts"
_ENDS = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!", "?!?"})
_CLOSERS = frozenset({'"', "”", "’", "'", "''", "»", ")", "]"})
_OPENERS = frozenset({'"', "“", "‘", "'", "``", "«", "(", "[", "„"})
_TITLES = frozenset(
    re.findall(
        r"\w+",
        "maj col brig sgt lt capt cmdr adm hon rev prof pres sec atty supt insp gen sen rep gov mr mrs ms dr st jr no "
        "vs spc pfc cpl det dist asst assoc amb min comdr ltc msgt ssgt",
    )
)
_FRESH_STARTS = frozenset({"the", "a", "an", "he", "she", "it", "they", "we", "in", "on", "but", "this", "his", "her"})


@Language.component(COMPONENT)
def set_sentence_starts(doc: Doc) -> Doc:
    """Say of every token whether it starts a sentence, so that the parser need not guess.

    `doc.user_data[STARTS]` may hold offsets where one starts as well: after a dateline.
    """
    also = doc.user_data.get(STARTS, ())
    marks = _Marks([token.text for token in doc], [bool(token.whitespace_) for token in doc])
    found = [1 if token.idx in also or marks.starts_sentence(i) else -1 for i, token in enumerate(doc)]
    # all at once: to set one token's `is_sent_start` spaCy looks through the whole document
    return doc.from_array("SENT_START", cast(Ints2d, numpy.array([found], dtype="int64").T.view("uint64")))


@dataclass(frozen=True, slots=True)
class _Marks:
    """The words and marks of a text, each with whether a space follows."""

    texts: Sequence[str]
    gaps: Sequence[bool]

    def starts_sentence(self, at: int) -> bool:
        """Whether a sentence starts here: after a line break, after a heading's hash marks, after an end mark."""
        if at == 0:
            return True
        if self.texts[at].isspace():
            return False
        before = self.texts[at - 1]
        if before.isspace():
            return self._after_space(at, before)
        if _is_hashes(before):
            return at == 1 or self.texts[at - 2].isspace()
        return self._after_end_mark(at)

    def _after_space(self, at: int, space: str) -> bool:
        if "\n\n" in space.replace(" ", "").replace("\t", "") or at == 1 or _is_hashes(self.texts[at]):
            return True
        return self._after_end_mark(at)

    def _after_end_mark(self, at: int) -> bool:
        """Whether the last word before ends a sentence and this token can open one."""
        if not self._can_open(at):
            return False
        texts, gaps, last = self.texts, self.gaps, at - 1
        while last > 0 and texts[last].isspace():
            last -= 1
        gap = gaps[last] or last < at - 1
        while last > 0 and texts[last] in _CLOSERS and not (gaps[last - 1] and texts[last] in {'"', "'"}):
            last -= 1
        return gap and self._ends(last, texts[at])

    def _ends(self, at: int, following: str) -> bool:
        mark = self.texts[at]
        if mark in _ENDS:
            word = max(at - 1, 0)
            short = mark == "." and not self.gaps[word] and self.texts[word].lower() in _TITLES
            return not (short and following.istitle())
        abbreviated = mark.endswith(".") and len(mark) > 2
        return abbreviated and following.istitle() and following.lower() in _FRESH_STARTS

    def _can_open(self, at: int) -> bool:
        text = self.texts[at]
        if text in _OPENERS or (text == "''" and not self.gaps[at]):
            return at + 1 < len(self.texts) and _can_open_with(self.texts[at + 1])
        return _can_open_with(text)


def _is_hashes(text: str) -> bool:
    return not text.strip("#")


def _can_open_with(text: str) -> bool:
    return text[:1].isupper() or text[:1].isdigit() or text in _OPENERS or text in {"…", "...", "$", "£", "€"}
