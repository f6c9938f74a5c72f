"""Asks a large graph for little: the statements of a source, the sources of a claim, what was known of it by a day.

python benchmarks/store/points.py GRAPH
"""

import argparse
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pyoxigraph as ox

import kg
from kg.query.bind import bind
from kg.query.catalog import load
from kg.store.oxigraph import OxigraphStore
from kg.table import Table, open_table

SEED = 11
MOST = 100  # rows of an answer
ROUNDS = 5  # after one that warms up

Values = dict[str, str]


def questions(table: Table, count: int) -> dict[str, list[Values]]:
    """Choose what to ask: of sources and claims from the most to the least spoken of, while their answers are short."""
    chance = random.Random(SEED)
    days = [
        f"{day:%Y-%m-%d}" for (day,) in table.rows("SELECT DISTINCT published_from FROM statements ORDER BY ALL") if day
    ]
    claims = [{"claim": claim} for claim in _ranked(table, "claim", count)]
    return {
        "statements-by-source": [{"source": source} for source in _ranked(table, "source", count)],
        "sources-of-claim": claims,
        "known-as-of": [{**claim, "day": chance.choice(days)} for claim in claims],
    }


def _ranked(table: Table, column: str, count: int) -> list[str]:
    """Choose things by their rank: as many between rank 10 and 100 as between 100 and 1000, and so on."""
    (said,) = table.rows(f"SELECT list({column} ORDER BY {column}) FROM statements WHERE claim IS NOT NULL")  # noqa: S608
    things = Counter(said[0]).most_common()
    first = next(rank for rank, (_, n) in enumerate(things, start=1) if n <= MOST)
    steps = (first * (len(things) / first) ** (number / (count - 1)) for number in range(count))
    return [things[min(int(step), len(things)) - 1][0] for step in steps]


def timed(ask: Callable[[Values], int], values: Sequence[Values]) -> str:
    """Ask everything a few times over; words the median and the 99th percentile by the clock, and how many rows came.

    `best` is the median of the best that each question did: what it takes where nothing else is under way.
    """
    wall: list[list[float]] = [[] for _ in values]
    rows = []
    for number in range(ROUNDS + 1):
        for place, each in enumerate(values):
            began = time.perf_counter()
            rows.append(ask(each))
            if number:
                wall[place].append(time.perf_counter() - began)
    rows.sort()
    best, every = _shown([min(each) for each in wall]), _shown([time for each in wall for time in each])
    return f"{every}   best {best}   rows: median {rows[len(rows) // 2]}, most {rows[-1]}"


def _shown(seconds: list[float]) -> str:
    """Word a median and a 99th percentile in milliseconds."""
    ordered = sorted(each * 1000 for each in seconds)
    return f"median {ordered[len(ordered) // 2]:6.2f}, p99 {ordered[len(ordered) * 99 // 100]:7.2f} ms"


@contextmanager
def served(path: Path) -> Iterator[int]:
    """Serve a graph on some port."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "--graph", str(path), "serve", "--port=0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        line = process.stderr.readline()  # type: ignore[union-attr]
        yield urlsplit(line.split()[-1]).port or 0
    finally:
        process.terminate()
        process.wait()


def by_http(port: int, name: str) -> Callable[[Values], int]:
    """Ask a named query of a server, for CSV, on one connection."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(values: Values) -> int:
        connection.request("GET", f"/queries/{name}?{urlencode(values)}", headers={"Accept": "text/csv"})
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == 200, body  # noqa: S101
        return body.count(b"\r\n") - 1

    return ask


def by_engine(store: OxigraphStore, name: str) -> Callable[[Values], int]:
    """Ask the engine the same SPARQL, bound beforehand."""
    texts: dict[str, str] = {}

    def ask(values: Values) -> int:
        key = str(values)
        if key not in texts:
            texts[key] = bind(store, load(name), values)
        answer = store.query(texts[key])
        assert isinstance(answer, ox.QuerySolutions)  # noqa: S101
        return sum(1 for _ in answer)

    return ask


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--count", type=int, default=200, help="of the sources and of the claims that are asked about")
    options = parser.parse_args()
    with kg.open(options.graph, read_only=True) as graph, served(options.graph) as port:
        assert isinstance(graph.store, OxigraphStore)  # noqa: S101
        with open_table(graph.store) as table:
            asked = questions(table, options.count)
        for name, values in asked.items():
            print(f"{name:22} engine alone  {timed(by_engine(graph.store, name), values)}", flush=True)
            inside = timed(lambda each, name=name: len(graph.query(name, **each)), values)  # type: ignore[misc]
            print(f"{'':22} inside        {inside}", flush=True)
            print(f"{'':22} over HTTP     {timed(by_http(port, name), values)}", flush=True)


if __name__ == "__main__":
    main()
