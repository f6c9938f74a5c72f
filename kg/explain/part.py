"""One thing of an explanation, with what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kg.iris import compact
from kg.model import Iri

Kind = Literal["claim", "origin", "statement", "judgement", "passage", "step", "left-out", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One line of an explanation; `parts` are what it rests on, `facts` the values behind its words."""

    kind: Kind
    text: str
    id: Iri | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    parts: tuple["Part", ...] = ()

    def to_json(self, base: str) -> dict[str, object]:
        """Write it and all it rests on; ids are shortened under `base`."""
        return {
            "kind": self.kind,
            "id": compact(self.id, base) if self.id else None,
            "text": self.text,
            "facts": {name: _plain(value, base) for name, value in self.facts.items()},
            "parts": [part.to_json(base) for part in self.parts],
        }


def _plain(value: object, base: str) -> object:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, date):
        return value.isoformat()
    return compact(value, base) if isinstance(value, str) else value
