"""Loads a large made-up graph and asks the questions that span all of it; see README.md.

python benchmarks/store/run.py [--statements 100000]
python benchmarks/store/run.py make FILE --statements 1000000
python benchmarks/store/run.py raw FILE
python benchmarks/store/run.py load FILE GRAPH
python benchmarks/store/run.py both FILE GRAPH
python benchmarks/store/run.py ask GRAPH
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

sys.path.insert(0, str(Path(__file__).parent))

from generator import World

from kg.importing import import_files
from kg.query.catalog import load
from kg.store import create, open_graph
from kg.table import Table, open_table

LISTS = ("corroborated-claims", "contested-claims", "single-source-claims")
VALUES = {"by": "source", "shared": 1, "origins": 2, "narrated": True}
BARE = """
WITH said AS (SELECT DISTINCT source, claim, affirms FROM statements WHERE claim IS NOT NULL)
SELECT a.source, b.source AS other, count(DISTINCT claim) AS shared,
    count(DISTINCT claim) FILTER (a.affirms = b.affirms) AS agree,
    count(DISTINCT claim) FILTER (a.affirms <> b.affirms) AS contradict
FROM said AS a JOIN said AS b USING (claim) WHERE a.source < b.source GROUP BY ALL
"""


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Print how long something takes, by the clock and in processor time, and how much memory was used so far."""
    started, used = time.perf_counter(), _processor()
    yield
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    took = time.perf_counter() - started
    print(f"{name:28} {took:8.1f} s   processor {_processor() - used:8.1f} s   {memory:5.2f} GB", flush=True)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def make(file: Path, statements: int) -> None:
    """Write a graph to a file."""
    ox.serialize(World(statements).quads(), str(file), format=ox.RdfFormat.N_QUADS)


def raw(file: Path) -> None:
    """Time the loader of the database alone."""
    with tempfile.TemporaryDirectory(dir=file.parent) as folder, timed("raw loader"):
        store = ox.Store(folder)
        store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
        store.flush()


def load_whole(file: Path, graph: Path) -> None:
    """Time `kg import`, from the file to a graph that answers."""
    create(graph).close()
    with timed("kg import"):
        import_files(graph, [file])


def both(file: Path, graph: Path) -> None:
    """Compare `kg import` with the loader alone on one file, each in a process of its own."""
    clock, processor = zip(_measured("raw", file), _measured("load", file, graph), strict=True)
    print(f"raw / import: {clock[0] / clock[1]:.2f} by the clock, {processor[0] / processor[1]:.2f} in processor time")


def _measured(part: str, *places: Path) -> tuple[float, float]:
    """Run a part, which prints its own line, and give its time by the clock and the processor's."""
    started = time.perf_counter()
    child = subprocess.Popen([sys.executable, __file__, part, *map(str, places)])
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{part} failed")
    return time.perf_counter() - started, used.ru_utime + used.ru_stime


def ask(graph: Path) -> None:
    """Time the questions that read the table, each worked out to its last row but not printed."""
    with open_graph(graph, read_only=True) as view, open_table(view) as table:
        with timed("bare agreement"):
            _count(table, BARE)
        with timed("agreement of all sources"):
            _count(table, load("agreement").sql)
        for name in LISTS:
            with timed(name):
                _count(table, load(name).sql)


def _count(table: Table, sql: str) -> None:
    ((rows,),) = table.ask(f"CREATE OR REPLACE TEMP TABLE answer AS {sql}", VALUES).fetchall()
    print(f"{rows:12,} rows  ", end="")


def main() -> None:
    """Run one part of the benchmark, or all in a folder that goes afterwards."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=["all", "make", "raw", "load", "both", "ask"], nargs="?", default="all")
    parser.add_argument("places", type=Path, nargs="*")
    parser.add_argument("--statements", type=int, default=100_000)
    options = parser.parse_args()
    match options.part, options.places:
        case "all", []:
            with tempfile.TemporaryDirectory() as folder:
                file, graph = Path(folder, "made.nq"), Path(folder, "made.kg")
                make(file, options.statements)
                both(file, graph)
                ask(graph)
        case "make", [file]:
            make(file, options.statements)
        case "raw", [file]:
            raw(file)
        case "load", [file, graph]:
            load_whole(file, graph)
        case "both", [file, graph]:
            both(file, graph)
        case "ask", [graph]:
            ask(graph)
        case _:
            parser.error("give the files that the part needs")


if __name__ == "__main__":
    main()
