"""Kills `kg import` at random moments: the graph opens, and holds all of the file or nothing of it.

python benchmarks/kill/imports.py --kills 100
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Quad
from run import Tally, statements

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from generator import World

from kg.store import create, open_graph
from kg.table import differences

STATEMENTS = 2000


def command(graph: Path, file: Path) -> list[str]:
    """Word the import of a file."""
    return [str(Path(sys.executable).with_name("kg")), "--graph", str(graph), "import", str(file)]


def quads(graph: Path) -> frozenset[Quad]:
    """Give all that a graph holds, which must be what its table holds as well."""
    with open_graph(graph, read_only=True) as view:
        if faults := list(differences(view)):
            raise RuntimeError(f"{graph}: the table differs from the graph: {faults[0]}")
        return frozenset(view.quads())


def began(graph: Path, child: subprocess.Popen[bytes]) -> None:
    """Wait until the import makes its copy: before that, kg is loaded and nothing can be torn."""
    while child.poll() is None and not (graph / "import").exists():
        time.sleep(0.001)


def run(kills: int, seed: int, minutes: float) -> Tally:
    """Kill as many imports as asked and time allows, each into a graph of its own, and repeat each to its end."""
    moments, tally, end = random.Random(seed), Tally(), time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory() as name:
        file, empty = Path(name) / "all.nq", Path(name) / "empty"
        ox.serialize(World(STATEMENTS).quads(), str(file), format=ox.RdfFormat.N_QUADS)
        whole = frozenset(ox.parse(path=str(file), format=ox.RdfFormat.N_QUADS))
        create(empty).close()
        duration = 0.0
        while tally.kills < kills and time.monotonic() < end:
            graph = Path(name) / "graph"
            shutil.rmtree(graph, ignore_errors=True)
            shutil.copytree(empty, graph)
            child = subprocess.Popen(command(graph, file), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            began(graph, child)
            started = time.perf_counter()
            if duration:
                time.sleep(duration * moments.random())
                child.kill()
            if child.wait() == 0:
                duration = time.perf_counter() - started
                continue
            tally.kills += 1
            found = quads(graph)
            tally.opened += 1
            tally.documents += bool(found)
            tally.torn += found not in (frozenset(), whole)
            subprocess.run(command(graph, file), check=True, capture_output=True)
            tally.lost += len(statements(whole) - statements(quads(graph)))  # what is derived is made anew
    return tally


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=60.0, help="begin no further kill after so long")
    options = parser.parse_args()
    tally = run(options.kills, options.seed, options.minutes)
    print(tally)
    return 0 if tally.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
