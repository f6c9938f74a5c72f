"""How much and how many: amounts in words and digits as intervals.

Conventions for what English leaves open, so that amounts can be compared:

| words | low | high |
|---|---|---|
| 20, twenty | 20 | 20 |
| more than 20, over 20, at least 20, 20 or more | 20 | open |
| up to 20, as many as 20, fewer than 20 | open | 20 |
| about 20, around, some, roughly, approximately (10 per cent either way) | 18 | 22 |
| nearly 20, almost, close to | 18 | 20 |
| between 20 and 30, 20 to 30, 20-30 | 20 | 30 |
| a few, several 3, dozens 24, scores 40, hundreds 200, thousands 2,000, tens of thousands 20,000 | that | open |
| a third, two-thirds, half, 60 percent (of something: a share) | 1/3 … | 1/3 … |
| most of, the majority of (a share) | 1/2 | open |

The unit is what is counted and what befell it ("people killed"), or "share of …" for a part of a whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.tokens import Token, text_of
from kg.model import Quantity

_UNITS = re.findall(
    r"\S+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: float(n) for n, word in enumerate(_UNITS)} | {word: 10.0 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9, "dozen": 12.0}
_PLENTY = {
    "tens of thousands": 20_000, "hundreds of thousands": 200_000, "tens of millions": 20_000_000, "dozens": 24,
    "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000, "several": 3, "a few": 3,
    "a handful": 3, "several dozen": 36, "several hundred": 300, "several thousand": 3_000, "a couple": 2,
    "a number": 2,
}  # fmt: skip
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_AT_LEAST = (
    "more than|over|at least|no fewer than|no less than|not less than|above|upwards of|in excess of|a minimum of"
)
_AT_MOST = "up to|as many as|as much as|at most|no more than|fewer than|less than|under|below|a maximum of"
_NEARLY = "nearly|almost|close to|just under|approaching"
_ABOUT = "about|around|some|roughly|approximately|an estimated|estimated|or so|circa|~"

_WORD = "|".join(sorted({*_VALUES, "hundred", "thousand", "million", "billion", "dozen"}, key=len, reverse=True))
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(?:hundred|thousand|million|billion|bn|m|dozen)\b)?"
    rf"|(?:\b(?:a|half a)\s+)?\b(?:{_WORD})\b(?:(?:[\s-]+|(?<=hundred)\s+and\s+)(?:{_WORD})\b)*"
)
_PART = rf"(?:a|one|two|three|four|five)[\s-]+(?:{'|'.join(_PARTS)})s?\b|half\b"
_BOUND = (
    rf"(?P<least>\b(?:{_AT_LEAST})\s+)|(?P<most>\b(?:{_AT_MOST})\s+)|(?P<near>\b(?:{_NEARLY})\s+)"
    rf"|(?P<about>(?:\b|(?=~))(?:{_ABOUT})\s*)"
)
_AMOUNT = re.compile(
    rf"(?:{_BOUND})?(?:"
    rf"(?P<plenty>\b(?:{'|'.join(sorted(_PLENTY, key=len, reverse=True))})\b)"
    rf"|(?P<most_of>\b(?:most|(?:the|a)(?:\s+vast)?\s+majority)\s+of\b)"
    rf"|(?P<part>\b(?:{_PART}))(?P<part_more>\s+or\s+more\b)?(?!\s+a\s+(?:dozen|million))"
    rf"|(?:\bbetween\s+)?(?<![\w.,])(?P<first>{_NUMBER})(?P<range>(?:\s*[-–]\s*|\s+(?:to|and)\s+)(?P<second>{_NUMBER}))?"
    rf"(?P<percent>\s?%|\s+per\s?cent\b)?(?P<more>\s+or\s+more)?)(?!\w|-[a-z]|\s?[ap]\.?m\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An interval read from words, and where in them it stands."""

    low: float | None
    high: float | None
    share: bool
    start: int
    end: int


def number(words: str) -> float | None:
    """Read one number in digits or words.

    >>> number("1.2 million"), number("twenty-five"), number("two hundred and six")
    (1200000.0, 25.0, 206.0)
    """
    total, current = 0.0, None
    for word in re.findall(r"[\d.]+|[a-z]+", words.lower().replace(",", "")):
        if word[0].isdigit():
            current = float(word.rstrip("."))
        elif word in _VALUES:
            current = (current or 0.0) + _VALUES[word]
        elif word == "half":
            current = 0.5
        elif word == "hundred":
            current = (1.0 if current is None else current) * 100
        elif word in _SCALES:
            total += (1.0 if current is None else current) * _SCALES[word]
            current = 0.0
    return None if current is None and not total else total + (current or 0.0)


def _interval(match: re.Match[str], low: float, high: float) -> tuple[float | None, float | None]:
    if match["least"] or match["more"] or match["part_more"]:
        return low, None
    if match["most"]:
        return None, high
    if match["near"]:
        return round(low * 0.9, 4), high
    if match["about"]:
        return round(low * 0.9, 4), round(high * 1.1, 4)
    return low, high


def _part(words: str) -> float:
    lowered = words.lower()
    if lowered.startswith("half"):
        return 0.5
    count, _, name = lowered.replace("-", " ").partition(" ")
    return (1.0 if count == "a" else _VALUES[count]) / _PARTS[name.strip().removesuffix("s")]


