"""Finds names that a text itself gives a second name: "the Northern Relief Council (NRC)", "the NRC, or …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.resolve.named import IDLE

_WORD = r"[A-Z0-9][\w.'’-]*|al-\w+"
_NAME = rf"(?:{_WORD})(?:\s+(?:(?:of|for|and|the|in|on|to|de|du)\s+){{0,2}}(?:{_WORD}))*"
_SHORT = r"[A-Z](?:[A-Za-z]{0,7}[A-Z]|\.[A-Z]\.?(?:[A-Z]\.)*)"
_KNOWN = (
    r"(?:(?:which\s+is\s+|who\s+is\s+)?(?:also|better|locally|otherwise|commonly|widely|formerly)\s+"
    r"(?:known|called|referred\s+to)\s+(?:as|by\s+(?:its|their)\s+\w+\s+(?:acronym|initials|abbreviation|name))?"
    r"|known\s+(?:as|by\s+(?:its|their)(?:\s+\w+)?\s+(?:acronym|initials|abbreviation|name))|abbreviated\s+(?:as|to))"
)
_BRACKETS = re.compile(rf"(?P<long>{_NAME})\s*\(\s*(?:the\s+)?[\"“]?(?P<short>{_SHORT})[\"”]?\s*\)")
_TURNED = re.compile(rf"(?P<short>\b{_SHORT})\s*\(\s*(?:the\s+)?(?P<long>{_NAME})\s*\)")
_OR = re.compile(rf"(?P<short>\b{_SHORT}),?\s+or\s+(?:the\s+)?(?P<long>{_NAME})")
_OR_TURNED = re.compile(rf"(?P<long>{_NAME}),\s+or\s+(?:the\s+)?(?P<short>{_SHORT})\b")
_KNOWN_AS = re.compile(rf"(?P<long>{_NAME}),?\s+\(?{_KNOWN}\s*(?:the\s+)?[\"“]?(?P<short>{_NAME})")


@dataclass(frozen=True, slots=True)
class Definition:
    """Two names that a text says are one, and the words that say so."""

    long: str
    short: str
    words: str


def definitions(text: str) -> Iterator[Definition]:
    """Yield the second names that a text gives, each once.

    >>> [(each.long, each.short) for each in definitions("He praised the Northern Relief Council (NRC) on Monday.")]
    [('Northern Relief Council', 'NRC')]
    >>> [(each.long, each.short) for each in definitions("Meridian Front, also known as Qasr, left. The USA (Reuters)")]
    [('Meridian Front', 'Qasr')]
    """
    seen: set[tuple[str, str]] = set()
    for pattern in (_BRACKETS, _TURNED, _OR, _OR_TURNED, _KNOWN_AS):
        for match in pattern.finditer(text):
            short = match["short"]
            long = re.sub(r"^The\s", "", match["long"]) if pattern is _KNOWN_AS else meant(match["long"], short)
            if long and long != short and (long, short) not in seen:
                seen.add((long, short))
                yield Definition(long, short, " ".join(match.group().split()))


def meant(words: str, short: str) -> str | None:
    """Give the words, of some before or after it, that a short form is made of; None where there are none.

    >>> meant("In Vell the Northern Relief Council", "NRC"), meant("Harbour Post", "NRC")
    ('Northern Relief Council', None)
    """
    letters = short.replace(".", "").lower()
    parts = words.split()
    for start in range(len(parts) - 1, -1, -1):
        name = " ".join(parts[start:])
        if parts[start].lower() not in IDLE and len(parts) - start > 1 and _spells(letters, name.lower()):
            return name
    return None


def _spells(letters: str, name: str) -> bool:
    """Whether letters stand in a name in their order, the first at its beginning, most at the beginning of words."""
    if letters[0] != name[:1]:
        return False
    place = 0
    for letter in letters:
        place = name.find(letter, place) + 1
        if place == 0:
            return False
    telling = [word for word in re.findall(r"\w+", name) if word not in IDLE]
    heads = sum(word[0] in letters for word in telling)
    return heads * 2 > len(letters) and heads >= len(telling) - 1
