"""Asks a served graph the named queries from many clients at once, and the engine itself the same, without HTTP.

python benchmarks/serve/run.py --seconds 120 --clients 32
"""

import argparse
import itertools
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from multiprocessing import get_context
from pathlib import Path
from threading import Thread
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox

from kg.corroborate.derive import derive
from kg.query.bind import bind
from kg.query.catalog import load
from kg.serve.formats import known_prefixes
from kg.store import View, create, open_graph

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
from generator import World

SEED = 7
GENERATORS = 4  # processes that the clients are spread over
ENGINES = 4  # processes that ask the engine: as many as the server has for short queries
THINGS = 40  # of a kind are asked about

Ask = tuple[str, dict[str, str]]


# --- what is asked -----------------------------------------------------------------------------------------------


def mix(view: View, count: int) -> list[Ask]:
    """Choose questions as a newsroom would ask them: mostly of one source or one claim, sometimes of a time or all."""
    chance = random.Random(SEED)
    sources = _some(view, "SELECT ?x { ?s prov:wasAttributedTo ?x ; kg:claim ?c } GROUP BY ?x ORDER BY ?x")
    claims = _some(view, "SELECT ?x { ?s kg:claim ?x } GROUP BY ?x ORDER BY ?x")
    places = _some(view, "SELECT ?x { ?c a kg:Claim ; kg:place ?x } GROUP BY ?x ORDER BY ?x")
    kinds: Sequence[tuple[int, Callable[[], Ask]]] = (
        (30, lambda: ("sources-of-claim", {"claim": chance.choice(claims)})),
        (25, lambda: ("statements-by-source", {"source": chance.choice(sources)})),
        (15, lambda: ("statements-about", {"thing": chance.choice(places)})),
        (10, lambda: ("carriers-of-speaker", {"speaker": chance.choice(sources)})),
        (10, lambda: ("changed-position", {"source": chance.choice(sources)})),
        (10, lambda: ("admissions-against-interest", {})),
    )
    weights = [weight for weight, _ in kinds]
    return [chance.choices(kinds, weights)[0][1]() for _ in range(count)]


def _some(view: View, sparql: str) -> list[str]:
    answer = view.query(sparql)
    assert isinstance(answer, ox.QuerySolutions)  # noqa: S101
    everything = [row["x"].value for row in answer]
    return random.Random(SEED).sample(everything, min(THINGS, len(everything)))


# --- the engine itself -------------------------------------------------------------------------------------------


def engine(path: str, asked: Sequence[Ask], seconds: float) -> int:
    """Ask the engine in this process, with answers written as JSON; says how many questions it answered."""
    view = open_graph(path, read_only=True)
    texts = [bind(view, load(name), values) for name, values in asked]
    prefixes = known_prefixes(view.base)
    until, done = time.monotonic() + seconds, 0
    for text in itertools.cycle(texts):
        if time.monotonic() > until:
            break
        results = view.inner.query(text, prefixes=prefixes)
        assert isinstance(results, ox.QuerySolutions)  # noqa: S101
        results.serialize(format=ox.QueryResultsFormat.JSON)
        done += 1
    return done


def engines(path: Path, asked: Sequence[Ask], seconds: float) -> int:
    """Ask in several processes; says how many questions were answered."""
    with get_context("spawn").Pool(ENGINES) as pool:
        pool.starmap(engine, [(str(path), asked[:20], 0.1)] * ENGINES)  # once for the caches
        return sum(pool.starmap(engine, [(str(path), asked, seconds)] * ENGINES))


# --- the server --------------------------------------------------------------------------------------------------


@dataclass
class Load:
    """What the clients of one process saw."""

    seconds: list[float]
    failures: Counter[str]


def clients(port: int, asked: Sequence[Ask], seconds: float, count: int, first: int) -> Load:
    """Ask from some clients at once, each on a connection of its own that it keeps."""
    load_ = Load([], Counter())
    paths = [f"/queries/{quote(name)}?{urlencode(values)}" for name, values in asked]
    until = time.monotonic() + seconds

    def client(number: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        for path in itertools.cycle(paths[number:] + paths[:number]):
            began = time.perf_counter()
            if time.monotonic() > until:
                return
            try:
                connection.request("GET", path, headers={"Accept": "application/sparql-results+json"})
                response = connection.getresponse()
                response.read()
                if response.status != 200:
                    load_.failures[f"{response.status} {path.partition('?')[0]}"] += 1
            except OSError as error:
                load_.failures[repr(error)] += 1
                connection.close()
            load_.seconds.append(time.perf_counter() - began)

    threads = [Thread(target=client, args=((first + number) * 37 % len(paths),)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return load_


def served(port: int, asked: Sequence[Ask], seconds: float, count: int) -> Load:
    """Ask a server from many clients."""
    share = count // GENERATORS
    with get_context("spawn").Pool(GENERATORS) as pool:
        pool.starmap(clients, [(port, asked[:40], 0.5, share, 0)] * GENERATORS)  # once for the caches
        parts = pool.starmap(clients, [(port, asked, seconds, share, share * n) for n in range(GENERATORS)])
    return Load(
        [each for part in parts for each in part.seconds],
        sum((part.failures for part in parts), Counter[str]()),
    )


class _server:  # noqa: N801 (a context manager that reads as a function)
    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-c", "from kg.cli import main; main()", "--graph", str(path), "serve", "--port=0"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def __enter__(self) -> int:
        line = self._process.stderr.readline()  # type: ignore[union-attr]
        return urlsplit(line.split()[-1]).port or 0

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()


# --- the whole -----------------------------------------------------------------------------------------------------


def made(folder: Path, statements: int) -> Path:
    """Make up a graph."""
    path = folder / "made.kg"
    with create(path) as store:
        World(statements).write(store)
        derive(store)
    return path


def report(load_: Load, bare: int, seconds: float) -> Iterator[str]:
    """Word what was measured in as many seconds with the server as with the engine."""
    times = sorted(load_.seconds)
    chosen = (times[len(times) // 2], times[len(times) * 99 // 100], times[-1])
    yield f"questions over HTTP     {len(times)}, {len(times) / seconds:.0f} a second"
    yield f"errors                  {load_.failures.total()}"
    yield f"questions, engine alone {bare}, {bare / seconds:.0f} a second"
    yield f"ratio                   {len(times) / bare:.2f}"
    yield f"median, p99, longest    {', '.join(f'{each * 1000:.0f}' for each in chosen)} ms"
    yield from (f"  {count} times {what}" for what, count in load_.failures.most_common(5))


def main() -> int:
    """Measure the engine and the server by turns, so that what else the machine does falls on both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--statements", type=int, default=1000, help="of the graph that is made up")
    parser.add_argument("--graph", type=Path, help="a graph that is there already, instead")
    options = parser.parse_args()
    turn = options.seconds / options.rounds
    load_, bare = Load([], Counter()), 0
    with tempfile.TemporaryDirectory() as name:
        path = options.graph or made(Path(name), options.statements)
        view = open_graph(path, read_only=True)
        asked = mix(view, 500)
        view.close()
        with _server(path) as port:
            for _ in range(options.rounds):
                bare += engines(path, asked, turn)
                part = served(port, asked, turn, options.clients)
                load_.seconds += part.seconds
                load_.failures += part.failures
    print("\n".join(report(load_, bare, options.seconds)))
    return 1 if load_.failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
