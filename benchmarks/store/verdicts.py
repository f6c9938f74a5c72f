"""Works out every verdict of a graph anew, from its statements alone, and writes nothing; see README.md.

python benchmarks/store/verdicts.py GRAPH
"""

import argparse
import resource
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kg.corroborate.evidence import load
from kg.corroborate.links import Links
from kg.corroborate.verdict import case_of
from kg.store import open_graph

Value = TypeVar("Value")


def timed(name: str, work: Callable[[], Value]) -> Value:
    """Do a piece of work, and print how long it took by the clock and in processor time, and the memory used so far."""
    started, used = time.perf_counter(), time.process_time()
    value = work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    clock, processor = time.perf_counter() - started, time.process_time() - used
    print(f"{name:36} {clock:8.1f} s   processor {processor:8.1f} s   {memory:5.2f} GB", flush=True)
    return value


def main() -> None:
    """Read the evidence, compare the claims, and weigh each of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    with open_graph(parser.parse_args().graph, read_only=True) as view:
        started = time.perf_counter()
        evidence = timed("evidence read", lambda: load(view))
        links = timed("claims compared", lambda: sum(1 for _ in Links(evidence).pairs()))
        verdicts = timed(
            "claims weighed", lambda: Counter(case_of(evidence, claim).verdict for claim in evidence.claims)
        )
        print(f"{'all':36} {time.perf_counter() - started:8.1f} s")
    print(f"{len(evidence.testimonies):,} statements, {len(evidence.claims):,} claims, {links:,} links between them")
    print(", ".join(f"{verdict} {count:,}" for verdict, count in verdicts.most_common()))


if __name__ == "__main__":
    main()
