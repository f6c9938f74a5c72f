"""Scores the reading of time expressions against annotated news.

    python eval/dates.py GOLD.jsonl... [--details]

`score.py` stands beside the gold. Each expression is read in its text: what was named before it and the tense of its
sentence count. TimeBank writes a week as 1998-W07 (TIMEX3), GUM as 1998-02-09/1998-02-15 (TEI); values are written as
the file at hand does, told by the name of the corpus in its ids. Predictions are left in build/eval/.
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from kg.dates import PartialDate
from kg.extract.times.find import read, times_in
from kg.extract.times.seen import Seen
from kg.extract.times.tense import tense_around
from kg.extract.times.values import days_of, grain_of

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "build" / "eval"


def values_of(gold: list[dict[str, Any]]) -> dict[str, str]:
    """Read each expression in its context, that of the one before it in its document included."""
    found: dict[str, str] = {}
    last: dict[str, str] = {}
    for row in gold:
        value = value_of(row, last.get(row["doc"], ""))
        last[row["doc"]] = value or last.get(row["doc"], "")
        found[row["id"]] = as_interval(value) if row["id"].startswith("gum") else value
    return found


def value_of(row: dict[str, Any], last: str) -> str:
    """Read one expression; "" where it is not understood."""
    start, end = row["span"]
    text = row["text"]
    seen = Seen(PartialDate(row["doc_date"]) if row["doc_date"] else None, tense_around(text, start, end))
    before = [each.value for each in times_in(text[:start], seen) if each.value]
    return read(re.sub(r"\s+", " ", row["expr"]).strip(), seen.after(before[-1] if before else last)) or ""


def around(row: dict[str, Any]) -> str:
    """Give the expression in brackets with some of the words around it."""
    start, end = row["span"]
    return f"{row['text'][max(0, start - 60) : start]}[{row['expr']}]{row['text'][end : end + 40]}"


def as_interval(value: str) -> str:
    """Write weeks, decades and the like by their first and last day, as TEI does."""
    if grain_of(value) in {"day", "month", "year", ""}:
        return value
    return "/".join(str(day) for day in days_of(value))


def rows(path: Path) -> list[dict[str, Any]]:
    """Read JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def print_differences(gold: list[dict[str, Any]], found: dict[str, str]) -> None:
    """Print what can be resolved and was read otherwise."""
    for row in gold:
        value = found[row["id"]]
        if row["kind"] in {"relative", "explicit", "interval"} and value != row["value"]:
            print(f"  {row['value']:14} {value:14} {row['doc_date']} {around(row)!r}")


def main() -> None:
    """Predict, keep and score each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--details", action="store_true", help="show each expression read otherwise")
    given = parser.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    for gold in given.gold:
        found = values_of(rows(gold))
        kept = KEPT / f"dates-{gold.name}"
        kept.write_text("".join(json.dumps({"id": k, "value": v}) + "\n" for k, v in found.items()), encoding="utf-8")
        print(f"== {gold.name}", flush=True)
        subprocess.run([sys.executable, gold.with_name("score.py"), str(gold), str(kept)], check=True)
        if given.details:
            print_differences(rows(gold), found)


if __name__ == "__main__":
    main()
