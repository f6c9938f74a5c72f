"""Names what in a text cannot be read, or may be misread, each with the first place where it shows."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kg.extract.english import is_english
from kg.extract.layout import Paragraph, Part
from kg.model import Problem, Span

LONG_PARAGRAPH = 20_000  # characters
_CONTROL = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
_UNSEEN = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"  # emoji and other scripts need some of them
_SIGNS = {
    "invisible or control characters: words with them may be missed":
        f"{_CONTROL}|(?<=[a-z]){_UNSEEN}|{_UNSEEN}(?=[a-z])",
    "characters lost in a wrong encoding": "\ufffd+|â€[\x80-\u2122]?|[ÃÂ][\x80-\xbf]",
    "HTML tags in the text, read as words: save it as .html": r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>",
}  # fmt: skip
_SIGN = [(message, re.compile(pattern, re.I)) for message, pattern in _SIGNS.items()]
_FOREIGN = "not English: skipped"
_UNREAD = {Part.FOREIGN: _FOREIGN, Part.TABLE: "a table: skipped"}
_SENTENCE_END = re.compile(r"[.!?…:;][\"”“’'»«)\]*_]*(?:\s+|$)")


def why_unread(text: str) -> str | None:
    """Say why a text is not read at all; None where it is."""
    if not any(map(str.isalpha, text)):
        return "no words in it: skipped"
    return None if is_english(text) else _FOREIGN


def problems_of(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Problem]:
    """Name the problems of a text that is laid out: long, foreign and cut paragraphs, and odd characters."""
    for part, group in groupby(paragraphs, key=lambda each: each.part):
        if part in _UNREAD:
            unread = list(group)
            yield Problem(message=_UNREAD[part], span=Span(unread[0].start, unread[-1].end))
    for each in paragraphs:
        if each.end - each.start > LONG_PARAGRAPH:
            yield Problem(
                message="a very long paragraph: its attributions are less sure", span=Span(each.start, each.end)
            )
    read = (each for each in paragraphs if each.part in {Part.HEADING, Part.TEXT})
    yield from _cut(text, [each for each in read if any(map(str.isalpha, text[each.start : each.end]))])
    for message, sign in _SIGN:
        if found := sign.search(text):
            yield Problem(message=message, span=Span(*found.span()))


def _cut(text: str, prose: Sequence[Paragraph]) -> Iterator[Problem]:
    """Name the half sentences with which a text seems to begin or end."""
    if not prose:
        return
    first, last = prose[0], prose[-1]
    if text[first.start].islower() or text[first.start] in ",;:.)":
        end = _SENTENCE_END.search(text, first.start + 1, first.end)
        yield Problem(
            message="begins with a small letter: may be cut off before it",
            span=Span(first.start, end.end() if end else first.end),
        )
    ends = [found.end() for found in _SENTENCE_END.finditer(text, last.start, last.end)]
    headed = text[: last.start].endswith(("# ", "#"))
    if not headed and (not ends or ends[-1] < last.end):
        yield Problem(
            message="ends without an end mark: may be cut off", span=Span(ends[-1] if ends else last.start, last.end)
        )
