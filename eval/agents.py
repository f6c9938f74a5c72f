"""Tells whether two names of speakers mean the same one, by the gold's own list of who is who.

Rules, for a gold speaker and one of ours:

- the same words, or two names of one entry of the list;
- a shorter form: the words of one are among the other's, and both end on the same word ("Tarn", "Bela Tarn");
- the gold's `speaker_surface`, where it has one: the words that stand in the article;
- an unnamed speaker ("unnamed harbour official", "locals"): ours is unnamed too, and they share a word;
- a body speaks through its spokesmen: one of ours who has no name and speaks for the body ("a ministry official").

A named spokesman is not his ministry, nor the other way round.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.rdf.entities import load_entities

IDLE = {"the", "a", "an", "al", "el", "of", "for", "in", "at", "and", "unnamed", "senior", "top", "press", "media"}
IDLE |= {"statement", "office", "group"}
AFTER = re.compile(r",| (?:of|in|at|for|to|from|who|with|on|close)\b")
Words = tuple[str, ...]


def words_of(name: str | None) -> Words:
    """Give the words of a name for comparison.

    >>> words_of("the Orlen Harbour Office's statement")
    ('orlen', 'harbour')
    """
    plain = unicodedata.normalize("NFKD", (name or "").casefold()).encode("ascii", "ignore").decode()
    found = re.findall(r"\w+", re.sub(r"'s?\b", "", plain.replace(".", "")))
    return tuple(word for word in found if word not in IDLE) or tuple(found)


class Agents:
    """Who is who in one event: each entry a set of names."""

    def __init__(self, entries: Iterable[Iterable[str]]) -> None:
        self._entries: dict[Words, set[int]] = {}
        for number, names in enumerate(entries):
            for name in names:
                self._entries.setdefault(words_of(name), set()).add(number)

    def same(self, one: str | None, other: str | None) -> bool:
        """Whether two names mean the same one."""
        left, right = words_of(one), words_of(other)
        if not left or not right:
            return False
        if left == right or self._entries.get(left, set()) & self._entries.get(right, set()):
            return True
        if self._entries.get(left) and self._entries.get(right):
            return False
        return left[-1] == right[-1] and (set(left) <= set(right) or set(right) <= set(left))

    def speaks(self, gold: dict[str, Any], ours: dict[str, Any]) -> bool:
        """Whether the speaker of one of our statements is the one of a gold statement."""
        speaker, name = gold["speaker"], ours["speaker"]
        if self.same(speaker, name) or words_of(gold.get("speaker_surface")) == words_of(name) != ():
            return True
        unnamed = is_unnamed(name)
        if is_unnamed(speaker):
            described = {*stems(speaker), *stems(gold.get("speaker_role")), *stems(gold.get("speaker_surface"))}
            return unnamed and bool(described & {*stems(name), *stems(ours["role"])})
        body = self.same(speaker, gold.get("speaker_org")) or not gold.get("speaker_org")
        return body and unnamed and (self.same(speaker, ours["organization"]) or self._begins(name, speaker))

    def _begins(self, name: str | None, body: str) -> bool:
        """Whether a description begins with the name of a body: "Harbour Office officials"."""
        found = (name or "").split()
        return any(self.same(" ".join(found[:end]), body) for end in range(1, len(found)))


def stems(words: str | None) -> set[str]:
    """Give the beginnings of words, so that "commanders" is like "commander".

    >>> sorted(stems("a resident of Sund"))
    ['resi', 'sund']
    """
    return {stem(word) for word in words_of(words)}


def stem(word: str) -> str:
    """Give the beginning of a word, the whole of a number.

    >>> stem("share"), stem("sharing"), stem("seize"), stem("1200")
    ('shar', 'shar', 'seiz', '1200')
    """
    return word[:4] if word.isalpha() else word


def is_unnamed(name: str | None) -> bool:
    """Whether a speaker has a description for a name: the noun it stands on has a small letter.

    >>> is_unnamed("a resident of Sund"), is_unnamed("Harbour Office officials"), is_unnamed("the Harbour Office")
    (True, True, False)
    """
    words = AFTER.split(name or "")[0].split()
    return bool(words) and (words[0] == "unnamed" or not words[-1][:1].isupper())


def agents_of(event: Path, entities: Path | None) -> Agents:
    """Read who is who: `entities.json` of the event, or else an entities file in Turtle."""
    listed = event / "entities.json"
    if listed.is_file():
        actors = json.loads(listed.read_text(encoding="utf-8"))["actors"]
        return Agents((actor["name"], *actor["variants"]) for actor in actors)
    known = load_entities(entities) if entities else ()
    return Agents((each.name, *each.labels, *each.loose_labels) for each in known if each.type == "agent")
