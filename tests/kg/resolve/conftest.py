"""The made-up world of tests/cases/resolve, and propositions written as JSON."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.model import Entity, Operator, Period, Phrase, Proposition, Quantity
from kg.rdf.entities import load_entities
from kg.rdf.relations import load_relations
from kg.resolve import Resolver
from kg.resources import folder

CASES = Path(__file__).parents[2] / "cases" / "resolve"


def cases(name: str) -> list[dict[str, Any]]:
    """Read a file of cases."""
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def entities() -> tuple[Entity, ...]:
    """Give the made-up entities."""
    return load_entities(CASES / "who.ttl")


@pytest.fixture(scope="session")
def resolver(entities: tuple[Entity, ...]) -> Resolver:
    """Give a resolver that knows the made-up entities and the shipped relations."""
    return Resolver(entities, load_relations(folder("ontology") / "relations.ttl"))


def _quantity(low: float | None, high: float | None, unit: str, text: str) -> Quantity:
    operator = Operator.EXACTLY if low == high else Operator.AT_LEAST if high is None else Operator.BETWEEN
    return Quantity(low=low, high=high, operator=operator, unit=unit, text=text)


def proposition(case: dict[str, Any]) -> Proposition:
    """Make the proposition that a case writes."""
    quantity, period = case.get("quantity"), case.get("period")
    return Proposition(
        text=case.get("words", json.dumps(case)),
        predicate=case["predicate"],
        subject=_phrase(case.get("subject")),
        object=_phrase(case.get("object")),
        obliques=tuple((preposition, _sure(words)) for preposition, words in case.get("obliques", ())),
        quantity=_quantity(*quantity) if quantity else None,
        period=Period(start=date.fromisoformat(period[0]), end=date.fromisoformat(period[1])) if period else None,
        affirms=case.get("affirms", True),
    )


def _phrase(words: Any) -> Phrase | None:
    return None if words is None else _sure(words)


def _sure(words: Any) -> Phrase:
    if isinstance(words, dict):
        return Phrase(text=words["text"], head=words["head"], named=False, antecedent=words["antecedent"])
    if isinstance(words, list):
        return Phrase(text=words[0], head=words[1], named=False)
    return Phrase(text=words, head=words, named=words.split()[-1][:1].isupper())
