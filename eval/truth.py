"""Scores truth discovery on sets of claims of which the truth is known for a part, one setting for all.

    python eval/truth.py TRUTH.jsonl... [--claims CLAIMS.jsonl] [--algorithm NAME]
    python eval/truth.py --claims CLAIMS.jsonl --predictions OUT.jsonl [--algorithm NAME] [--hierarchy FILE]

`score.py` and a folder `claims/` stand beside the truth. Claims are lines {source, object, attribute, value};
predictions lines {object, attribute, value}. `claims/NAME_hierarchy.jsonl`, lines {id, name, parent}, is read where it
is there. An attribute with no more than four values is a closed question. A source that is said to have only
"reported" takes no stand: it has no voice, and what nobody stands behind is not believed.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from kg.corroborate.truth.base import ALGORITHMS, DEFAULT
from kg.corroborate.votes import Voice, Votes, Within, votes

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "build" / "eval"
NO_STAND = "reported"
NOT_BELIEVED = "false"
FEW = 4  # values make an attribute a closed question
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """Read JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def plain(value: object) -> str:
    """Write a value so that equal ones are equal."""
    return " ".join(str(value).split()).casefold()


def read_votes(claims: list[Row], within: Within | None) -> Votes:
    """Arrange the claims as voices; attributes are kinds."""
    told = [each for each in claims if each["value"] != NO_STAND]
    values: dict[str, set[str]] = defaultdict(set)
    for each in told:
        values[each["attribute"]].add(plain(each["value"]))
    voices = (Voice(each["source"], item(each), plain(each["value"]), each["attribute"]) for each in told)
    return votes(voices, {kind: found for kind, found in values.items() if len(found) <= FEW}, within)


def item(row: Row) -> str:
    """Name the question that a claim answers."""
    return json.dumps([row["object"], row["attribute"]])


def hierarchy(path: Path) -> Within | None:
    """Read which places lie in which; None where there is no such file."""
    if not path.exists():
        return None
    places = {each["id"]: each for each in rows(path)}
    above: dict[str, set[str]] = defaultdict(set)
    for each in places.values():
        parent = places.get(each["parent"])
        while parent and parent["parent"] in places:  # but for the root
            above[plain(each["name"])].add(plain(parent["name"]))
            parent = places.get(parent["parent"])
    return lambda part, whole: whole in above.get(part, ()) and part not in above.get(whole, ())


def predict(claims: list[Row], within: Within | None, algorithm: str) -> list[Row]:
    """Answer every question of the claims, in the words of the claims."""
    table = read_votes(claims, within)
    best = table.best(ALGORITHMS.get(algorithm)(table).candidates)
    words = {plain(each["value"]): each["value"] for each in reversed(claims)}
    asked = {item(each): each for each in reversed(claims)}
    return [
        {"object": each["object"], "attribute": each["attribute"], "value": words.get(value, value)}
        for name, each in sorted(asked.items())
        for value in [best.get(name, NOT_BELIEVED)]
    ]


def claims_of(truth: Path) -> Path:
    """Find the claims that belong to a file of truths, `claims/NAME.jsonl` or `claims/NAME_dev.jsonl`."""
    name = truth.stem.removesuffix("_truth")
    exact = truth.parent / "claims" / f"{name}.jsonl"
    return exact if exact.exists() else exact.with_stem(f"{name}_dev")


def write(found: list[Row], path: Path) -> None:
    """Write predictions."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in found), encoding="utf-8")


def score(truth: Path, *arguments: str) -> Row:
    """Ask the scorer that stands beside the truth."""
    command = [sys.executable, str(truth.with_name("score.py")), str(truth), *arguments]
    answer: Row = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return answer


def score_all(truths: list[Path], algorithms: list[str], given: Path | None = None) -> None:
    """Print a table of algorithms and sets: accuracy over all questions, and over those that sources differ on."""
    for truth in truths:
        path = given or claims_of(truth)
        claims, within = rows(path), hierarchy(path.with_name(f"{path.stem}_hierarchy.jsonl"))
        floor = score(truth, "--vote", str(path))
        print(f"== {path.stem}: {floor['n']} truths, {len(claims)} claims, answerable {floor['answerable']:.3f}")
        print(f"  {'vote, ties at random':22} {floor['accuracy_random_ties']:.3f}")
        for name in algorithms:
            kept, started = KEPT / f"truth-{path.stem}-{name}.jsonl", time.monotonic()
            write(predict(claims, within, name), kept)
            spent = time.monotonic() - started
            found = score(truth, str(kept), "--claims", str(path))
            print(f"  {name:22} {found['accuracy']:.3f}  contested {found['contested_accuracy']:.3f}  {spent:5.1f} s")


def main() -> None:
    """Score, or only predict."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", type=Path, nargs="*")
    parser.add_argument("--algorithm", choices=ALGORITHMS.names(), help=f"only this one; predictions: {DEFAULT}")
    parser.add_argument("--claims", type=Path, help="of these claims; by default those that belong to the truths")
    parser.add_argument("--predictions", type=Path, help="where to write what was predicted")
    parser.add_argument("--hierarchy", type=Path, help="which values lie in which; or CLAIMS_hierarchy.jsonl")
    given = parser.parse_args()
    if given.claims and given.predictions:
        above = given.hierarchy or given.claims.with_name(f"{given.claims.stem}_hierarchy.jsonl")
        write(predict(rows(given.claims), hierarchy(above), given.algorithm or DEFAULT), given.predictions)
    elif given.truth:
        score_all(given.truth, [given.algorithm] if given.algorithm else ALGORITHMS.names(), given.claims)
    else:
        parser.error("give files of truths, or --claims and --predictions")


if __name__ == "__main__":
    main()
