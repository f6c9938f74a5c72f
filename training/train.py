"""Make the parser that ships with kg, from treebanks to package data, in about an hour and a half of one core.

    python training/train.py TREEBANKS_DIR [--steps N]

Seeds are fixed; floating-point sums may still differ between machines in the last digits.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PACKAGED = HERE.parent / "kg" / "extract" / "parser"


def run(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, *map(str, arguments)], check=True)


def train(treebanks: Path, steps: int) -> None:
    data, output = HERE / "data", HERE / "output"
    run(HERE / "convert.py", treebanks, data)
    run(
        "-m", "spacy", "train", HERE / "config.cfg", "--code", HERE / "augment.py", "--output", output,
        "--paths.train", data / "train.spacy", "--paths.dev", data / "dev.spacy",
        "--training.max_steps", str(steps),
    )  # fmt: skip
    package(output / "model-best", data / "dev.spacy")


def package(model: Path, held_back: Path) -> None:
    """Copy a trained pipeline into the package, with its scores on held-back news for the model card."""
    scores = HERE / "scores.json"
    run("-m", "spacy", "evaluate", model, held_back, "--output", scores)
    card = {name: (PACKAGED / name).read_text(encoding="utf-8") for name in ("README.md", "LICENSE")}
    shutil.rmtree(PACKAGED)
    shutil.copytree(model, PACKAGED)
    config = PACKAGED / "config.cfg"
    own_paths = re.compile(r"^(train|dev) = .*", re.MULTILINE)  # of this machine; nobody else has them
    config.write_text(own_paths.sub(r"\1 = null", config.read_text(encoding="utf-8")), encoding="utf-8")
    for name, text in card.items():
        (PACKAGED / name).write_text(text, encoding="utf-8")
    kept = ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f")
    print({name: round(json.loads(scores.read_text())[name], 3) for name in kept})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--steps", type=int, default=8500)
    arguments = parser.parse_args()
    train(arguments.treebanks, arguments.steps)


if __name__ == "__main__":
    main()
