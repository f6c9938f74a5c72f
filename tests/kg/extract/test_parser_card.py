"""The parser that ships with kg is what its card says."""

import json
from pathlib import Path

from kg.extract.pipeline import SHIPPED

ROOT = Path(__file__).parents[3]
SHOWN = ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f")
MOST_BYTES = 15_000_000


def test_card_shows_the_scores() -> None:
    """The card has the scores that the training left, in its order."""
    scores = json.loads((ROOT / "training" / "scores.json").read_text(encoding="utf-8"))
    row = " | ".join(f"{scores[name]:.3f}" for name in SHOWN)
    assert f"| {row} |" in (SHIPPED / "README.md").read_text(encoding="utf-8")


def test_parser_is_small() -> None:
    """All files of the parser together take less than 15 MB."""
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) < MOST_BYTES
