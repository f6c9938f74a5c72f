"""The words and spellings of `ontology/names.toml`, by which names are compared."""

import tomllib
from typing import Any

from kg.resources import folder

_FOUND: dict[str, Any] = tomllib.loads((folder("ontology") / "names.toml").read_text(encoding="utf-8"))


def words(name: str) -> frozenset[str]:
    """Give one list of words."""
    return frozenset(_FOUND["words"][name].split())


def spelling(name: str) -> tuple[tuple[str, str], ...]:
    """Give one table of letters and what they are written as, in the order in which it is applied."""
    return tuple((old, new) for old, new in _FOUND["spelling"][name])


def ordinals() -> dict[str, str]:
    """Give ordinal numbers in words with the way they are written in figures."""
    return dict(_FOUND["ordinals"])


def demonyms() -> tuple[str, ...]:
    """Give the endings of adjectives made of the names of countries."""
    return tuple(_FOUND["demonyms"]["endings"].split())


def sides(name: str) -> frozenset[str]:
    """Give one list of words by which sides are told."""
    return frozenset(_FOUND["sides"][name].split())
