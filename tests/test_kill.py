"""A kill in the middle of an ingest leaves a graph that opens, with whole documents only, and loses nothing."""

import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "kill" / "run.py"


def test_kill() -> None:
    """A handful of kills at random moments; `benchmarks/kill/run.py --kills 100` does many."""
    done = subprocess.run(
        [sys.executable, str(BENCHMARK), "--kills", "6"], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "torn documents               0" in done.stdout
    assert "statements lost after repeat 0" in done.stdout
