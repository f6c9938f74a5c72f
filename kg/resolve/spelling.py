"""Writes names so that their spellings meet: case, titles, articles, and names written over from another script."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from kg.resolve import lists

MARKS = re.compile(r"'s\b|['`ʿʾ]")
ARTICLES = frozenset({"the", "a", "an"})
TITLES = lists.words("titles")
_BODIES, _IDLE = lists.words("bodies"), lists.words("idle")
_COMPOUNDS = lists.words("compounds")
_ORDINALS = lists.ordinals()
_SKELETON = lists.spelling("skeleton")
_SOUND = lists.spelling("sound")
ONE_WORD = 83  # of 100: so much alike must two words sound at least,
SHORT = 5  # sounds; shorter words must sound the same
SAME = 95  # is said of words that sound the same;
SAME_NOUN = 90  # nouns of bodies must be written alike, "organisation" as "organization"
LOOSE = 70  # or so much if the words around them are sure,
SURE = 84  # which names of several words are from this likeness on


@lru_cache(maxsize=50_000)
def normalise(name: str) -> str:
    """Write a name so that its spellings meet: lower case, no accent, article, title, possessive or punctuation.

    >>> normalise("The al-Verán’s"), normalise("Brig. Gen. Tomas Orr"), normalise("U.S. Army")
    ('veran', 'tomas orr', 'us army')
    """
    marked = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
    plain = MARKS.sub("", "".join(c for c in marked if not unicodedata.combining(c)).lower())
    plain = re.sub(r"\b(?:al|el)[- ](?=\w)", "", re.sub(r"\b(\w)\.(?=\w\b)", r"\1", plain))
    words = re.findall(r"[\w&]+", plain.replace("so-called", ""))
    while len(words) > 1 and (words[0] in ARTICLES or words[0] in TITLES):
        words = words[1:]
    return " ".join(words) or name.lower().strip()


def _written(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for old, new in table:
        text = text.replace(old, new)
    return text


@lru_cache(maxsize=200_000)
def skeleton(name: str) -> str:
    """Give the consonants that a name keeps however it is written over from another script.

    >>> skeleton("Vorchiya") == skeleton("al-Vorjiyah"), skeleton("Tarniv") == skeleton("Tarnov")
    (True, True)
    """
    letters = _written(normalise(name), _SKELETON)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouwyh\W\d_]", "", letters))


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """Give how a word sounds in any spelling: letters that stand for one sound of another script are one.

    >>> sound("gorjali") == sound("kurkaly"), sound("zohour"), sound("zuhur")
    (True, 'suur', 'suur')
    """
    letters = re.sub(r"(?<=.)h", "", _written(re.sub(r"([^\Wgkeo])\1+", r"\1", word.lower()), _SOUND)) or word
    return letters.rstrip("a") if len(letters) > SHORT else letters


def consonants(word: str) -> str:
    """Give the consonants of how a word sounds."""
    return re.sub(r"[aiu\W\d_]", "", sound(word))


def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name, with ordinals in figures, and with a word of kinship joined to the next.

    >>> words_of("Abdul Hadi al-Verrin"), words_of("Abdulhadi Verrin"), words_of("the Seventh Division")
    (('abdulhadi', 'verrin'), ('abdulhadi', 'verrin'), ('7th', 'division'))
    """
    found: list[str] = []
    for word in _untitled(re.sub(r"(?<=[a-z])(?=\d)", " ", normalise(name)).split()):
        if found and found[-1] in _COMPOUNDS:
            found[-1] = "abdul" + word
        else:
            found.append(_ORDINALS.get(word, word))
    return tuple(found)


def _untitled(words: list[str]) -> list[str]:
    """Leave out all up to the last title, where a name of a person may follow: "air force colonel tomas orr"."""
    last = max((number for number, word in enumerate(words) if word in TITLES), default=-1)
    rest = words[last + 1 :]
    return rest if len(rest) > 1 and not set(rest) & (_BODIES | _IDLE) else words


def is_initials(name: str) -> bool:
    """Whether a name is written in capitals only, so that "IS" is not "is"."""
    letters = "".join(word for word in re.findall(r"[^\W\d_]+", MARKS.sub("", name)) if word.lower() not in ARTICLES)
    return bool(letters) and letters.isupper() and len(letters) <= 6


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> int:
    """Say from 0 to 100 how much two words sound alike; those with different figures do not.

    >>> likeness("karbajia", "karpachiya") >= ONE_WORD, likeness("samah1", "samah2")
    (True, 0)
    """
    if one == other:
        return 100
    if re.findall(r"\d", one) != re.findall(r"\d", other) or one[0].isdigit():
        return 0
    if other == "al" + one or one == "al" + other:
        return SAME if min(len(one), len(other)) > SHORT else 0
    if one in _BODIES or other in _BODIES:
        return SAME if fuzz.ratio(one, other) >= SAME_NOUN else 0
    left, right = sound(one), sound(other)
    if left == right:
        return SAME
    alike = round(fuzz.ratio(left, right)) if left[0] == right[0] and min(len(left), len(right)) >= 3 else 0
    return alike if alike >= SURE or consonants(one) == consonants(other) else 0


def sound_alike(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Say from 0 to 100 how much two names of as many words sound alike, word by word; 0 where one word does not."""
    if len(one) != len(other) or not one:
        return 0
    found = [likeness(*pair) for pair in zip(one, other, strict=True)]
    if len(found) == 1:
        short = min(len(sound(one[0])), len(sound(other[0]))) < SHORT
        return found[0] if found[0] >= (SAME if short else ONE_WORD) else 0
    mean = sum(found) // len(found)
    return mean if min(found) >= LOOSE and mean >= SURE else 0
