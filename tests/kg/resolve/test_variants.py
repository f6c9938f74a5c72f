"""Names of many regions and kinds, each with its variants, brought together without any file and any text."""

from collections import defaultdict

import pytest

from kg.model import AgentKind, Iri
from kg.resolve.joins import Groups, joins
from kg.resolve.named import Named
from tests.kg.resolve.conftest import cases

CLUSTERS = cases("variants")


@pytest.fixture(scope="module")
def found() -> dict[tuple[int, str], str]:
    """All variants compared in one go, as in a graph; each with the first of its group."""
    named = {}
    for number, case in enumerate(CLUSTERS):
        for name in case["names"]:
            kind = None if case["kind"] == "place" else AgentKind(case["kind"])
            named[number, name] = Named(Iri(f"{number}/{name}"), name, kind)
    groups = Groups()
    for join in joins(named.values()):
        groups.join(join.left.id, join.right.id)
    return {key: groups.head(each.id) for key, each in named.items()}


def _case(number: int) -> object:
    short = CLUSTERS[number].get("falls_short")
    marks = [pytest.mark.xfail(reason=short, strict=True)] if short else []
    return pytest.param(number, id=CLUSTERS[number]["why"], marks=marks)


@pytest.mark.parametrize("number", [_case(number) for number in range(len(CLUSTERS))])
def test_variants_of_one_name_meet(number: int, found: dict[tuple[int, str], str]) -> None:
    """All names of a cluster come to one."""
    assert len({head for (cluster, _), head in found.items() if cluster == number}) == 1


def test_no_two_clusters_meet(found: dict[tuple[int, str], str]) -> None:
    """No name is joined with one of another cluster."""
    clusters = defaultdict(set)
    for (cluster, name), head in found.items():
        clusters[head].add((cluster, name))
    assert [group for group in clusters.values() if len({cluster for cluster, _ in group}) > 1] == []
