"""Times questions put to a large graph; see README.md."""

import argparse
import platform
import random
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from generator import World

from kg.inquiry import Inquiry
from kg.store import create, open_graph

QUESTIONS = 60
LIMIT = 150  # milliseconds, for the median of warm answers


def milliseconds(inquiry: Inquiry, question: str) -> float:
    """Time one answer."""
    started = time.perf_counter()
    inquiry.corroborate(question).to_json()
    return 1000 * (time.perf_counter() - started)


def report(name: str, times: list[float]) -> None:
    """Print the middle and the tail of some times."""
    ordered = sorted(times)
    middle, tail = statistics.median(ordered), ordered[int(0.95 * len(ordered))]
    print(f"{name:28} median {middle:7.1f} ms   95 % under {tail:7.1f} ms   x{middle / LIMIT:.2f} of {LIMIT} ms")


def main() -> None:
    """Make a graph, open it, and ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    size = parser.parse_args().statements
    print(f"{platform.python_implementation()} {platform.python_version()}, {size:,} statements")
    world = World(size)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.kg"
        started = time.perf_counter()
        with create(path) as store:
            world.write(store)
        print(f"{'written in':28} {time.perf_counter() - started:14.1f} s")
        with open_graph(path, read_only=True) as view:
            started = time.perf_counter()
            inquiry = Inquiry(view)
            print(f"{'opened in':28} {time.perf_counter() - started:14.1f} s")
            started = time.perf_counter()
            inquiry.corroborate(world.claims[0].text)
            print(f"{'first answer in':28} {time.perf_counter() - started:14.1f} s")
            asked = random.Random(2).sample(world.claims, QUESTIONS)
            known = [claim.id for claim in asked if claim.id in inquiry.evidence.claims]
            report("by the id of a claim", [milliseconds(inquiry, name) for name in known])
            report("in words", [milliseconds(inquiry, claim.text) for claim in asked])
            heard = world.claims[:10]  # what most statements are about
            report("in words, most heard", [milliseconds(inquiry, claim.text) for claim in heard])
    print(f"{'peak memory':28} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:14.0f} MB")


if __name__ == "__main__":
    main()
