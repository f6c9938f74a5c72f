"""Takes into a source what the parse left outside: the role before a name, the name before "of the office"."""

from kg.extract import words
from kg.extract.cues import Match
from kg.extract.phrases import Source
from kg.extract.text import Text

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_OPENING = frozenset({"the", "a", "an", "its", "his", "her", "their"})


def whole(text: Text, source: Source, match: Match) -> Source:
    """Give a source with the words before it that belong to it."""
    low, _ = text.sentence_of(match.head)
    low = match.last + 1 if source.part[0] > match.last else low
    source = _before_preposition(text, source, low)
    return _with_role(text, source, low)


def _before_preposition(text: Text, source: Source, low: int) -> Source:
    """Go back from "of the Harbour Office" to "Ann Lee": nobody speaks after a preposition."""
    start, end = source.part
    if start - 2 < low or text.doc[start - 1].lower_ not in {"of", "from", "at"}:
        return source
    head = text.doc[start - 2]
    first = _start_of_run(text, start - 2, low)
    bound = first == low or text.doc[first - 1].pos_ in {"PUNCT", "CCONJ", "SCONJ"}
    return Source(head, (first, end)) if head.pos_ in {"NOUN", "PROPN"} and bound else source


def _with_role(text: Text, source: Source, low: int) -> Source:
    """Take in the role right before a name: "chairman Ann Lee", "The governor, Ann Lee, said"."""
    start, end = source.part
    if text.doc[start].pos_ != "PROPN" or start <= low:
        return source
    if text.doc[start - 1].lower_ in words.ROLES and text.doc[start - 1].pos_ in {"NOUN", "PROPN"}:
        return Source(source.head, (_start_of_run(text, start - 1, low), end))
    closed = end < len(text.doc) and text.doc[end].text == ","
    if start - 2 < low or text.doc[start - 1].text != "," or not closed:
        return source
    first = _start_of_phrase(text, start - 2, low)
    role = any(token.lower_ in words.ROLES for token in text.doc[first : start - 1])
    bound = first == low or text.doc[first - 1].pos_ in {"PUNCT", "CCONJ"} or text.doc[first - 1].lower_ == "that"
    opens = text.doc[first].lower_ in _OPENING
    return Source(source.head, (first, end)) if role and bound and opens else source


def _start_of_run(text: Text, at: int, low: int) -> int:
    """Give where the run of names, nouns and their modifiers that ends at a token starts."""
    while at > low and (text.doc[at - 1].pos_ in _INSIDE or text.doc[at - 1].tag_ in {"POS", "PRP$"}):
        if text.quote_at[at - 1] != text.quote_at[at] or text.doc[at].pos_ == "DET":
            break
        at -= 1
    return at


def _start_of_phrase(text: Text, at: int, low: int) -> int:
    """Give where a noun phrase with "of" inside that ends at a token starts."""
    first = _start_of_run(text, at, low)
    while first - 2 >= low and text.doc[first - 1].lower_ in {"of", "for"}:
        first = _start_of_run(text, first - 2, low)
    return first
