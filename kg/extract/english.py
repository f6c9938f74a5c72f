"""Tells English texts from others."""

import re

from kg.extract import words

ENGLISH_SHARE = 0.12  # of the words of a longer text are among the commonest of English, at least
ENOUGH_WORDS = 25  # fewer do not tell a language


def is_english(content: str) -> bool:
    """Whether a text is English, judged by its commonest words; a few words alone are let through."""
    found = re.findall(r"[^\W\d_]+", content[:20_000].casefold())
    if len(found) < ENOUGH_WORDS:
        return content.isascii() or not found or any(word in words.ENGLISH for word in found)
    return sum(word in words.ENGLISH for word in found) >= ENGLISH_SHARE * len(found)
