"""Scores what is read in the articles of a news event and the verdicts on it, through the command line as a user would.

    python eval/events.py EVENT_FOLDER [--entities FILE] [--details] [--gold]

The folder holds `articles/`, `agreement.jsonl` and `gold.jsonl`; `score.py` stands beside it, or else in
../shared/eval/events/.
First the extracted statements are measured against the gold ones (`statements.py` says how). Then the verdicts are,
twice: with an entities file (the one given, the folder's own, or that of the seeds of the same
name) and without any. With `--gold` the gold statements stand in place of ours (`given.py` says how): what is wrong
then is the fault of matching, not of reading. Predictions are left in build/eval/.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from agents import Agents, agents_of
from given import verdicts
from statements import Matched, Pair, figures, match, right_chain, right_polarity, right_stance

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "build" / "eval"
SHARED_SCORER = ROOT.parent / "shared" / "eval" / "events" / "score.py"
KG = Path(sys.executable).with_name("kg")


def kg(graph: Path, *arguments: object) -> str:
    """Run a kg command and give what it prints; exit code 1 of an ingest means that some file was refused."""
    command = [str(KG), "--graph", str(graph), *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode and not (arguments[0] == "ingest" and done.returncode == 1):
        sys.exit(f"failed with {done.returncode}: {' '.join(command)}")
    return done.stdout


def predict(event: Path, entities: Path | None) -> list[dict[str, Any]]:
    """Read the articles into a new graph, and ask it for the verdict on every proposition."""
    with tempfile.TemporaryDirectory() as folder:
        graph, batch = Path(folder) / "event.kg", Path(folder) / "batch.jsonl"
        claims = [{"key": row["key"], "claim": row["claim"]} for row in read(event / "agreement.jsonl")]
        batch.write_text("".join(json.dumps(claim) + "\n" for claim in claims), encoding="utf-8")
        kg(graph, "init")
        if entities:
            kg(graph, "entities", "load", entities)
        kg(graph, "ingest", event / "articles")
        return [prediction(json.loads(line)) for line in kg(graph, "corroborate", "--batch", batch).splitlines()]


def predict_given(event: Path, entities: Path | None) -> list[dict[str, Any]]:
    """Ask for the verdict on every proposition from the gold statements."""
    gold = {row["id"]: row for row in read(event / "gold.jsonl")}
    with tempfile.TemporaryDirectory() as folder:
        answers = verdicts(
            event / "articles", gold, read(event / "agreement.jsonl"), entities, Path(folder) / "event.kg"
        )
        return [prediction(answer) for answer in answers]


def prediction(verdict: dict[str, Any]) -> dict[str, Any]:
    """Bring a verdict into the form that score.py reads."""
    return {
        "key": verdict["key"],
        "verdict": verdict["verdict"],
        "supports": documents(verdict["supports"]),
        "denies": documents(verdict["denies"]),
        "origins": sum(origin["affirms"] for origin in verdict["origins"]),
    }


def documents(evidence: list[dict[str, Any]]) -> list[str]:
    """Name the documents of some evidence, each once."""
    return sorted({item["document_id"] for item in evidence})


def read(path: Path) -> list[dict[str, Any]]:
    """Read JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def known_entities(event: Path) -> Path | None:
    """Find the event's own entities file, or that of the seeds of its name."""
    places = [event / "entities.ttl", *sorted((ROOT / "seeds").glob(f"{event.name}-*/entities.ttl"))]
    return next((path for path in places if path.is_file()), None)


def scorer(event: Path) -> Path:
    """Find the script that scores the event: the one beside it, or else the shared one."""
    beside = event.parent / "score.py"
    return beside if beside.is_file() else SHARED_SCORER


def report(event: Path, entities: Path | None, *, details: bool, given: bool = False) -> None:
    """Predict, score and print."""
    started = time.monotonic()
    predictions = (predict_given if given else predict)(event, entities)
    KEPT.mkdir(parents=True, exist_ok=True)
    name = f"{event.name}-gold" if given else event.name
    kept = KEPT / f"{name}-{'with' if entities else 'without'}-entities.jsonl"
    kept.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
    of = f"{event.name}{' from the gold statements' if given else ''}"
    print(f"== {of}, {entities or 'no entities file'} ({time.monotonic() - started:.0f} s)", flush=True)
    subprocess.run([sys.executable, str(scorer(event)), str(event), str(kept)], check=True)
    if details:
        print_differences(read(event / "agreement.jsonl"), predictions)


