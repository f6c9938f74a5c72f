"""Measures how long each export format takes and how much memory; see README.md.

python benchmarks/exports/run.py [GRAPH] [--formats csv,nquads] [--views full,sources] [--timeout 1800]
"""

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.export import EXPORTERS, OF_ONE_CLAIM, export, exporter
from kg.export.selection import Selection
from kg.model import Iri
from kg.store import open_graph
from kg.table import open_table

STORE = Path(__file__).parents[1] / "store" / "run.py"
STATEMENTS = 10_000  # of the graph that is made up where none is named
ROW = "{:<12} {:<10} {:>9} {:>11} {:>10} {:>10}"
LONGEST = "SELECT claim FROM statements WHERE claim IS NOT NULL GROUP BY claim ORDER BY count(*) DESC, claim LIMIT 1"


def write(graph: Path, name: str, shape: str) -> None:
    """Write one format and print seconds, processor seconds, peak memory and size; runs in a process of its own."""
    with open_graph(graph, read_only=True) as view, TemporaryDirectory(dir=graph.parent) as folder:
        claim = None
        if shape in OF_ONE_CLAIM:
            with open_table(view) as table:
                ((claim,),) = table.ask(LONGEST).fetchall()
        started = time.perf_counter()
        with Path(folder, "out").open("wb") as stream:
            export(name, view, stream, Selection(shape=shape, claim=Iri(claim) if claim else None))
        took = time.perf_counter() - started
        size = Path(folder, "out").stat().st_size
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(took, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e3, size / 1e6)


def measure(graph: Path, name: str, shape: str, timeout: int) -> str:
    """Start that process and give its line; one that fails or takes too long says so."""
    command = [sys.executable, __file__, str(graph), "--one", name, shape]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        return ROW.format(name, shape, f"> {timeout} s", "", "", "")
    if done.returncode:
        return f"{name:<12} {shape:<10} failed: {done.stderr.strip().splitlines()[-1]}"
    took, processor, memory, size = map(float, done.stdout.split())
    return ROW.format(name, shape, f"{took:.1f} s", f"{processor:.1f} s", f"{memory:.0f} MB", f"{size:.1f} MB")


def main() -> None:
    """Measure every format, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, nargs="?", help="one of 10,000 made-up statements by default")
    parser.add_argument("--formats", help="only these, with commas between")
    parser.add_argument("--views", help="only these; the first of each format by default")
    parser.add_argument("--timeout", type=int, default=1800)
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        write(options.graph, *options.one)
        return
    with TemporaryDirectory() as folder:
        graph = options.graph or made(Path(folder))
        print(ROW.format("format", "view", "time", "processor", "memory", "size"), flush=True)
        for name in options.formats.split(",") if options.formats else EXPORTERS.names():
            have = exporter(name).shapes
            for shape in options.views.split(",") if options.views else have[:1]:
                if shape in have:
                    print(measure(graph, name, shape, options.timeout), flush=True)


def made(folder: Path) -> Path:
    """Make a graph up, in processes of their own: a child's peak of memory begins with its parent's."""
    file, graph = folder / "made.nq", folder / "made.kg"
    for part in (["make", str(file), "--statements", str(STATEMENTS)], ["load", str(file), str(graph)]):
        subprocess.run([sys.executable, str(STORE), *part], check=True)
    return graph


if __name__ == "__main__":
    main()
