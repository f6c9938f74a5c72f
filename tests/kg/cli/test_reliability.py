"""`kg reliability` on the seed reports."""

import csv
import json
from pathlib import Path

from kg.corroborate.truth.base import ALGORITHMS

from .conftest import kg


def test_json_holds_sources_and_claims(seeded: Path) -> None:
    """Every source has its record and a reliance by each algorithm; every claim its verdict as `kg claims` gives it."""
    found = json.loads(kg(seeded, "reliability", "--format", "json").stdout)
    assert found["by"] == "source"
    for source in found["sources"]:
        assert source["reliance"].keys() == set(ALGORITHMS.names())
        assert 0 <= source["corroborated"] <= source["claims"]
        assert source["source"].startswith("agent:")
    for each in found["claims"]:
        assert each["belief"].keys() == set(ALGORITHMS.names())
        assert each["verdict"] not in {left["verdict"] for left in each["without"]}
    some = found["claims"][0]
    answer = json.loads(kg(seeded, "corroborate", some["claim"], "--format", "json").stdout)
    assert answer["verdict"] == some["verdict"]


def test_tables_show_one_of_both(seeded: Path) -> None:
    """Sources, or with --claims the claims; a table has no ids, CSV has."""
    sources = list(csv.DictReader(kg(seeded, "reliability", "--format", "csv").stdout.splitlines()))
    assert sources[0].keys() >= {"name", "claims", "corroborated", "contradicted", "records", "source"}
    claims = list(csv.DictReader(kg(seeded, "reliability", "--claims", "--format", "csv").stdout.splitlines()))
    assert claims[0].keys() >= {"text", "verdict", "records", "without", "claim"}
    assert "agent:" not in kg(seeded, "reliability", "--by", "publisher").stdout
