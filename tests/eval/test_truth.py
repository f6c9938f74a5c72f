"""How truth discovery is measured: `eval/truth.py` from files of claims to a file of predictions."""

import json
import sys
from pathlib import Path

import pytest
import truth


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    """Write JSON lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def claim(source: str, name: str, value: str, attribute: str = "birthplace") -> dict[str, str]:
    """Write one claim."""
    return {"source": source, "object": name, "attribute": attribute, "value": value}


@pytest.mark.parametrize("algorithm", truth.ALGORITHMS.names())
def test_every_question_is_answered_in_the_words_of_the_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, algorithm: str
) -> None:
    """A value keeps its letters; what nobody stands behind is not believed."""
    rows = [
        claim("gull", "Tal, Mira", "Lowgate"), claim("heron", "Tal, Mira", " lowgate "),
        claim("crow", "Tal, Mira", "Marrow"), claim("crow", "the bridge fell", "reported", "claim-is"),
        claim("gull", "the mill burnt", "true", "claim-is"), claim("gull", "the dam broke", "false", "claim-is"),
    ]  # fmt: skip
    claims, out = write(tmp_path / "claims.jsonl", rows), tmp_path / "out.jsonl"
    wanted = ["--claims", str(claims), "--predictions", str(out), "--algorithm", algorithm]
    monkeypatch.setattr(sys, "argv", ["truth.py", *wanted])
    truth.main()
    assert {row["object"]: row["value"] for row in truth.rows(out)} == {
        "Tal, Mira": "Lowgate", "the bridge fell": "false", "the mill burnt": "true", "the dam broke": "false",
    }  # fmt: skip


def test_the_hierarchy_beside_the_claims_is_read(tmp_path: Path) -> None:
    """A place lies in all above it but the root; names that lie in each other tell nothing."""
    names = [("0", "Root", "-1"), ("1", "Sorrel", "0"), ("2", "Upton", "1"), ("3", "Upton", "0"), ("4", "Sorrel", "3")]
    rows = [{"id": each, "name": name, "parent": parent} for each, name, parent in [*names, ("5", "Lowgate", "2")]]
    within = truth.hierarchy(write(tmp_path / "places.jsonl", rows))
    assert within
    assert within("lowgate", "sorrel")
    assert not within("sorrel", "root")
    assert not within("upton", "sorrel")
