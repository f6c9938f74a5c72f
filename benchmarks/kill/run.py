"""Kills an ingest at random moments and looks at what is left of the graph.

python benchmarks/kill/run.py --kills 100
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg.errors import GraphError
from kg.iris import Minter
from kg.model import Agent, Claim, Document, Reading, Resolution, Run, Span, Stance, Statement
from kg.rdf.documents import text_digest
from kg.rdf.vocab import KG, PROV
from kg.rdf.write import to_quads
from kg.store import Found, View, create, open_graph

MINTER = Minter()
MAKERS = ("reader 1", "reader 2")  # the second reads every document anew, in place of the first
DOCUMENTS = 40
STATEMENTS = 6
PLACES = 25  # documents share claims


# --- the ingest that is killed ---------------------------------------------------------------------


def document(number: int) -> Document:
    """Make up a document."""
    text = f"Report {number}. " + " ".join(f"Speaker {n} said that place {n} was lost." for n in range(60))
    url = f"https://courier.example/{number}"
    return Document(id=MINTER.document(url, None, text), text=text, url=url)


@cache
def quads(number: int, maker: str) -> frozenset[Quad]:
    """Make up what a maker finds in a document; the second finds other claims than the first."""
    found = document(number)
    shift = MAKERS.index(maker)
    places = [(number + n + shift) % PLACES for n in range(STATEMENTS)]
    agents = tuple(Agent(id=MINTER.hashed("agent", place), name=f"Speaker {place}") for place in places)
    claims = tuple(_claim(place) for place in places)
    run = Run(
        id=MINTER.hashed("run", found.id, maker),
        document=found.id,
        maker=maker,
        generated_at=datetime(2020, 1, 1, tzinfo=UTC),
    )
    statements = tuple(
        Statement(
            id=MINTER.statement(found.id, (Span(n, n + 5),), (Span(n + 5, n + 9),)),
            document=found.id,
            source=agent.id,
            mentioned_as=agent.id,
            claim=claim.id,
            stance=Stance.ASSERTS,
            affirms=True,
            source_spans=(Span(n, n + 5),),
            content_spans=(Span(n + 5, n + 9),),
        )
        for n, (agent, claim) in enumerate(zip(agents, claims, strict=True))
    )
    resolution = Resolution(agents=agents, claims=claims, statements=statements)
    return frozenset(to_quads(Reading(document=found), resolution, run, MINTER))


def _claim(place: int) -> Claim:
    parts = (MINTER.named("party", "town"), MINTER.named("relation", "lost"), MINTER.named("place", str(place)))
    return Claim(
        id=MINTER.hashed("claim", *parts),
        text=f"place {place} was lost",
        subject=parts[0],
        predicate=parts[1],
        object=parts[2],
        labels={parts[0]: "Town", parts[2]: f"Place {place}"},
    )


def ingest(path: Path) -> None:
    """Put all documents into the graph by the first maker, then by the second, passing over what is known."""
    with open_graph(path) if (path / "graph.toml").exists() else create(path) as store:
        for maker in MAKERS:
            for number in range(DOCUMENTS):
                found = document(number)
                if not any(store.ingested(found.id, known) for known in MAKERS[MAKERS.index(maker) :]):
                    store.add_documents([Found(found.id, quads(number, maker), found.text)])


# --- what is left of it ---------------------------------------------------------------------------


@dataclass
class Tally:
    """What was seen over all kills."""

    kills: int = 0
    opened: int = 0
    documents: int = 0
    torn: int = 0
    lost: int = 0

    @property
    def clean(self) -> bool:
        """Whether every graph opened and nothing was torn or lost."""
        return self.opened == self.kills and not self.torn and not self.lost

    def __str__(self) -> str:
        return (
            f"kills                        {self.kills}\n"
            f"graphs that opened           {self.opened}\n"
            f"documents in them            {self.documents}\n"
            f"torn documents               {self.torn}\n"
            f"statements lost after repeat {self.lost}"
        )


def facts(view: View) -> frozenset[Quad]:
    """Give all quads but the mark that what is derived is stale."""
    return frozenset(quad for quad in view.quads() if quad.predicate != KG.stale)


def whole(view: View, number: int, kept: frozenset[Quad]) -> frozenset[Quad] | None:
    """Give the quads of a document that is whole, by one maker or the other, with its text; None if it is torn."""
    found = document(number)
    if view.text(text_digest(found.text)) != found.text:
        return None
    makers = [maker for maker in MAKERS if view.ingested(found.id, maker)]
    wanted = quads(number, makers[0]) if len(makers) == 1 else frozenset()
    return wanted if wanted and wanted <= kept else None


def inspect(path: Path, tally: Tally) -> None:
    """Open a graph after a kill and count its documents, whole and torn; what belongs to no document is torn too."""
    if not (path / "graph.toml").exists():  # killed before the graph was made: there is nothing to open, or to lose
        tally.opened += 1
        return
    try:
        view = open_graph(path, read_only=True)
        kept = facts(view)
    except GraphError as error:
        print(f"{path}: {error}", file=sys.stderr)
        return
    tally.opened += 1
    present = [number for number in range(DOCUMENTS) if any(view.quads(NamedNode(document(number).id)))]
    found = [whole(view, number, kept) for number in present]
    tally.documents += len(found)
    tally.torn += found.count(None)
    stray = kept.difference(*(quads or () for quads in found))
    if stray and None not in found:
        print(f"{path}: {len(stray)} quads belong to no document", file=sys.stderr)
        tally.torn += 1


def statements(kept: Iterable[Quad]) -> set[str]:
    """Give the statements among quads."""
    return {str(quad.subject) for quad in kept if quad.predicate == PROV.wasQuotedFrom}


# --- the kills -----------------------------------------------------------------------------------------


def start(path: Path) -> subprocess.Popen[bytes]:
    """Start an ingest in another process and wait until it has begun."""
    command = [sys.executable, __file__, "--ingest", str(path)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    os.read(child.stdout.fileno(), 1)  # type: ignore[union-attr]
    return child


def undisturbed(folder: Path) -> float:
    """Time an ingest that nobody kills, after a first one for the caches."""
    for name in ("first", "second"):
        child = start(folder / name)
        began = time.perf_counter()
        if child.wait() != 0:
            raise RuntimeError("the ingest fails even when nobody kills it")
    return time.perf_counter() - began


def kill_once(path: Path, delay: float) -> bool:
    """Kill an ingest after a delay; tells whether it was still running."""
    child = start(path)
    time.sleep(delay)
    child.kill()
    return child.wait() != 0


def run(kills: int, seed: int) -> Tally:
    """Kill as many ingests as asked, each into a graph of its own, and repeat each to its end."""
    moments = random.Random(seed)
    tally = Tally()
    complete = frozenset().union(*(quads(number, MAKERS[-1]) for number in range(DOCUMENTS)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        duration = undisturbed(folder)
        while tally.kills < kills:
            path = folder / f"{tally.kills}-{moments.random()}"
            if not kill_once(path, moments.uniform(0, duration)):
                continue
            tally.kills += 1
            inspect(path, tally)
            ingest(path)
            view = open_graph(path, read_only=True)
            kept = facts(view)
            tally.lost += len(statements(complete) - statements(kept))
            tally.torn += kept != complete or any(whole(view, number, kept) is None for number in range(DOCUMENTS))
    return tally


def main() -> int:
    """Run the benchmark, or, with --ingest, the ingest that it kills."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--ingest", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.ingest:
        print("start", flush=True)
        ingest(options.ingest)
        return 0
    tally = run(options.kills, options.seed)
    print(tally)
    return 0 if tally.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
