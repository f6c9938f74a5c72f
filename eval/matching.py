"""Scores how texts are matched: a headline with a claim, a sentence with a sentence, a text with the claims it repeats.

    python eval/matching.py [--stance GOLD] [--pairs GOLD SENTENCES] [--queries GOLD CLAIMS] [--details]

`score.py` stands beside each gold. Nothing is learnt from the gold: `kg/corroborate/leanings.py` reads each headline
by itself; `stories.py` and `search.py` weigh words by how rare they are in the texts that are compared. Pairs are
scored twice: by what each document of the sentences reports, and by the sentences alone. Predictions are left in
build/eval/.
"""

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.corroborate.leanings import Leaning, leaning
from kg.corroborate.search import Search
from kg.corroborate.stories import SAME_STORY, Stories

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "build" / "eval"
SAME_SENTENCE = 0.35  # sentences alone say less, and borrow less, than documents
LABELS = {Leaning.FOR: "for", Leaning.AGAINST: "against", Leaning.OPEN: "observing"}
Row = dict[str, Any]


def stances(gold: Iterable[Row]) -> Iterator[Row]:
    """Say how each headline stands to its claim."""
    for row in gold:
        yield {"id": row["id"], "label": LABELS[leaning(row["headline"], row["claim"])]}


def pairs(gold: Iterable[Row], texts: dict[str, str], of: Callable[[str], str], at_least: float) -> Iterator[Row]:
    """Say of each pair of sentences whether they share an event; `of` gives the text that stands for a sentence."""
    stories = Stories(texts)
    for row in gold:
        one, other = row["id"].split("|")
        score = stories.likeness(of(one), of(other))
        yield {"id": row["id"], "label": int(score >= at_least), "score": score}


def documents(sentences: Iterable[Row]) -> dict[str, str]:
    """Join the sentences of each document."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in sentences:
        found[row["doc"]].append(row["text"])
    return {name: " ".join(texts) for name, texts in found.items()}


def rankings(gold: Iterable[Row], claims: Iterable[Row]) -> Iterator[Row]:
    """Give for each text the claims nearest to it."""
    search = Search({row["id"]: f"{row['claim']} {row.get('title', '')}" for row in claims})
    for row in gold:
        yield {"id": row["id"], "ranking": search.best(row["text"])}


def rows(path: Path) -> list[Row]:
    """Read JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(name: str, gold: Path, found: Iterable[Row], *task: str) -> None:
    """Keep some predictions and let the scorer beside the gold count them."""
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"{name}-{gold.name}"
    kept.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    print(f"== {name}: {gold.name}", flush=True)
    subprocess.run([sys.executable, gold.with_name("score.py"), *task, str(gold), str(kept)], check=True)


def score_stances(gold: Path, *, details: bool) -> None:
    """Score headlines, and with `details` print those that were read otherwise."""
    found = list(stances(rows(gold)))
    score("stance", gold, found)
    for row, ours in zip(rows(gold), found, strict=True):
        if details and row["label"] != ours["label"]:
            print(f"  {row['label']:9} {ours['label']:9} {row['claim']} | {row['headline']}")


def score_pairs(gold: Path, sentences: Path) -> None:
    """Score pairs by their documents, then by the sentences alone."""
    said = rows(sentences)
    document = {row["id"]: row["doc"] for row in said}
    score("pairs", gold, pairs(rows(gold), documents(said), document.__getitem__, SAME_STORY), "pairs")
    alone = {row["id"]: row["text"] for row in said}
    score("pairs-sentences-alone", gold, pairs(rows(gold), alone, str, SAME_SENTENCE), "pairs")


def main() -> None:
    """Score what is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stance", type=Path, metavar="GOLD")
    parser.add_argument("--pairs", type=Path, nargs=2, metavar=("GOLD", "SENTENCES"))
    parser.add_argument("--queries", type=Path, nargs=2, metavar=("GOLD", "CLAIMS"))
    parser.add_argument("--details", action="store_true", help="show each headline read otherwise")
    given = parser.parse_args()
    if given.stance:
        score_stances(given.stance, details=given.details)
    if given.pairs:
        score_pairs(*given.pairs)
    if given.queries:
        gold, claims = given.queries
        score("queries", gold, rankings(rows(gold), rows(claims)), "match")


if __name__ == "__main__":
    main()
