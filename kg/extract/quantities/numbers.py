"""Numbers in digits and words."""

import re

_UNITS = re.findall(
    r"\S+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
VALUES = {word: float(n) for n, word in enumerate(_UNITS)} | {word: 10.0 * n for n, word in enumerate(_TENS, 2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_LETTERS = {"m": 1e6, "bn": 1e9, "k": 1e3, "tn": 1e12}  # right after the digits: "$1.2bn"
_WORD = "|".join(sorted({*VALUES, *SCALES}, key=len, reverse=True))
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
NUMBER = (
    rf"(?:{_DIGITS}(?![.,]?\d)(?:(?:{'|'.join(_LETTERS)})\b|\s?bn\b|(?:\s|-)?(?:{'|'.join(SCALES)})\b)?"
    rf"|(?:\b(?:a|half a)\s+)?\b(?:{_WORD})\b(?:(?:[\s-]+|(?<=hundred)\s+and\s+)(?:{_WORD})\b)*)"
)


def number(words: str) -> float | None:
    """Read one number in digits or words.

    >>> number("1.2 million"), number("twenty-five"), number("two hundred and six")
    (1200000.0, 25.0, 206.0)
    """
    total, current = 0.0, None
    scales = SCALES | _LETTERS
    for word in re.findall(r"[\d.]+|[a-z]+", words.lower().replace(",", "")):
        if word[0].isdigit():
            current = float(word.rstrip("."))
        elif word in VALUES:
            current = (current or 0.0) + VALUES[word]
        elif word == "half":
            current = 0.5
        elif word == "hundred":
            current = (1.0 if current is None else current) * 100
        elif word in scales:
            total += (1.0 if current is None else current) * scales[word]
            current = 0.0
    return None if current is None and not total else total + (current or 0.0)


def scale(words: str) -> float:
    """Give the power of ten at the end of a number: a million for "3 million", 1 for "300"."""
    found = re.search(r"[a-z]+$", words.lower())
    return (SCALES | _LETTERS).get(found[0], 1.0) if found else 1.0
