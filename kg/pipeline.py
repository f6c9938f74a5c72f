"""The main path: read → extract → resolve → write as quads → store, then derive what follows from the whole."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg.corroborate.derive import derive
from kg.dates import PartialDate, now
from kg.errors import UnreadableError, UsageError
from kg.ingest import Hints, read_all
from kg.iris import Minter
from kg.model import AlsoNamed, Document, Entity, Iri, LiesIn, Listed, Problem, Reading, Run
from kg.rdf.documents import documents
from kg.rdf.entities import entity_quads, read_entities, superseded_quads
from kg.rdf.gazetteers import as_one, digest_of, read_gazetteer
from kg.rdf.write import to_quads
from kg.resolve.gazetteer import load
from kg.store import Found, Store
from kg.store.base import stale_quad
from kg.tools import Recipe, Tools, Understood
from kg.workers import understand

TOGETHER = 100  # documents whose lines go in at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one document: stored, passed over because it was known, or refused."""

    document: Iri | None = None
    location: str | None = None  # where it was read from
    statements: int = 0
    known: bool = False
    problems: tuple[Problem, ...] = ()
    publisher: str | None = None
    published: PartialDate | None = None
    error: UnreadableError | None = None


def ingest(
    paths: Iterable[str],
    store: Store,
    *,
    hints: Hints | None = None,
    nlp: str | None = None,
    jobs: int = 1,
    keep_text: bool = True,
) -> Iterator[Outcome]:
    """Read documents and store every statement found in them; a document is stored whole or not at all.

    What cannot be read is an outcome too, and the others still go in.
    What the same tools have read before is passed over.
    """
    tools = Tools(Recipe(entities=read_entities(store), minter=store.minter, places=store.places, nlp=nlp))
    arriving = read_all(paths, hints or Hints(), store.minter)
    met: set[Iri] = set()

    def known(item: Document | Reading) -> bool:
        document = item.document.id if isinstance(item, Reading) else item.id
        again = document in met or store.ingested(document, tools.version_for(item))
        met.add(document)
        return again

    for some in batched(understand(arriving, tools, jobs=jobs, known=known), tools.version):
        new = [each for each in some if isinstance(each, Understood)]
        if new:
            store.add_documents([written(each, store.minter, keep_text=keep_text) for each in new])
        yield from map(outcome, some)
    derive(store)


def batched(
    found: Iterable[Understood | Document | Reading | UnreadableError], version: str
) -> Iterator[list[Understood | Document | Reading | UnreadableError]]:
    """Give what one transaction takes: each text that was read now, but many that were read before."""
    batch: list[Understood | Document | Reading | UnreadableError] = []
    for each in found:
        batch.append(each)
        if len(batch) == TOGETHER or not isinstance(each, Understood) or each.version == version:
            yield batch
            batch = []
    if batch:
        yield batch


def outcome(found: Understood | Document | Reading | UnreadableError) -> Outcome:
    """Say what became of a document."""
    match found:
        case Understood(reading, resolution):
            return Outcome(
                document=reading.document.id,
                location=reading.document.location,
                statements=sum(1 for statement in resolution.statements if statement.claim),
                problems=reading.problems,
                publisher=reading.document.publisher,
                published=reading.document.published,
            )
        case Document():
            return Outcome(document=found.id, known=True)
        case Reading():
            return Outcome(document=found.document.id, known=True)
        case error:
            return Outcome(error=error)


def written(found: Understood, minter: Minter, *, keep_text: bool = True) -> Found:
    """Write all that was found in one document as quads, with the run that found it."""
    document = found.reading.document
    run = Run(
        id=minter.hashed("run", document.id, found.version),
        document=document.id,
        maker=found.version,
        generated_at=now(),
    )
    quads = to_quads(found.reading, found.resolution, run, minter)
    return Found(document.id, quads, document.text if keep_text else None)


def load_places(paths: Iterable[Path], store: Store, report: Callable[[str], None]) -> tuple[list[Entity], int]:
    """Put the places of gazetteers beside the graph, all or none; give the people and bodies listed, and how many rows.

    What is wrong with a line is reported.
    """
    if store.places is None:
        raise UsageError("places of lists are kept beside a graph on disk; load a Turtle file instead")
    others: list[Entity] = []

    def rows(path: Path) -> Iterator[Listed | LiesIn | AlsoNamed]:
        for row in read_gazetteer(path, report):
            if isinstance(row, Entity):
                others.append(row)
            else:
                yield row

    everything = list(paths)
    listed = chain.from_iterable(map(rows, everything))
    count = load(store.places, listed, [digest_of(path) for path in everything])
    return as_one(others), count


def load_entities(entities: Sequence[Entity], store: Store) -> int:
    """Add actors, parties and places, read the texts that the graph keeps again with them, and say how many.

    All texts go in again in one transaction, so that nothing of what was found before is left.
    """
    told = [*entity_quads(entities, store.minter), stale_quad(store.base)]
    store.replace(superseded_quads(store, entities, store.minter), told)
    kept = [document for document in documents(store.quads(), store.text) if document.text]
    if kept:
        tools = Tools(Recipe(entities=read_entities(store), minter=store.minter, places=store.places))
        store.add_documents(written(tools.understand(each), store.minter) for each in kept)
    derive(store)
    return len(kept)
