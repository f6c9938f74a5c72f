"""Scores the extraction of attributions against annotated news, through the command line as a user would.

    python eval/attribution.py GOLD.jsonl [OPTIONS OF score.py]

`score.py` stands beside the gold. Predictions are left in build/eval/.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "build" / "eval" / "attribution.jsonl"
KG = Path(sys.executable).with_name("kg")


def main() -> None:
    """Extract, keep the predictions and print the scores."""
    gold = Path(sys.argv[1]).resolve()
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    done = subprocess.run([str(KG), "extract", str(gold)], stdout=subprocess.PIPE, text=True, check=False)
    lines = done.stdout.splitlines()
    KEPT.write_text("".join(prediction(line) for line in lines), encoding="utf-8")
    print(f"== {gold.name}: {len(lines)} documents in {time.monotonic() - started:.0f} s", flush=True)
    subprocess.run([sys.executable, gold.with_name("score.py"), str(gold), str(KEPT), *sys.argv[2:]], check=True)


def prediction(line: str) -> str:
    """Keep of a line of `kg extract` what is scored."""
    found = json.loads(line)
    return json.dumps({"id": found["id"], "attributions": found["attributions"]}) + "\n"


if __name__ == "__main__":
    main()
