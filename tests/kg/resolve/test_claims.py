"""From propositions to claims."""

from typing import Any

import pytest

from kg.iris import compact
from kg.resolve import Resolver
from tests.kg.resolve.conftest import cases, proposition


@pytest.mark.parametrize("case", cases("claims"), ids=[case["why"] for case in cases("claims")])
def test_a_proposition_becomes_a_triple_with_a_place(case: dict[str, Any], resolver: Resolver) -> None:
    """Subject, relation, object and place of each case are those written beside it."""
    ((claim, affirms),) = resolver.claims([proposition(case["proposition"])])
    place = compact(claim.place) if claim.place else None
    assert [compact(claim.subject), compact(claim.predicate), compact(claim.object), place] == case["claim"]
    assert claim.text == case.get("text", claim.text)
    assert affirms


@pytest.mark.parametrize("case", cases("same"), ids=[case["why"] for case in cases("same")])
def test_wordings_of_one_proposition_reach_one_claim(case: dict[str, Any], resolver: Resolver) -> None:
    """All wordings of a case have the same claim."""
    found = resolver.claims([proposition(each) for each in case["wordings"]])
    assert {claim.id for claim, _ in found} == {found[0][0].id}


@pytest.mark.parametrize("case", cases("different"), ids=[case["why"] for case in cases("different")])
def test_what_differs_stays_apart(case: dict[str, Any], resolver: Resolver) -> None:
    """Every wording of a case has a claim of its own."""
    found = resolver.claims([proposition(each) for each in case["wordings"]])
    assert len({claim.id for claim, _ in found}) == len(case["wordings"])


def test_negation_changes_the_stand_and_not_the_claim(resolver: Resolver) -> None:
    """A denial is on the same claim as what it denies."""
    case = {"predicate": "enter", "subject": "Soland forces", "object": "Hask"}
    (yes, affirms), (no, denies) = resolver.claims([proposition(case), proposition({**case, "affirms": False})])
    assert (yes.id, affirms, denies) == (no.id, True, False)


def test_every_iri_of_a_claim_has_words(resolver: Resolver) -> None:
    """A claim can be read without the entities file."""
    for case in cases("claims"):
        ((claim, _),) = resolver.claims([proposition(case["proposition"])])
        parts = {claim.subject, claim.predicate, claim.object, *filter(None, [claim.place])}
        assert parts <= set(claim.labels)