def amounts(text: str) -> list[Amount]:
    """Find every amount in a text, in order.

    >>> [(a.low, a.high, a.share) for a in amounts("about 50 of the more than 1,100 dead; a third of the town")]
    [(45.0, 55.0, False), (1100.0, None, False), (0.3333, 0.3333, True)]
    """
    return [amount for match in _AMOUNT.finditer(text) if (amount := _amount(match))]


def _amount(match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    if match["plenty"]:
        return Amount(float(_PLENTY[re.sub(r"\s+", " ", match["plenty"].lower())]), None, False, start, end)
    if match["most_of"]:
        return Amount(0.5, None, True, start, end - len("of") - 1)
    if match["part"]:
        part = round(_part(match["part"]), 4)
        return Amount(*_interval(match, part, part), True, start, end)
    first = number(match["first"])
    if first is None:
        return None
    split = match["range"] and not match.group().lower().startswith("between") and " and " in match["range"]
    if split or not match["second"]:
        second, end = first, match.end("first") if split else end
    else:
        second = number(match["second"]) or first
    by = 100 if match["percent"] else 1
    return Amount(*_interval(match, first / by, second / by), bool(match["percent"]), start, end)


_COUNT_NOUNS = re.compile(
    r"dozen|score|hundred|thousand|million|number|couple|handful|percent|cent|%|half|most|majority"
)
_BOUNDING = frozenset({word for words in (_AT_LEAST, _AT_MOST, _NEARLY, _ABOUT) for word in re.split(r"[ |]", words)})
_LEFT_OUT = frozenset({"DET", "NUM", "ADP", "PRON", "ADV", "SCONJ", "CCONJ"})


def _is_measure(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return bool(_COUNT_NOUNS.match(lemma)) or lemma.rstrip("s") in _PARTS or token.pos_ in {"NUM", "SYM"}


def _whole(head: Token) -> Token | None:
    """Give what a counting word counts: "third" of "coast"."""
    for child in head.children:
        if child.i > head.i and any(c.lower_ == "of" for c in child.children):
            return child
    return None


def _first(head: Token) -> Token:
    """Give the first token of a phrase, with the words before it that bound its number: "up to"."""
    first = head.left_edge
    while first.i > 0 and first.nbor(-1).lower_ in _BOUNDING:
        first = first.nbor(-1)
    return first


def _counted(head: Token, after: int) -> str:
    """Give the words for what is counted, without its determiners and amounts."""
    words = [t for t in head.doc[head.left_edge.i : head.i + 1] if t.i > after]
    kept = [t for t in words if t == head or t.pos_ not in _LEFT_OUT]
    return "".join(t.text_with_ws for t in kept).replace("’s", "'s").strip(" ,")


def quantity_of(head: Token, befell: str = "") -> Quantity | None:
    """Read the quantity that a noun phrase states, given its head and what befell it ("killed")."""
    start = _first(head).idx
    words = text_of(head.doc[_first(head).i : head.i + 1])
    amount = next((a for a in amounts(words) if _counts(head, a, start)), None)
    if amount is None:
        return None
    if amount.share:
        whole = _whole_of_share(head, words[amount.end :])
        unit = f"share of {whole}" if whole else None
    else:
        unit = f"{_what(head, start + amount.end)} {befell}".strip()
    if unit is None:
        return None
    return Quantity(low=amount.low, high=amount.high, unit=unit, text=words[amount.start : amount.end])


def share_of(head: Token, whole: Token) -> Quantity | None:
    """Read a share whose whole stands elsewhere: "61 percent" of "turnout"."""
    words = text_of(head.doc[_first(head).i : head.i + 1])
    amount = next((a for a in amounts(words) if a.share and _is_measure(head)), None)
    if amount is None:
        return None
    unit = f"share of {_counted(whole, -1)}"
    return Quantity(low=amount.low, high=amount.high, unit=unit, text=words[amount.start : amount.end])


def _whole_of_share(head: Token, after: str) -> str | None:
    """Give the words of what a share is a part of: "the coast" in "a third of the coast"."""
    whole = _whole(head) if _is_measure(head) else None
    if whole is not None:
        return text_of(head.doc[whole.left_edge.i : whole.i + 1]).removeprefix("of ")
    _, of, rest = after.partition("of ")
    return rest if of else None


def _what(head: Token, last: int) -> str:
    """Give the words of what is counted, from the offset on where its amount ends."""
    if not _is_measure(head):
        return _counted(head, max((t.i for t in head.doc[head.left_edge.i : head.i] if t.idx < last), default=-1))
    whole = _whole(head)
    return _counted(whole, -1) if whole is not None else ""


def _counts(head: Token, amount: Amount, start: int) -> bool:
    """Whether an amount says how many of the head there are, and is no year, rank or name."""
    phrase = head.doc[_first(head).i : head.i + 1]
    text = text_of(phrase)[amount.start : amount.end]
    if re.fullmatch(r"(1[89]|20)\d\d", text) and head.tag_ not in {"NNS", "NNPS"}:
        return False
    inside: Sequence[Token] = [t for t in phrase if amount.start <= t.idx - start < amount.end]
    return not any(t.pos_ == "PROPN" for t in inside)
