"""Countries in names: by their names, the adjectives made of them, and their capitals."""

from collections.abc import Sequence

from kg.resolve import lists
from kg.resolve.spelling import written_out

_COUNTRIES: dict[tuple[str, ...], str] = {}
_CAPITALS: dict[tuple[str, ...], str] = {}
_ADJECTIVES: set[str] = set()


def _words(name: str) -> tuple[str, ...]:
    return tuple(written_out(name).split())


for _names, _adjectives, _capitals in lists.countries():
    _key = "-".join(_words(_names[0]))
    _COUNTRIES.update(dict.fromkeys(map(_words, (*_names, *_adjectives)), _key))
    _CAPITALS.update(dict.fromkeys(map(_words, _capitals), _key))
    _ADJECTIVES.update(each.lower() for each in _adjectives if " " not in each)
_LONGEST = max(map(len, _COUNTRIES))
_BEGINNINGS = frozenset(words[0] for words in _COUNTRIES)


def with_countries(words: Sequence[str]) -> tuple[str, ...]:
    """Write in words each country in one way, whether named or as an adjective.

    >>> with_countries(("dutch", "army")), with_countries(("army", "of", "the", "united", "states"))
    (('netherlands', 'army'), ('army', 'of', 'the', 'united-states'))
    """
    if _BEGINNINGS.isdisjoint(words):
        return tuple(words)
    found: list[str] = []
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            if country := _COUNTRIES.get(tuple(words[place : place + length])):
                found.append(country)
                place += length
                break
        else:
            found.append(words[place])
            place += 1
    return tuple(found)


def country_of(words: Sequence[str]) -> str | None:
    """Give the country that words name, whole, None where they name none."""
    return _COUNTRIES.get(tuple(words))


def country_of_capital(words: Sequence[str]) -> str | None:
    """Give the country whose capital words name, whole."""
    return _CAPITALS.get(tuple(words))


def is_adjective_of_country(word: str) -> bool:
    """Whether a word is an adjective made of a country's name, by the table: "dutch"."""
    return word in _ADJECTIVES
