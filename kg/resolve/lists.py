"""The words and spellings of `ontology/` by which names are compared and denials told."""

import tomllib
from typing import Any

from kg.resources import folder


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((folder("ontology") / name).read_text(encoding="utf-8"))


_FOUND = _read("names.toml")


def words(name: str) -> frozenset[str]:
    """Give one list of words."""
    return frozenset(_FOUND["words"][name].split())


def spelling(name: str) -> tuple[tuple[str, str], ...]:
    """Give one table of letters and what they are written as, in the order in which it is applied."""
    return tuple((old, new) for old, new in _FOUND["spelling"][name])


def table(name: str) -> dict[str, str]:
    """Give one table of words with what is written for them: ordinals, abbreviations."""
    return dict(_FOUND[name])


def demonyms() -> tuple[str, ...]:
    """Give the endings of adjectives made of the names of countries."""
    return tuple(_FOUND["demonyms"]["endings"].split())


def sides(name: str) -> frozenset[str]:
    """Give one list of words by which sides are told."""
    return frozenset(_FOUND["sides"][name].split())


def denials(name: str) -> str:
    """Give one list of the words by which something is denied."""
    return str(_read("denials.toml")["words"][name])


def firsthand() -> tuple[str, ...]:
    """Give the words for people who tell what they saw themselves, those who may be the same people together."""
    return tuple(_read("people.toml")["firsthand"]["groups"])


def countries() -> tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    """Give the names, the adjectives and the capitals of each country."""
    lines = _read("countries.toml")["countries"].strip().splitlines()
    return tuple(
        (names, adjectives, capitals)
        for names, adjectives, capitals in (map(_parted, line.split("|")) for line in lines)
    )


def _parted(column: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in column.split(";") if word.strip())
