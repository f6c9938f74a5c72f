"""Times what a newcomer waits for; see README.md."""

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "mosul-2016"
KG = Path(sys.executable).with_name("kg")
RUNS = 3


def seconds(*arguments: object, folder: str) -> float:
    """Time one kg command."""
    command = [str(KG), *map(str, arguments)]
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - started


def fresh_ingest() -> float:
    """Time the reading of all seed reports into a new graph."""
    with tempfile.TemporaryDirectory() as folder:
        seconds("init", folder=folder)
        seconds("entities", "load", SEEDS / "entities.ttl", folder=folder)
        return seconds("ingest", SEEDS / "articles", folder=folder)


def main() -> None:
    """Run everything and print a table."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        seconds("init", folder=folder)
        seconds("entities", "load", SEEDS / "entities.ttl", folder=folder)
        seconds("ingest", SEEDS / "articles", folder=folder)
        tasks: dict[str, Callable[[], float]] = {
            "kg --help": partial(seconds, "--help", folder=folder),
            "kg ingest (31 reports)": fresh_ingest,
            "kg corroborate": partial(seconds, "corroborate", "IS lost the Samah neighbourhood", folder=folder),
            "kg query timeline": partial(seconds, "query", "timeline", folder=folder),
            "kg demo": partial(seconds, "demo", folder=folder),
        }
        for name, task in tasks.items():
            print(f"{name:24} {min(task() for _ in range(RUNS)):6.2f} s")


if __name__ == "__main__":
    main()
