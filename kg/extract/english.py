"""Tells English texts from others by the commonest words of both."""

import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

ENGLISH = "en"
ENGLISH_SHARE = 0.12  # of the words of a longer text are among the commonest of English, at least
ENOUGH_WORDS = 25  # fewer tell a language only by what they are
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LANGUAGES = Path(__file__).with_name("languages.txt")


def is_english(text: str) -> bool:
    """Whether a text is English as a whole; where nothing tells, it is taken for English."""
    found = _words(text)
    common = sum(ENGLISH in _languages().get(word.casefold(), ()) for word in found)
    return not is_foreign(text) and (len(found) < ENOUGH_WORDS or common >= ENGLISH_SHARE * len(found))


def is_foreign(text: str) -> bool:
    """Whether a stretch of text is in another script, or its telling words rather another language's than English.

    Those are the common words of one language, and words with other than English letters that are no names.
    """
    if not text.isascii():
        letters = [letter for letter in text if letter.isalpha()]
        if sum(map(_is_latin, letters)) < len(letters) / 2:
            return True
    met = _words(text)
    odd = sum(word[0].islower() and not word.isascii() for word in met)
    common: dict[str, Counter[str]] = defaultdict(Counter)
    for word in map(str.casefold, met):
        for language in _languages().get(word, ()):
            common[language][word] += 1
    english = common.pop(ENGLISH, Counter()).total()
    other = max(common.values(), key=Counter.total, default=Counter())
    return len(other) + odd >= 2 and other.total() + odd > 2 * english


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("’", "'"))


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00"


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Read which languages each of their common words belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _LANGUAGES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, *common = line.split()
            found |= {word: (*found.get(word, ()), language) for word in common}
    return found
