"""Sets where sentences start before the parser runs: by paragraph breaks, headings and end marks.

Typeset news marks its sentences more surely than a small parser guesses them.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

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
    starts = doc.user_data.get(STARTS, ())
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts or starts_sentence(token)
    return doc


def starts_sentence(token: Token) -> bool:
    """Whether a sentence starts here: after a line break, after a heading's hash marks, after an end mark."""
    before = token.nbor(-1)
    if token.is_space:
        return False
    if before.is_space:
        return _after_space(token, before)
    if _is_hashes(before):
        return before.i == 0 or before.nbor(-1).is_space
    return _after_end_mark(token)


def _after_space(token: Token, space: Token) -> bool:
    if "\n\n" in space.text.replace(" ", "").replace("\t", "") or space.i == 0 or _is_hashes(token):
        return True
    return _after_end_mark(token)


def _is_hashes(token: Token) -> bool:
    return set(token.text) == {"#"}


def _after_end_mark(token: Token) -> bool:
    """Whether the last word before ends a sentence and this token can open one."""
    at = token.i - 1
    doc = token.doc
    while at > 0 and doc[at].is_space:
        at -= 1
    gap = bool(doc[at].whitespace_) or at < token.i - 1
    while at > 0 and doc[at].text in _CLOSERS and not (doc[at - 1].whitespace_ and doc[at].text in {'"', "'"}):
        at -= 1
    return gap and _can_open(token) and _ends(doc[at], token)


def _ends(mark: Token, following: Token) -> bool:
    if mark.text in _ENDS:
        word = mark.nbor(-1) if mark.i else mark
        abbreviated = mark.text == "." and not word.whitespace_ and word.lower_ in _TITLES and following.is_title
        return not abbreviated
    return mark.text.endswith(".") and len(mark.text) > 2 and following.is_title and following.lower_ in _FRESH_STARTS


def _can_open(token: Token) -> bool:
    if token.text in _OPENERS or (token.text == "''" and not token.whitespace_):
        return token.i + 1 < len(token.doc) and _can_open_with(token.nbor(1))
    return _can_open_with(token)


def _can_open_with(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        or token.text[:1].isdigit()
        or token.text in _OPENERS
        or token.text in {"…", "...", "$", "£", "€"}
    )
