from pathlib import Path

import pytest

from kg.corroborate.verdict import corroborate, corroborate_claim
from kg.errors import NotFoundError
from kg.model import Iri
from tests.kg.corroborate import worlds

CASES = sorted((worlds.CASES / "verdicts").glob("*.toml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_verdict_of_each_case(path: Path) -> None:
    """Every case file gives the verdict, origins and reasons that it expects."""
    case = worlds.read(path)
    evidence = worlds.evidence(case["statement"], case.get("judgement", ()))
    parts = [(worlds.claim(part, evidence.knowledge), part.get("affirms", True)) for part in case["ask"]]
    answer = corroborate(evidence, parts, query=case.get("words", "")).to_json()
    expected = case["expect"]
    found = {
        "verdict": answer["verdict"],
        "origins": [origin["name"] for origin in answer["origins"]],
        "interest": [origin["interest"] for origin in answer["origins"]],
        "relations": sorted(support["relation"] for support in answer["supports"]),
        "supports": len(answer["supports"]),
        "qualifies": len(answer["qualifies"]),
        "carriers": answer["carriers"],
    }
    assert {key: value for key, value in expected.items() if key != "why"} == {
        key: found[key] for key in expected if key != "why"
    }
    for fragment in expected.get("why", ()):
        assert any(fragment in reason for reason in answer["why"]), answer["why"]


def test_claim_that_the_graph_does_not_hold_is_refused() -> None:
    """An unknown IRI is an error with its cure, not an empty verdict."""
    with pytest.raises(NotFoundError, match="kg claims"):
        corroborate_claim(worlds.evidence([]), Iri("https://w3id.org/claim-graph/id/claim/none"))


def test_question_without_a_claim_is_unknown() -> None:
    """Words from which no claim could be read get the verdict unknown, and the reason."""
    answer = corroborate(worlds.evidence([]), [], query="hm")
    assert (answer.verdict.value, answer.why) == ("unknown", ("no claim could be read from the words",))
