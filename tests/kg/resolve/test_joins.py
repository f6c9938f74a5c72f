"""Which names of a graph stand for one, and what keeps things apart."""

import random
from typing import Any

import pytest

from kg.model import AgentKind, Decision, Iri, Judgement
from kg.resolve.identity import Identity
from kg.resolve.joins import Groups, joins
from kg.resolve.named import Named
from tests.kg.resolve.conftest import cases

PERSON, RULE = "person:mira", "rule:names-compared"


def named(case: dict[str, Any]) -> list[Named]:
    """Read the names of a case; their order is their id."""
    found = []
    for number, given in enumerate(case["names"]):
        each = {"name": given} if isinstance(given, str) else given
        kind = each.get("kind", case.get("kind", "unknown"))
        found.append(
            Named(
                Iri(f"{number}"),
                each["name"],
                None if kind == "place" else AgentKind(kind),
                frozenset(map(Iri, each.get("documents", ()))),
                each.get("organization"),
            )
        )
    return found


@pytest.mark.parametrize("case", cases("joins"), ids=[case["why"] for case in cases("joins")])
def test_names_that_stand_for_one_meet(case: dict[str, Any]) -> None:
    """As many groups come out as a reader would make, in whatever order the names came."""
    names = named(case)
    found = joins(names)
    random.Random(7).shuffle(names)  # noqa: S311 (any other order will do)
    groups = Groups()
    for join in found:
        groups.join(join.left.id, join.right.id)
    assert len({groups.head(each.id) for each in names}) == case["groups"], [join.likeness for join in found]
    assert joins(names) == found


def judgement(
    left: str, right: str, decision: Decision = Decision.SAME, maker: str = RULE, score: float = 0.9
) -> Judgement:
    """Make a judgement."""
    name = Iri(f"{left}{right}{decision}{maker}")
    return Judgement(
        id=name, left=Iri(left), right=Iri(right), decision=decision, maker=maker, score=score, reason="so it is"
    )


def test_what_is_judged_the_same_in_steps_is_one() -> None:
    """Who is who is what hangs together; the first in rank stands for all."""
    identity = Identity([judgement("a", "b"), judgement("c", "b")], rank=lambda name: name != "c")
    assert {identity.of(Iri(name)) for name in "abc"} == {"c"}
    assert identity.of(Iri("d")) == "d"


def test_people_outrank_rules() -> None:
    """What a person calls different no rule joins, not over a third thing either."""
    rules = [judgement("a", "b", score=0.99), judgement("b", "c", score=0.8)]
    identity = Identity([*rules, judgement("a", "c", Decision.DIFFERENT, PERSON, 1.0)])
    assert identity.of(Iri("a")) == identity.of(Iri("b")) != identity.of(Iri("c"))


def test_rules_keep_apart_what_differs_in_nature_and_people_need_not() -> None:
    """Two entities that people wrote down stay two, unless a person says otherwise."""

    def nature(name: Iri) -> dict[str, str]:
        return {"entity": name} if name in {"a", "c"} else {}

    rules = [judgement("a", "b", score=0.99), judgement("b", "c", score=0.8)]
    assert Identity(rules, nature).of(Iri("c")) == "c"
    assert Identity([*rules, judgement("a", "c", maker=PERSON)], nature).of(Iri("c")) == "a"
