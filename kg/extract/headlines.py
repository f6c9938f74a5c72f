"""Reads who speaks in a headline, and before a colon: "JC admits losing hill", "Two dead: JC", "Lee: “We won.”"."""

from collections.abc import Collection, Iterator

from kg.extract import grammar, words
from kg.extract.cues import Lexicon, Match
from kg.extract.phrases import Source
from kg.extract.text import CLOSERS, Range, Text

_SOURCE = 7  # tokens of a headline among which its cue stands
_NAME = 6  # tokens of a headline's source beside a colon
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM", "PART"})
_DASHES = frozenset({"—", "–", "-"})
_WHOSE = (
    words.ROLES
    | words.UNNAMED_PLURALS
    | words.ORGANIZATIONS
    | {"report", "statement", "poll", "survey", "study", "insiders"}
)
Parts = tuple[Match, Source, Range]  # cue, source and content


def read_headline(text: Text, lexicon: Lexicon, sentence: Range, speakers: Collection[str]) -> Parts | None:
    """Read a headline by its order of words; `speakers` are the words that name a source elsewhere in the text."""
    return next(_around_colon(text, lexicon, sentence, speakers), None) or _around_verb(text, lexicon, sentence)


def read_colon(text: Text, lexicon: Lexicon, sentence: Range) -> Parts | None:
    """Read a name, a colon and a quotation: "More from Ann Lee: “We won.”"."""
    first, end = sentence
    for token in text.doc[first + 1 : end - 1]:
        number = text.quote_at[token.i + 1]
        if token.text != ":" or number < 0 or text.quote_ranges[number][0] != token.i + 1:
            continue
        low = token.i
        while low > first and text.doc[low - 1].pos_ == "PROPN":
            low -= 1
        if low < token.i:
            source = Source(text.doc[token.i - 1], (low, token.i))
            return Match(lexicon.default, token, token.i, token.i), source, text.quote_ranges[number]
    return None


def names_in(source: Source) -> set[str]:
    """Give the words of a source's name, in lower case."""
    head = source.head
    return {head.lower_, *(each.lower_ for each in head.children if each.dep_ in grammar.NAME_PART)}


def _around_colon(text: Text, lexicon: Lexicon, sentence: Range, speakers: Collection[str]) -> Iterator[Parts]:
    first, end = sentence
    for token in text.doc[first + 1 : end - 1]:
        if token.text not in _DASHES | {":"} or text.quote_at[token.i] >= 0 or not token.nbor(1).text[:1].strip():
            continue
        before, after = text.trimmed((first, token.i)), text.trimmed((token.i + 1, end))
        if token.text in _DASHES and not (token.nbor(-1).whitespace_ and token.whitespace_):
            continue
        match = Match(lexicon.default, token, token.i, token.i)
        quoted = before is not None and text.quote_at[before[0]] >= 0 and text.doc[token.i - 1].text in CLOSERS
        if before and after and quoted and after[1] - after[0] <= _SOURCE:
            yield match, Source(text.doc[after[0]], after), before
        elif before and after and token.text == ":" and _names(text, before, speakers):
            yield match, Source(text.doc[before[1] - 1], before), after
        elif before and after and _names(text, after, speakers):
            yield match, Source(text.doc[after[1] - 1], after), before


def _names(text: Text, part: Range, speakers: Collection[str]) -> bool:
    """Whether a part of a headline names somebody who speaks: a role, a report, a source of the text."""
    first, end = part
    head = text.doc[end - 1]
    short = end - first <= _NAME and all(token.pos_ in _NAMING for token in text.doc[first:end])
    return short and (head.lower_ in _WHOSE or (head.pos_ in {"PROPN", "NOUN"} and head.lower_ in speakers))


def _may_speak(text: Text, part: Range) -> bool:
    """Whether words after a verb may name who speaks, not what is claimed: "…, says Lee", not "…, claims victory"."""
    return any(token.text[:1].isupper() or token.lower_ in _WHOSE for token in text.doc[part[0] : part[1]])


def _verb_last(text: Text, lexicon: Lexicon, sentence: Range) -> Parts | None:
    """Read "Port blast caused by fertiliser, report finds"."""
    first, end = sentence
    match = lexicon.verb_at(text.doc[end - 1])
    comma = next((i for i in range(end - 2, first, -1) if text.doc[i].text in _DASHES | {","}), end)
    content, source = text.trimmed((first, comma)), text.trimmed((comma + 1, end - 1))
    if match is None or content is None or source is None or source[1] - source[0] > _NAME:
        return None
    return match, Source(text.doc[source[1] - 1], source), content


def _around_verb(text: Text, lexicon: Lexicon, sentence: Range) -> Parts | None:
    """Read what the parser took for a string of nouns: "JC admits losing hill", "Two dead, says JC"."""
    first, end = sentence
    if parts := _verb_last(text, lexicon, sentence):
        return parts
    for token in text.doc[max(first + 2, end - _SOURCE) : end - 1]:
        match = lexicon.verb_at(token) if text.doc[token.i - 1].text in _DASHES | {","} else None
        content, source = text.trimmed((first, token.i)), text.trimmed((token.i + 1, end))
        if match and content and source and _may_speak(text, source):
            return match, Source(text.doc[source[1] - 1], source), content
    for token in text.doc[first + 1 : min(end - 1, first + _SOURCE)]:
        match = lexicon.verb_at(token) if token.lower_.endswith("s") and token.tag_ != "POS" else None
        if match is None or token.is_title or text.doc[token.i - 1].pos_ in {"DET", "ADJ", "ADP"}:
            continue
        source, content = text.trimmed((first, token.i)), text.trimmed((match.last + 1, end))
        if source and content and (match.cue.nominal or content[1] - content[0] > 1):
            return match, Source(text.doc[source[1] - 1], source), content
    return None
