"""The units of `ontology/units.toml`: the words for them, their codes, and how one is converted to another of its kind.

A code names its system, as schema.org asks of codes that are not UN/CEFACT's: "UCUM:km", "ISO4217:USD".
"""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from kg.resources import folder

_MONEY = "money"
_FOUND: dict[str, dict[str, Any]] = tomllib.loads((folder("ontology") / "units.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its code, what kind of thing it measures, and its size and zero in the first unit of that kind."""

    code: str
    kind: str
    size: float = 1.0
    zero: float = 0.0
    words: tuple[str, ...] = ()


def _unit(kind: str, name: str, told: dict[str, Any]) -> Unit:
    words = tuple(told["words"])
    if kind == _MONEY:  # a currency is a kind of its own
        return Unit(f"ISO4217:{name}", name, words=words)
    return Unit(f"UCUM:{name}", kind, float(told["size"]), float(told.get("zero", 0)), words)


_UNITS = {unit.code: unit for kind, told in _FOUND.items() for name in told for unit in [_unit(kind, name, told[name])]}
_BY_WORDS = {words.lower(): unit for unit in _UNITS.values() for words in unit.words}


def _spelling(words: str) -> str:
    """Give the pattern of a unit's words; each but the last of an abbreviation may be plural."""
    return r"\s+".join(re.escape(word) + ("s?" if word[-1].isalpha() else "") for word in words.split())


_AT_START = re.compile(
    "|".join(
        f"(?P<u{n}>{_spelling(words)})"
        for n, words in sorted(enumerate(_BY_WORDS), key=lambda each: len(each[1]), reverse=True)
    ).join((r"\s?-?\s?(?:", r")(?![\w/²³-])")),
    re.IGNORECASE,
)
_IN_ORDER = list(_BY_WORDS.values())
SIGNS = tuple(words for unit in _UNITS.values() for words in unit.words if words.endswith(("$", "€", "£", "¥", "₹")))


def unit_at(text: str) -> tuple[Unit, int] | None:
    """Find the unit that a text begins with, and where its words end.

    >>> unit, end = unit_at(" square kilometres of forest")
    >>> unit.code, end
    ('UCUM:km2', 18)
    """
    match = _AT_START.match(text)
    if match is None or match.lastgroup is None:
        return None
    return _IN_ORDER[int(match.lastgroup[1:])], match.end()


def unit_of(words: str) -> Unit | None:
    """Give the unit with exactly these words: "$", "kilometres"."""
    found = unit_at(words)
    return found[0] if found and found[1] == len(words) else None


def kind_of(code: str) -> str | None:
    """Tell what a unit measures; two units can be compared if they are of one kind."""
    return _UNITS[code].kind if code in _UNITS else None


def convert(value: float, code: str) -> float:
    """Give a value in the first unit of its kind.

    >>> round(convert(212, "UCUM:[degF]")), convert(3, "UCUM:t")
    (100, 3000.0)
    """
    unit = _UNITS[code]
    return (value + unit.zero) * unit.size
