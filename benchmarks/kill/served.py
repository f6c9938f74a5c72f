"""Kills `kg serve --write` while documents are sent to it, and looks at what is left of the graph.

python benchmarks/kill/served.py --kills 100
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Timer
from urllib.parse import urlsplit

from articles import contents, parts
from run import Tally, statements

from kg.pipeline import ingest
from kg.store import create, open_graph

TOKEN = "only-for-this-benchmark"  # noqa: S105 (of a server on loopback that lives for seconds)
SPEAKERS = ("Mayor Ada Brook", "Captain Olaf Trent", "Minister Vera Lund", "Spokesman Igor Pell")
DEEDS = ("the garrison had left the old dam", "the bridge at Orm was closed", "12 people were killed in Vell")
DOCUMENTS = 10


@dataclass
class Served(Tally):
    """What was seen over all kills; what was answered for must be there."""

    answered: int = 0
    forgotten: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing was torn, lost or forgotten."""
        return super().clean and not self.forgotten

    def __str__(self) -> str:
        return (
            f"{super().__str__()}\n"
            f"documents answered for       {self.answered}\n"
            f"of them not in the graph     {self.forgotten}"
        )


def write_articles(folder: Path) -> list[Path]:
    """Make up some articles that share speakers and claims."""
    files = []
    for number in range(DOCUMENTS):
        said = (f"{SPEAKERS[(number + n) % 4]} said on Monday that {DEEDS[(number * n) % 3]}." for n in range(3))
        head = f"---\npublisher: Courier {number % 3}\npublished: 2031-03-{number + 10}\nurl: https://c.example/{number}\n---\n"
        files.append(folder / f"{number}.md")
        files[-1].write_text(head + "\n\n".join(said) + "\n", encoding="utf-8")
    return files


def start(path: Path) -> tuple[subprocess.Popen[str], int]:
    """Start a server and wait until it answers."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "--graph", str(path)]
    environment = {**os.environ, "KG_TOKEN": TOKEN}
    process = subprocess.Popen(
        [*command, "serve", "--write", "--port", "0"], stderr=subprocess.PIPE, text=True, env=environment
    )
    line = process.stderr.readline()  # type: ignore[union-attr]
    return process, urlsplit(line.split()[-1]).port or 0


def send(port: int, files: list[Path]) -> Iterator[str]:
    """Send articles one by one; gives the documents that the server says it stored, until it is gone."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "text/markdown"}
    with suppress(OSError, HTTPException):
        for file in files:
            connection = HTTPConnection("127.0.0.1", port, timeout=120)
            connection.request("POST", "/ingest", file.read_bytes(), headers)
            answer = connection.getresponse()
            body = answer.read()
            connection.close()
            if answer.status != 200:
                raise RuntimeError(f"{answer.status} {body.decode()}")
            yield from json.loads(body)["stored"]


def descendants(process: int) -> Iterator[int]:
    """Give a process and all that it started, the youngest first."""
    with suppress(FileNotFoundError):
        for file in Path(f"/proc/{process}/task").glob("*/children"):
            for child in file.read_text(encoding="ascii").split():
                yield from descendants(int(child))
    yield process


def kill(process: subprocess.Popen[str]) -> None:
    """End a server and its workers in the middle of whatever they do."""
    everyone = list(descendants(process.pid))
    for each in everyone:
        with suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)
    process.wait()
    while any(Path(f"/proc/{each}").exists() for each in everyone):
        time.sleep(0.01)


def run(kills: int, seed: int) -> Served:
    """Kill as many servers as asked, each on a graph of its own, and repeat each ingest to its end."""
    tally = Served()
    with suppress(KeyboardInterrupt):  # what was seen by then is told
        run_into(tally, kills, random.Random(seed))
    return tally


def run_into(tally: Served, kills: int, moments: random.Random) -> None:
    """Kill servers and count what is seen."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write_articles(folder)
        create(folder / "empty").close()
        shutil.copytree(folder / "empty", folder / "reference")
        process, port = start(folder / "reference")
        list(send(port, files[:1]))  # the parser is loaded only now
        began = time.perf_counter()
        list(send(port, files[1:]))
        duration = time.perf_counter() - began
        process.terminate()
        process.wait()
        with open_graph(folder / "reference", read_only=True) as whole:
            complete, documents = contents(whole), parts(whole)
        while tally.kills < kills:
            path = folder / f"{tally.kills}-{moments.random()}"
            shutil.copytree(folder / "empty", path)
            process, port = start(path)
            answered = list(send(port, files[:1]))
            timer = Timer(duration * moments.random(), kill, [process])
            timer.start()
            answered += send(port, files[1:])
            timer.join()
            with open_graph(path, read_only=True) as view:
                found, base = parts(view), view.base
            tally.kills += 1
            tally.opened += 1
            tally.documents += len(found)
            tally.torn += sum(documents[document] != part for document, part in found.items())
            tally.answered += len(answered)
            tally.forgotten += sum(base + each.replace(":", "/", 1) not in found for each in answered)
            with open_graph(path) as store:
                list(ingest(map(str, files), store))
                kept = contents(store)
            tally.lost += len(statements(complete) - statements(kept))
            tally.torn += kept != complete
            shutil.rmtree(path)


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    tally = run(options.kills, options.seed)
    print(tally)
    return 0 if tally.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
