"""Kills `kg ingest` over real articles at random moments: the whole road, parser and all.

python benchmarks/kill/articles.py --kills 20
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyoxigraph import NamedNode, Quad
from run import Tally, statements

from kg.rdf.vocab import KG, PROV, RDF, SCHEMA
from kg.resources import folder
from kg.store import View, create, open_graph

SEEDS = folder("seeds") / "mosul-2016"
SPANS = (KG.sourceSpan, KG.cueSpan, KG.contentSpan)
DERIVED = (
    KG.origin, KG.interest, KG.verdict, KG.originCount, KG.partOf, KG.carriedBy, KG.stale, PROV.generatedAtTime,
)  # fmt: skip


def command(path: Path, *words: str) -> list[str]:
    """Word a call of kg on a graph."""
    return [str(Path(sys.executable).with_name("kg")), "--graph", str(path), *words]


def ingest(path: Path) -> subprocess.Popen[bytes]:
    """Start to ingest the articles."""
    words = command(path, "ingest", str(SEEDS / "articles"))
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def finish(path: Path) -> float:
    """Ingest the articles to the end and time it from the first text that is written."""
    child = ingest(path)
    await_first_text(path, child)
    began = time.perf_counter()
    if child.wait() != 0:
        raise RuntimeError(f"{path}: the ingest fails though nobody kills it")
    return time.perf_counter() - began


def await_first_text(path: Path, child: subprocess.Popen[bytes]) -> None:
    """Wait until the ingest begins to write: before that, the parser is loaded and nothing can be torn."""
    while child.poll() is None and not any((path / "text").iterdir()):
        time.sleep(0.001)


def contents(view: View) -> frozenset[Quad]:
    """Give all that a graph holds, but for what the clock put in and what waits to be derived."""
    return frozenset(quad for quad in view.quads() if quad.predicate not in DERIVED)


def parts(view: View) -> dict[str, tuple[frozenset[Quad], str | None]]:
    """Give what belongs to each document: itself, its run, its statements, their spans and triples, and its text."""
    found = {}
    for quad in view.quads(None, RDF.type, SCHEMA.NewsArticle):
        document = NamedNode(quad.subject.value)
        said = [each.subject for each in view.quads(None, PROV.wasQuotedFrom, document)]
        spans = [each.object for name in said for kind in SPANS for each in view.quads(name, kind)]
        claims = [each.object for name in said for each in view.quads(name, KG.claim)]
        runs = [each.subject for each in view.quads(None, PROV.used, document)]
        quads = {each for name in [document, *said, *spans, *runs] for each in view.quads(name)}
        quads |= {each for claim in claims for each in view.quads(graph=claim)}
        digest = next(view.quads(document, KG.textDigest)).object.value
        kept = frozenset(each for each in quads if each.predicate not in DERIVED)
        found[document.value] = (kept, view.text(digest))
    return found


def prepare(path: Path) -> None:
    """Make a graph with the entities that the articles speak of."""
    create(path).close()
    subprocess.run(command(path, "entities", "load", str(SEEDS / "entities.ttl")), check=True, capture_output=True)


def run(kills: int, seed: int) -> Tally:
    """Kill as many ingests as asked, each into a graph of its own, and repeat each to its end."""
    moments = random.Random(seed)
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        empty, reference = Path(name) / "empty", Path(name) / "reference"
        prepare(empty)
        shutil.copytree(empty, reference)
        duration = finish(reference)
        whole = open_graph(reference, read_only=True)
        complete, documents = contents(whole), parts(whole)
        while tally.kills < kills:
            path = Path(name) / f"{tally.kills}-{moments.random()}"
            shutil.copytree(empty, path)
            child = ingest(path)
            await_first_text(path, child)
            time.sleep(duration * moments.random() ** 4)  # most of the writing is done early: documents come in batches
            child.kill()
            if child.wait() == 0:
                continue
            tally.kills += 1
            found = parts(open_graph(path, read_only=True))
            tally.opened += 1
            tally.documents += len(found)
            tally.torn += sum(documents[document] != part for document, part in found.items())
            finish(path)
            kept = contents(open_graph(path, read_only=True))
            tally.lost += len(statements(complete) - statements(kept))
            tally.torn += kept != complete
    return tally


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    tally = run(options.kills, options.seed)
    print(tally)
    return 0 if tally.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
