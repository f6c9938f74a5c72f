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
_ORDINALS, _CARDINALS = lists.table("ordinals"), lists.table("cardinals")
_HONORIFICS = lists.words("honorifics")
_ABBREVIATIONS = lists.table("abbreviations")
_SHORT_FORMS = re.compile(rf"(?<![\w&])({'|'.join(map(re.escape, _ABBREVIATIONS))})(?![\w&])\.?")
_SAME = lists.table("same")
_SAME_WORDS = re.compile(rf"(?<!\S)({'|'.join(sorted(_SAME, key=len, reverse=True))})(?!\S)")
_VOWELS = re.compile(r"[aiu\W\d_]")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}(?P<surname>(?=\s?[A-Z][a-z]+$))?")
_LETTERS = str.maketrans(lists.table("letters"))
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
    letters = "".join(c for c in marked if not unicodedata.combining(c)).lower().translate(_LETTERS)
    plain = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", MARKS.sub("", letters))
    plain = re.sub(r"\b(?:al|el)[- ](?=\w)|\ba(s|sh|t|th|n|r|z|d|dh)-(?=\1)", "", plain)
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


def _breath(word: str) -> str:
    """Give how a word sounds where its "g" is what others write "h": "Lugorsk" and "Luhorsk"."""
    return sound(word.replace("g", "h"))


def consonants(word: str) -> str:
    """Give the consonants of how a word sounds."""
    return _without_vowels(sound(word))


def _without_vowels(letters: str) -> str:
    return _VOWELS.sub("", letters)


def written_out(name: str) -> str:
    """Normalise a name with abbreviations written out, and words that mean the same written in one way.

    >>> written_out("Vellan MoD"), written_out("U.N. Mission"), written_out("Mt. Orr")
    ('vellan ministry of defence', 'united nations mission', 'mount orr')
    """
    plain = _DOTTED.sub(_undotted, name.replace("’", "'"))
    out = normalise(_SHORT_FORMS.sub(lambda found: _ABBREVIATIONS[found[1]], plain))
    return _SAME_WORDS.sub(lambda found: _SAME[found[1]], out)


def _undotted(found: re.Match[str]) -> str:
    """Write "U.S." as "US", and "S.P." before a surname as "S P"."""
    letters = found[0].replace(".", "")
    apart = found["surname"] is not None and len(letters) == 2 and letters not in _ABBREVIATIONS
    return f"{' '.join(letters) if apart else letters} "


def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name, with numbers in figures, and with a word of kinship joined to the next.

    >>> words_of("Abdul Hadi al-Verrin"), words_of("Abdulhadi Verrin"), words_of("the Seventh Division")
    (('abdulhadi', 'verrin'), ('abdulhadi', 'verrin'), ('7th', 'division'))
    >>> words_of("Division No. 7"), words_of("number seven bridge")
    (('division', '7th'), ('7th', 'bridge'))
    """
    found: list[str] = []
    for word in _untitled(re.sub(r"(?<=[a-z])(?=\d)", " ", written_out(name)).split()):
        if found and found[-1] in _COMPOUNDS:
            found[-1] = "abdul" + word
        elif found and found[-1] in {"no", "nr", "number"} and (_CARDINALS.get(word, word)).isdigit():
            found[-1] = _figure(int(_CARDINALS.get(word, word)))
        else:
            found.append(_ORDINALS.get(word, word))
    return tuple(found)


def _figure(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in {11, 12, 13} else 0, "th")
    return f"{number}{ending}"


def _untitled(words: list[str]) -> list[str]:
    """Leave out all up to the last title, where a name of a person may follow: "air force colonel tomas orr"."""
    last = max((number for number, word in enumerate(words) if word in TITLES), default=-1)
    rest = words[last + 1 :]
    rest = rest if len(rest) > 1 and not set(rest) & (_BODIES | _IDLE) else words
    return rest[1:] if len(rest) > 2 and rest[0] in _HONORIFICS else rest


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
    if "h" in one[1:] + other[1:] and min(len(one), len(other)) > SHORT and one[0] == other[0]:
        left, right = _breath(one), _breath(other)
    alike = round(fuzz.ratio(left, right)) if left[0] == right[0] and min(len(left), len(right)) >= 3 else 0
    return alike if alike >= SURE or _without_vowels(left) == _without_vowels(right) else 0


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
