"""Amounts in words and digits as intervals, by a convention for what English leaves open.

| words | operator | low | high |
|---|---|---|---|
| 20, twenty, a dozen (12) | exactly | 20 | 20 |
| more than 20, over 20, well over 20 | more than | 20 | open |
| at least 20, no fewer than 20, 20 or more | at least | 20 | open |
| fewer than 20, less than 20, under 20 | less than | open | 20 |
| up to 20, as many as 20, at most 20, barely 20 | at most | open | 20 |
| about 20, around, some, roughly, 20 or so (10 per cent either way) | about | 18 | 22 |
| nearly 20, almost, close to | nearly | 18 | 20 |
| between 20 and 30, 20 to 30, 20-30, 20 or 30 | between | 20 | 30 |
| a couple | about | 2 | 3 |
| a few, several (3), dozens (12), scores (20), hundreds (100), tens of thousands (10,000) | at least | that | open |
| a third, half, 60 percent, one in five, three out of four (of something: a share) | exactly | 1/3 … | 1/3 … |
| most of, the majority of (a share) | more than | 1/2 | open |

A word in the plural stands for no fewer than one of what it names, so that no honest count under it is a contradiction.
"""

import re
from dataclasses import dataclass

from kg.extract.quantities.numbers import NUMBER, VALUES, number, scale
from kg.model import Operator
from kg.units import SIGNS, unit_of

_PLENTY = {
    "tens of thousands": 10_000, "hundreds of thousands": 100_000, "tens of millions": 10_000_000, "dozens": 12,
    "scores": 20, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000, "billions": 1e9, "several": 3,
    "a few": 3, "a handful": 3, "several dozen": 36, "several hundred": 300, "several thousand": 3_000, "a number": 2,
    "a couple": 2,
}  # fmt: skip
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_BOUNDS = {
    Operator.AT_LEAST: "at least|no fewer than|no less than|not less than|upwards of|a minimum of",
    Operator.MORE_THAN: "(?:just |well |slightly |far )?(?:more than|over|above)|in excess of",
    Operator.AT_MOST: (
        "up to|as many as|as much as|at most|no more than|not more than|a maximum of|barely|hardly|scarcely"
    ),
    Operator.LESS_THAN: "(?:well |slightly |far )?(?:fewer than|less than|under|below)",
    Operator.NEARLY: "nearly|almost|close to|just (?:under|below|short of)|approaching",
    Operator.ABOUT: "about|around|some|roughly|approximately|an estimated|estimated|circa|~",
}
BOUNDING = frozenset({word for words in _BOUNDS.values() for word in re.findall(r"[a-z]+", words)})
"""Words that stand before a number to bound it."""

