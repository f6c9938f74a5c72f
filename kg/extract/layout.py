"""Takes a text apart into headings, paragraphs and the lines that are no prose: datelines, bylines, credits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kg.extract.english import is_foreign
from kg.extract.marks import Mark, after_label, after_time, read_mark
from kg.extract.wrapping import wraps
from kg.model import AgentKind, Mention, Span

LEADS = 3  # so many first paragraphs of prose may open with a dateline that names an agency
HEADING_WORDS = 25  # a first line of more words is a paragraph
BYLINE_WORDS = 12

_NAME = r"[A-Z][\w.'’&-]*(?: (?:of|the|and|[A-Z][\w.'’&-]*)){0,4}"
_BREAK = re.compile(r"\n[ \t]*\n\s*|(?<=[.!?:\"”’)])[ \t]*\n\s*|\n(?=#{1,6} )|(?<=\n)(?!\n)")
_HASHES = re.compile(r"#{1,6}\s+")
_SPEAKABLE_END = re.compile(r"[.!?…:,;][\"”’'»)\]]*$")
_DATE_IN_BRACKETS = re.compile(r"^\d|^(?:updated|photo|file|video)", re.I)
_AGENCIES = rf"(?P<agency>{_NAME}(?:\s?[-–/]\s?{_NAME})*)"
_PLACE = r"[A-Z][\w'’./-]*(?: [A-Z][\w'’.-]*){0,3}(?:,? [\w.'’]+){0,5}"
_DATELINES = (  # the first two name an agency and may open any of the first paragraphs
    re.compile(rf"(?:{_PLACE}\s*)?\({_AGENCIES}\)\s*[-–—]+\s*"),
    re.compile(rf"{_PLACE},? /{_AGENCIES}/\.?\s+(?:[-–—]+\s+)?"),
    re.compile(rf"[A-Z][\w'’.-]+(?:, [A-Z][\w'’.-]+)?\s*\({_AGENCIES}\)\s+(?=[\"“A-Z0-9])"),
    re.compile(r"[A-Z][A-Z'’./-]+(?: [A-Z][A-Z'’.-]+)*(?:, [\w.'’ ]{2,30}){0,3}(?:\s+[-–—]+|:)\s+(?=[\"“A-Z0-9])"),
    re.compile(r"[A-Z][\w'’-]+(?:[/ ][A-Z][\w'’-]+)*, [A-Z][\w.'’ ]{2,20}(?:\s+[-–—]+|:)\s+(?=[\"“A-Z0-9])"),
    re.compile(r"[A-Z][\w'’-]+\s+[-–—]+\s+(?=[\"“A-Z0-9])"),
)
_LEADING_AGENCY = re.compile(rf"\({_AGENCIES}\)\s*")
_BYLINE = re.compile(
    rf"(?:by|By|BY)\s+(?P<who>{_NAME}(?:,? (?:and )?{_NAME})*)(?:\s*[/|,–-]+\s*(?P<agency>{_NAME}))?\.?"
)
_CREDIT = re.compile(rf"(?:\(|Source:\s*|[-–—]\s*|With (?:inputs from )?)(?P<agency>{_NAME}(?:\s?/\s?{_NAME})*)\)?\.?")
_BASED_ON = re.compile(
    r"\(?(?:Based on|With) (?:reporting|reports|material|inputs?) (?:by|from) (?P<agency>[^.()]+?)[.)]*"
)
_AGENCY_AND_DAY = re.compile(
    rf"(?P<agency>{_NAME}),? (?:\w+day,? )?\d{{1,2}} \w+\.? \d{{4}}"
    rf"|(?P<agency2>{_NAME}),? \w+day,? \w+\.? \d{{1,2}},? \d{{4}}"
)
_DESK = re.compile(
    r"[(\[]?(?:editing|edited|reporting|additional reporting|writing|translated|compiled|photo|image|video|caption|"
    r"file photo|read more|also read|related|copyright|follow us|click here)\b.{0,160}",
    re.I,
)
_SIGN_OFF = re.compile(
    rf"(?<!\s)\s+(?:\((?P<agency>{_NAME}(?:/{_NAME})*)\)|[-–—]\s?(?P<agency2>{_NAME}(?:/{_NAME})*))\s*$"
)


class Part(Enum):
    """What a paragraph is to its article."""

    HEADING = "heading"
    TEXT = "text"
    DESK = "desk"  # bylines, credits, "Editing by": nobody states anything there
    FOREIGN = "foreign"  # in another language: left unread
    TABLE = "table"  # left unread too


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `[start, end)` of its prose, without marks, time, dateline and sign-off."""

    start: int
    end: int
    part: Part
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of a text in order and the agencies it credits."""

    paragraphs: tuple[Paragraph, ...]
    credits: tuple[Mention, ...]
    wraps: frozenset[int] = frozenset()  # offsets of the line breaks inside paragraphs


def lay_out(text: str) -> Layout:
    """Take a text apart; every character outside the paragraphs' spans is layout."""
    soft = wraps(text)
    blocks = list(_blocks(text, soft))
    paragraphs: list[Paragraph] = []
    found: list[Mention] = []
    prose_before = 0
    for number, (start, end) in enumerate(blocks):
        if number == len(blocks) - 1:
            end = _without_sign_off(text, start, end, found)
        mark, start = read_mark(text, after_time(text, after_label(text, start, end), end), end)
        if start >= end:
            continue
        part = _part(text[start:end], first=number == 0, many=len(blocks) > 1)
        found += _credits_of(text, start, end, part, near_end=number >= len(blocks) - 2)
        if part is Part.TEXT:
            start = _after_dateline(text, start, end, prose_before, found)
            prose_before += 1
        elif part is Part.HEADING and (hashes := _HASHES.match(text, start, end)):
            start = hashes.end()
        paragraphs.append(Paragraph(start, end, part, mark))
    return Layout(tuple(paragraphs), tuple(dict.fromkeys(found)), soft)


