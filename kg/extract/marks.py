"""Reads what may stand before a paragraph: the mark of a list or a block quote, the time of a live report."""

import re
from enum import StrEnum

_CLOCK = r"\d{1,2}[:.]\d{2}"
_AFTER_CLOCK = r"\s?(?:[ap]\.?m\b\.?|h(?:rs)?\b|GMT|BST|UTC|CES?T|E[SD]?T|PT|local time)"
_TIMES = (
    re.compile(rf"\*\*\s*{_CLOCK}(?:{_AFTER_CLOCK})?\s*:?\s*\*\*\s*[:|–—-]?\s*"),
    re.compile(rf"[\[(]{_CLOCK}(?:{_AFTER_CLOCK})?[\])]\s*[:|–—-]?\s*"),
    re.compile(rf"{_CLOCK}{_AFTER_CLOCK}\s*[:|–—-]?\s*(?=[\"“‘'A-Z]|$)"),
    re.compile(rf"{_CLOCK}\s*[:|–—-]\s*(?=[\"“‘'A-Z]|$)"),
    re.compile(r"\d{1,2}:\d{2}\s*(?=[\"“‘'A-Z]|$)"),
)
_LABEL = re.compile(r"(?:(?:photo|image|picture) )?caption:\s*(?=\w)", re.I)
_QUOTED = re.compile(r">+\s*")
_ITEM = re.compile(r"(?:[-*•·▪–—]|\d{1,2}[.)]|\(\d{1,2}\))\s+")


class Mark(StrEnum):
    """What a paragraph is by the mark before it."""

    NONE = ""
    ITEM = "item"  # of a list
    QUOTED = "quoted"  # ">"


def read_mark(text: str, start: int, end: int) -> tuple[Mark, int]:
    """Give the mark of a paragraph and where its words start."""
    for mark, pattern in ((Mark.QUOTED, _QUOTED), (Mark.ITEM, _ITEM)):
        if match := pattern.match(text, start, end):
            return mark, match.end()
    return Mark.NONE, start


def after_label(text: str, start: int, end: int) -> int:
    """Skip what only says that a caption follows: "Photo caption:"."""
    match = _LABEL.match(text, start, end)
    return match.end() if match else start


def after_time(text: str, start: int, end: int) -> int:
    """Skip the time before an entry of a live report: "14:30", "**09:15**", "11.45am:"."""
    found = (pattern.match(text, start, end) for pattern in _TIMES)
    return next((match.end() for match in found if match), start)