def report_statements(event: Path, agents: Agents, *, details: bool) -> None:
    """Extract, measure against the gold statements and print."""
    done = subprocess.run(
        [str(KG), "extract", "--with-text", str(event / "articles")], stdout=subprocess.PIPE, text=True, check=False
    )
    found = match(read(event / "gold.jsonl"), [json.loads(line) for line in done.stdout.splitlines()], agents)
    print(f"== {event.name}: statements", flush=True)
    for name, value, base in figures(found, agents):
        print(f"{name:60} {value:.3f} of {base}")
    if details:
        print_statements(found, agents)


def print_statements(found: Matched, agents: Agents) -> None:
    """Print what is missing or wrong in each article, and what of ours matches nothing."""
    for pair in found.pairs:
        wrong = ", ".join(faults(pair, agents))
        if wrong:
            print(f"{pair.article} {wrong}\n    {pair.gold['speaker']}: {told_by(pair.gold)}")
    for article, ours in found.surplus:
        print(f"{article} matches nothing\n    {ours['speaker']}: {[each['text'] for each in ours['claims']]}")


def told_by(gold: dict[str, Any]) -> str:
    """Write a gold statement in a line."""
    return f"{gold['cue']}: {gold['subject']} {gold['relation']} {gold['object']} {gold['place'] or ''}"


def faults(pair: Pair, agents: Agents) -> list[str]:
    """Name what is wrong with what was found for a gold statement."""
    gold, ours = pair.gold, pair.ours
    if ours is None:
        return ["MISSED"]
    if not pair.right_speaker:
        return [f"SPEAKER {ours['speaker']}" + (" (narrated)" if ours.get("narrated") else "")]
    found = [] if pair.own or right_chain(agents, gold, ours) else [f"chain {gold['via']} -> {ours['via']}"]
    found += [] if right_stance(gold, ours) else [f"stance {gold['stance']} -> {ours['stance']}"]
    found += [] if right_polarity(gold, ours) else [f"affirms -> {ours['affirms']}"]
    return found + ([] if gold["said_on"] == ours["said_on"] else [f"day {gold['said_on']} -> {ours['said_on']}"])


def print_differences(gold: list[dict[str, Any]], predictions: list[dict[str, Any]]) -> None:
    """Print each proposition with what was wanted and what was found too little or too much."""
    by_key = {row["key"]: row for row in predictions}
    for row in gold:
        found = by_key.get(row["key"], {"verdict": "missing", "supports": [], "denies": [], "origins": 0})
        verdict = row["verdict"] if row["verdict"] == found["verdict"] else f"{row['verdict']} -> {found['verdict']}"
        print(f"\n{row['key']}: {row['claim']}\n    {verdict}")
        print(f"    origins {len(row['independent_origins'])} -> {found['origins']}")
        for field in ("supports", "denies"):
            wanted, given = {article for article, _ in row[field]}, set(found[field])
            print(f"    {field} hit {sorted(wanted & given)} missed {sorted(wanted - given)}", end=" ")
            print(f"wrong {sorted(given - wanted - {article for article, _ in row['qualifies']})}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("event", type=Path)
    parser.add_argument("--entities", type=Path, help="who is who, in Turtle")
    parser.add_argument("--details", action="store_true", help="show each proposition")
    parser.add_argument("--gold", action="store_true", help="verdicts from the gold statements in place of ours")
    parser.add_argument("--statements", action="store_true", help="only what was read, no verdicts")
    given = parser.parse_args()
    event = given.event.resolve()
    if not given.gold:
        report_statements(event, agents_of(event, given.entities or known_entities(event)), details=given.details)
    if given.statements:
        return
    for entities in dict.fromkeys((given.entities or known_entities(event), None)):
        report(event, entities, details=given.details, given=given.gold)


if __name__ == "__main__":
    main()
