"""Takes into a source what the parse left outside: the role before a name, the name before "of the office"."""

from kg.extract import grammar, words
from kg.extract.cues import Match
from kg.extract.phrases import Source
from kg.extract.text import Text
from kg.extract.tokens import Token

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_OPENING = frozenset({"the", "a", "an", "its", "his", "her", "their"})


def whole(text: Text, source: Source, match: Match) -> Source:
    """Give a source with the words before it that belong to it."""
    low, _ = text.sentence_of(match.head)
    low = match.last + 1 if source.part[0] > match.last else low
    source = _before_preposition(text, _with_last_name(text, source, match), low)
    return _with_role(text, source, low)


def _with_last_name(text: Text, source: Source, match: Match) -> Source:
    """Take in the capitalised word between a name and its verb: "Ilva Brant denied"."""
    start, end = source.part
    last = end + 1 == match.first and text.doc[end - 1].pos_ == text.doc[end].pos_ == "PROPN"
    return Source(source.head, (start, end + 1)) if last and text.doc[end].is_title else source


def _before_preposition(text: Text, source: Source, low: int) -> Source:
    """Go back from "of the Harbour Office" to "Ann Lee": nobody speaks after a preposition."""
    start, end = source.part
    if start - 2 < low or text.doc[start - 1].lower_ not in {"of", "from", "at"}:
        return source
    head = text.doc[start - 2]
    first = _start_of_run(text, start - 2, low)
    free = first == low or (text.doc[first - 1].pos_ != "ADP" and text.doc[first - 1].tag_ not in grammar.FINITE)
    return Source(head, (first, end)) if head.pos_ in {"NOUN", "PROPN"} and free else source


def _with_role(text: Text, source: Source, low: int) -> Source:
    """Take in the role right before a name: "chairman Ann Lee", "The governor, Ann Lee, said"."""
    start, end = source.part
    if not text.doc[start].text[:1].isupper() or text.doc[start].pos_ not in {"PROPN", "NOUN"} or start <= low:
        return source
    start = _before_titles(text, start, low)
    if start > low and text.doc[start - 1].lower_ in words.ROLES and text.doc[start - 1].pos_ in {"NOUN", "PROPN"}:
        return Source(source.head, (_start_of_run(text, start - 1, low), end))
    closed = end < len(text.doc) and text.doc[end].text == ","
    if start - 2 < low or text.doc[start - 1].text != "," or not closed:
        return Source(source.head, (start, end))
    first = _start_of_phrase(text, start - 2, low)
    role = any(token.lower_ in words.ROLES for token in text.doc[first : start - 1])
    bound = first == low or text.doc[first - 1].pos_ in {"PUNCT", "CCONJ"} or text.doc[first - 1].lower_ == "that"
    opens = text.doc[first].lower_ in _OPENING
    return Source(source.head, (first if role and bound and opens else start, end))


def _before_titles(text: Text, start: int, low: int) -> int:
    """Give where the titles before a name start: "Brig. Gen."."""
    while start - 1 >= low:
        before = text.doc[start - 1]
        stop = before.text == "." and start - 2 >= low and text.doc[start - 2].lower_ in words.TITLES
        if not stop and not (before.lower_ in words.TITLES and before.is_title):
            break
        start -= 2 if stop else 1
    return start


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


def opens_with_name(token: Token, first: int) -> bool:
    """Whether a word that opens a sentence is a name that was tagged wrong: "Quill said"."""
    odd = (
        token.pos_ in {"ADV", "ADJ", "VERB", "X", "INTJ"}
        and token.lower_ not in words.DAYS_AND_MONTHS | words.OPENING_ADVERBS
    )
    return token.i == first and token.is_title and odd