def _blocks(text: str, soft: frozenset[int]) -> Iterator[tuple[int, int]]:
    at = 0
    breaks = [match.span() for match in _BREAK.finditer(text)]
    for cut in [*(span for span in breaks if span[1] - 1 not in soft), (len(text), len(text))]:
        stretch = text[at : cut[0]]
        start = at + len(stretch) - len(stretch.lstrip())
        end = at + len(stretch.rstrip())
        if start < end:
            yield start, end
        at = cut[1]


def _part(block: str, *, first: bool, many: bool) -> Part:
    if is_foreign(block):
        return Part.FOREIGN
    if _is_row(block):
        return Part.TABLE
    if _HASHES.match(block):
        return Part.HEADING
    words = len(block.split())
    if _DESK.fullmatch(block) or (words <= BYLINE_WORDS and _byline(block)):
        return Part.DESK
    open_ended = not _SPEAKABLE_END.search(block)
    if open_ended and many and ((first and words <= HEADING_WORDS) or words <= BYLINE_WORDS):
        return Part.HEADING
    return Part.TEXT


def _is_row(block: str) -> bool:
    """Whether a line is a row of a table: cells between bars, or between tabs without a sentence's end."""
    return block.count("|") > 1 or ("\t" in block and not _SPEAKABLE_END.search(block))


def _byline(block: str) -> bool:
    patterns = (_BYLINE, _CREDIT, _BASED_ON, _AGENCY_AND_DAY)
    return any(pattern.fullmatch(block) for pattern in patterns)


def _credits_of(text: str, start: int, end: int, part: Part, *, near_end: bool) -> list[Mention]:
    """Read the agencies that a byline or a credit names; a byline of one word alone is an agency's."""
    if part is not Part.DESK:
        return []
    block = text[start:end]
    if match := _BYLINE.fullmatch(block):
        name = match["agency"] or (match["who"] if " " not in match["who"] else None)
        return _agencies(text, name, start + match.start("agency" if match["agency"] else "who")) if name else []
    for pattern in (_BASED_ON, _AGENCY_AND_DAY, *((_CREDIT,) if near_end else ())):
        if match := pattern.fullmatch(block):
            group = next(key for key, value in match.groupdict().items() if value)
            return _agencies(text, match[group], start + match.start(group))
    return []


def _after_dateline(text: str, start: int, end: int, prose_before: int, found: list[Mention]) -> int:
    """Skip the dateline of one of the first paragraphs of prose; one without an agency opens the first only."""
    if prose_before >= LEADS:
        return start
    for pattern in (_LEADING_AGENCY, *_DATELINES)[: 4 if prose_before else None]:
        match = pattern.match(text, start, end)
        if not match or match.end() >= end:
            continue
        name = match.groupdict().get("agency")
        if name and _DATE_IN_BRACKETS.search(name):
            continue
        if name:
            found += _agencies(text, name, match.start("agency"))
        start = match.end()
    return start


def _without_sign_off(text: str, start: int, end: int, found: list[Mention]) -> int:
    """Cut the agency off the end of the last paragraph: "… no toll. - AFP"."""
    match = _SIGN_OFF.search(text, start, end)
    if not match or not _SPEAKABLE_END.search(text[start : match.start()]):
        return end
    group = "agency" if match["agency"] else "agency2"
    found += _agencies(text, match[group], match.start(group))
    return match.start()


def _agencies(text: str, names: str, at: int) -> list[Mention]:
    mentions = []
    for match in re.finditer(r"[^,/]+?(?=\s*(?:,|/|\s[-–—]\s|\band\b|$))", names):
        name = re.sub(r"^(?:and|the|[-–—])\s+", "", match[0].strip(" -–—"))
        if name:
            start = text.index(name, at + match.start())
            mentions.append(Mention(name=name, kind=AgentKind.OUTLET, spans=(Span(start, start + len(name)),)))
    return mentions
