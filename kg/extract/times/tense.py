"""Whether the words around a time expression speak of what has been or of what is to come."""

import re

from kg.extract.times.seen import Tense

_AHEAD = re.compile(
    r"\b(?:(?:will|shall|would|going to|is to|are to) (?:be [a-z]+)?|to be(?: [a-z]+)?|will|'ll|’ll|won't|won’t|due"
    r"|set (?:to|for)|scheduled|slated|plan(?:s|ned|ning)?|expect(?:s|ed)?|hopes?|intends?|aims?|vow(?:s|ed)|upcoming"
    r"|payable|deadline)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|[a-z]{2,}ed|began|took|went|came|won|lost|fell|rose|made|got|gave|left|held|met|saw|sold"
    r"|bought|brought|found|ago)\b"
)
_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-z\"”’)])[.!?][\"”’)]?\s+(?=[A-Z\"“‘(])")
_LIMIT = re.compile(r"\b(?:through|until|till|by|before|to)\s+$", re.IGNORECASE)


def tense_around(text: str, start: int, end: int) -> Tense:
    """Tell by the words of its own sentence, those before it first, whether a time lies ahead.

    >>> tense_around("The vote will be held on Friday.", 25, 31), tense_around("They met on Friday.", 12, 18)
    (<Tense.AHEAD: 'ahead'>, <Tense.PAST: 'past'>)
    """
    before, after = _SENTENCE_END.split(text[:start])[-1], _SENTENCE_END.split(text[end:])[0]
    marks = [(each.end(), tense) for tense, words in _WORDS for each in words.finditer(before)]
    marks = marks or [(-each.start(), tense) for tense, words in _WORDS for each in words.finditer(after)]
    if _SINCE.search(before):
        return Tense.PAST
    tense = max(marks, key=lambda mark: mark[0])[1] if marks else Tense.OPEN
    return Tense.OPEN if tense is Tense.PAST and _LIMIT.search(before) else tense


_WORDS = ((Tense.AHEAD, _AHEAD), (Tense.PAST, _PAST))