_PART = rf"(?:a|one|two|three|four|five)[\s-]+(?:{'|'.join(PARTS)})s?\b|half\b"
_BOUND = "|".join(
    rf"(?P<b{n}>(?:\b|(?=~))(?:{words}){r'[ ]*' if '~' in words else r'[ ]+'})"
    for n, words in enumerate(_BOUNDS.values())
).replace("[ ]", r"\s")
_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|[1-9])"
_AMOUNT = re.compile(
    rf"(?:{_BOUND})?(?:"
    rf"(?P<plenty>\b(?:{'|'.join(sorted(_PLENTY, key=len, reverse=True))})\b)"
    rf"|(?P<most_of>\b(?:most|(?:the|a)(?:\s+vast)?\s+majority)\s+of\b)"
    rf"|(?P<part>\b(?:{_PART}))(?P<part_more>\s+or\s+more\b)?(?!\s+a\s+(?:dozen|million))"
    rf"|\b(?P<some>{_SMALL})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<all>{_SMALL}|ten|10|100|1,000)"
    rf"|(?:\bbetween\s+)?(?:(?P<sign>{_SIGN})\s?)?(?<![\w.,])(?P<first>{NUMBER})"
    rf"(?P<range>(?:\s*[-–]\s*|\s+(?:to|and|or)\s+)(?:{_SIGN})?(?P<second>{NUMBER}))?"
    rf"(?P<percent>\s?%|[\s-]per\s?cent\b)?(?P<more>\s+or\s+more)?(?P<so>\s+or\s+so|-odd)?"
    rf")(?P<end>(?!\w|-[a-z]|[.,]?\d|\s?[ap]\.?m\b)|(?=(?:km|kg|mm|cm|ha|ft|mph|m|k?W|MW|GW)\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An interval read from words, with where in them it stands."""

    low: float | None
    high: float | None
    operator: Operator
    start: int
    end: int
    share: bool = False
    code: str | None = None  # of the sign before it: "$"


def amounts(text: str) -> list[Amount]:
    """Find every amount in a text, in order.

    >>> [(a.low, a.high, a.share) for a in amounts("about 50 of the more than 1,100 dead; a third of the town")]
    [(45.0, 55.0, False), (1100.0, None, False), (0.3333, 0.3333, True)]
    """
    found: list[Amount] = []
    place = 0
    while match := _AMOUNT.search(text, place):
        amount = _amount(match)
        found += [amount] if amount else []
        place = amount.end if amount else match.end()
    return found


def _amount(match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    if match["plenty"]:
        words = re.sub(r"\s+", " ", match["plenty"].lower())
        low = float(_PLENTY[words])
        if words == "a couple":
            return Amount(low, low + 1, Operator.ABOUT, start, end)
        return Amount(low, None, Operator.AT_LEAST, start, end)
    if match["most_of"]:
        return Amount(0.5, None, Operator.MORE_THAN, start, end - len("of") - 1, share=True)
    if match["part"] or match["some"]:
        part = _part(match["part"]) if match["part"] else (number(match["some"]) or 0) / (number(match["all"]) or 1)
        return Amount(*_interval(match, round(part, 4), round(part, 4)), start, end, share=True) if part < 1 else None
    return _number(match)


def _part(words: str) -> float:
    lowered = words.lower()
    if lowered.startswith("half"):
        return 0.5
    count, _, name = lowered.replace("-", " ").partition(" ")
    return (1.0 if count == "a" else VALUES[count]) / PARTS[name.strip().removesuffix("s")]


def _number(match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    first, second = number(match["first"]), number(match["second"]) if match["second"] else None
    if first is None:
        return None
    if second is not None and scale(match["first"]) == 1 and first * scale(match["second"]) < second:
        first *= scale(match["second"])  # "2 to 3 million"
    if second is not None and not _is_range(match, first, second):
        second, end = None, match.end("first")
    by = 100 if match["percent"] and end == match.end() else 1
    low, high, operator = _interval(match, first / by, (first if second is None else second) / by)
    unit = unit_of(match["sign"]) if match["sign"] else None
    return Amount(low, high, operator, start, end, share=by > 1, code=unit.code if unit else None)


def _is_range(match: re.Match[str], first: float, second: float) -> bool:
    """Tell whether two numbers are the ends of one range: "20 to 30", "between 20 and 30", not "20 and 30"."""
    if " and " in match["range"]:
        return match.group().lower().startswith("between")
    return first < second


def _interval(match: re.Match[str], low: float, high: float) -> tuple[float | None, float | None, Operator]:
    bound = next((operator for n, operator in enumerate(_BOUNDS) if match[f"b{n}"]), None)
    if match["more"] or match["part_more"]:
        bound = Operator.AT_LEAST
    if match["so"]:
        bound = Operator.ABOUT
    match bound:
        case Operator.AT_LEAST | Operator.MORE_THAN:
            return low, None, bound
        case Operator.AT_MOST | Operator.LESS_THAN:
            return None, high, bound
        case Operator.NEARLY:
            return round(low * 0.9, 4), high, bound
        case Operator.ABOUT:
            return round(low * 0.9, 4), round(high * 1.1, 4), bound
    return low, high, Operator.EXACTLY if low == high else Operator.BETWEEN
