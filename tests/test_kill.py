"""A kill in the middle of an ingest leaves a graph that opens, with whole documents only, and loses nothing."""

import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "kill" / "run.py"
SERVED = BENCHMARK.with_name("served.py")


def test_kill() -> None:
    """A handful of kills at random moments; `benchmarks/kill/run.py --kills 100` does many."""
    done = subprocess.run(
        [sys.executable, str(BENCHMARK), "--kills", "6"], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "torn documents               0" in done.stdout
    assert "statements lost after repeat 0" in done.stdout


def test_kill_a_server_that_writes() -> None:
    """Two servers killed while documents are sent: what they answered for is there, the rest is whole or absent."""
    done = subprocess.run(
        [sys.executable, str(SERVED), "--kills", "2"], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "of them not in the graph     0" in done.stdout
