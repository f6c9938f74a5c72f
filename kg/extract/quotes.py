"""Finds what stands in quotation marks, also over several paragraphs, and reports marks without a partner."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.layout import Paragraph, Part
from kg.extract.marks import Mark
from kg.model import Problem, Span

_DOUBLE = re.compile(r"[\"“”„«»]|'{2,3}|``")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=[\w“\"…])([^‘\n“”\"]*?[^\s‘])[’'](?![\w])")
_OPENING = frozenset({"“", "„", "«", "``"})
_PARTNERS = {"„": "“", "»": "«"}
_EITHER = frozenset({'"', "''", "'''"})  # the last closes a quote within a quote as well


@dataclass(frozen=True, slots=True)
class Quote:
    """One stretch in quotation marks: `[start, end)` with the marks, in code points."""

    start: int
    end: int
    closed: bool = True  # False when the paragraph ends first and the next one goes on


def find_quotes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[tuple[Quote, ...], tuple[Problem, ...]]:
    """Find the quotes of each paragraph in order, and the marks that nothing closes or opens."""
    quotes: list[Quote] = []
    problems: list[Problem] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.part not in {Part.HEADING, Part.TEXT}:
            continue
        if paragraph.mark is Mark.QUOTED:
            quotes.append(Quote(paragraph.start, paragraph.end))
            continue
        found, loose = _pair(text, paragraph.start, paragraph.end)
        follower = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if loose is not None and text[loose] in '“"«„':
            goes_on = follower is not None and text[follower.start] in '“"«„'
            found.append(Quote(loose, paragraph.end, closed=False))
            loose = None if goes_on else loose
        elif loose is None:
            loose = _lone_single(text, paragraph.start, paragraph.end)
        if loose is not None:
            problems.append(Problem(message="a quotation mark has no partner", span=Span(loose, loose + 1)))
        quotes += found or _single(text, paragraph)
    return tuple(quotes), tuple(problems)


def _pair(text: str, start: int, end: int) -> tuple[list[Quote], int | None]:
    """Pair the double marks of one paragraph; gives the position of one that is left over."""
    found: list[Quote] = []
    opened: int | None = None
    stray: int | None = None
    for match in _DOUBLE.finditer(text, start, end):
        at = match.start()
        opens = _opens(match, opened, start, end)
        if opens and opened is None:
            opened = at
        elif not opens and opened is not None:
            found.append(Quote(opened, match.end()))
            opened = None
        elif not opens:
            stray = at
    return found, opened if opened is not None else stray


def _opens(mark: re.Match[str], opened: int | None, start: int, end: int) -> bool:
    """Whether a mark opens a quote; „so“ and »so« end with marks that elsewhere begin."""
    if opened is not None:
        partner = mark[0] == _PARTNERS.get(mark.string[opened]) or _ends_word(mark.string, mark.start())
        return mark[0] in _OPENING and not partner
    if mark[0] == "»":
        return mark.start() == start or mark.string[mark.start() - 1].isspace()
    return mark[0] in _OPENING or (mark[0] in _EITHER and mark.end() < end)


def _lone_single(text: str, start: int, end: int) -> int | None:
    """Find a single opening mark after which nothing can close."""
    at = text.rfind("‘", start, end)
    return at if at >= 0 and not {"’", "'"} & set(text[at:end]) else None


def _ends_word(text: str, at: int) -> bool:
    """Whether a mark that opens by its shape stands where only a closing one can: “rebels“ had."""
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _single(text: str, paragraph: Paragraph) -> list[Quote]:
    """Find quotes in single marks where a paragraph has no double ones."""
    return [
        Quote(match.start(), match.end())
        for match in _SINGLE.finditer(text, paragraph.start, paragraph.end)
        if " " in match[1]
    ]
