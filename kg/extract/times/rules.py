"""What a rule is: a pattern of time expressions with the value that its words stand for.

A rule gives "" where its words name a time that cannot be known from where they are read ("on Thursday" in an
article without a date), and None where its words are none of its business after all.
"""

import re
from collections.abc import Callable

from kg.extract.times.seen import Seen
from kg.extract.times.words import PARTS_OF_DAY

Read = Callable[[re.Match[str], Seen], str | None]
Rule = tuple[re.Pattern[str], Read]


class Rules(list[Rule]):
    """The rules of one kind; used as a decorator, it takes a rule in."""

    def __call__(self, pattern: str) -> Callable[[Read], Read]:
        """Register a function for a pattern that must stand as words of their own."""

        def register(read: Read) -> Read:
            self.append((re.compile(rf"(?<![\w/.-])(?:{pattern})(?!\w|-\d|/\d)", re.IGNORECASE), read))
            return read

        return register


def at(day: str, clock: re.Match[str] | None, part: str | None = None) -> str:
    """Add to a day its time or its part."""
    if not day:
        return ""
    if clock is not None and clock["clock"]:
        return day + _time(clock)
    return day + (PARTS_OF_DAY[part.lower()] if part else "")


def _time(match: re.Match[str]) -> str:
    named = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}.get(match["clock"].lower())
    if named:
        return named
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"T{hour:02}:{match['minute'] or '00'}"
