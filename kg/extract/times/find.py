"""Finds the time expressions of a text and reads each from where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.times.by_name import NAMED
from kg.extract.times.relative import RELATIVE
from kg.extract.times.seen import Seen

RULES = (*NAMED, *RELATIVE)
# one of these, or a digit, is in every time expression
_HINT = re.compile(
    r"\d|(?i:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|to(?:day|night|morrow)|"
    r"yesterday|overnight|day|night|morning|afternoon|evening|week|fortnight|month|quarter|half|year|decade|century|"
    r"season|spring|summer|autumn|fall|winter|noon|midday|midnight|christmas|halloween|nineteen|two thousand|\w+ies\b))"
)

_SENTENCE_END = re.compile(r"(?<=[a-z]{3}[.!?;])\s+(?=[A-Z“\"])")

_ABOUT = re.compile(r"(?:around|about|circa|roughly|approximately|some time in|sometime in|on|in|by) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A time that words name: its value ("" where it cannot be known) and where the words stand."""

    value: str
    start: int
    end: int


def times_in(text: str, seen: Seen) -> list[Named]:
    """Find the times that a text names, each read with the one before it in view.

    >>> [each.value for each in times_in("on 3 May 2024 and the next day", Seen(None))]
    ['2024-05-03', '2024-05-04']
    """
    found: list[Named] = []
    for start, end in _places(text):
        named = read(text[start:end], seen)
        if named is not None:
            found.append(Named(named, start, end))
            seen = seen.after(named or seen.before)
    return found


def _places(text: str) -> list[tuple[int, int]]:
    """Give where rules match, the longest of those that overlap."""
    stretches = list(_stretches(text))
    spans = {match.span() for part in stretches for pattern, _ in RULES for match in pattern.finditer(text, *part)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give where the sentences of a text stand that may name a time; none is named across two."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    for start, end in pairwise([0, *ends, len(text)]):
        if _HINT.search(text, start, end):
            yield start, end


def read(words: str, seen: Seen) -> str | None:
    """Read words that are one time expression: its value, "" where it cannot be known, None where they are none."""
    bare = _ABOUT.sub("", words)
    for pattern, rule in RULES:
        match = pattern.fullmatch(words) or pattern.fullmatch(bare)
        if match:
            found: str | None = rule(match, seen)
            if found is not None:
                return found
    return None
