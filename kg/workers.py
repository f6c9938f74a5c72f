"""Reads documents in one process or in several, in the order in which they came."""

import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

from kg.errors import UnreadableError
from kg.model import Document, Reading
from kg.tools import Recipe, Tools, Understood

DOCUMENTS_PER_JOB = 16  # how many documents of a batch each process gets; bounds what is in memory

_tools: Tools | None = None  # of a worker process


def _start(recipe: Recipe) -> None:
    global _tools  # noqa: PLW0603 (the one way to keep a parser loaded in a pool's process)
    _tools = Tools(recipe)


def _in_worker(document: Document | Reading) -> Understood | UnreadableError:
    assert _tools is not None, "a worker is started by _start"  # noqa: S101
    return _attempt(_tools, document)


def _attempt(tools: Tools, item: Document | Reading) -> Understood | UnreadableError:
    """Read a document, unless it was read; a fault of kg's own costs that document, not the others."""
    document = item.document if isinstance(item, Reading) else item
    try:
        return tools.understand_reading(item) if isinstance(item, Reading) else tools.understand(item)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
        return UnreadableError(f"{document.location}: kg itself failed on this document ({fault}); please report it")


@contextmanager
def _mapper(
    tools: Tools, jobs: int
) -> Iterator[Callable[[list[Document | Reading]], Iterator[Understood | UnreadableError]]]:
    if jobs == 1:
        yield lambda documents: map(partial(_attempt, tools), documents)
        return
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(tools.recipe,)) as pool:
        yield lambda documents: pool.map(_in_worker, documents)


def understand(
    documents: Iterable[Document | Reading | UnreadableError],
    tools: Tools,
    *,
    jobs: int = 1,
    known: Callable[[Document | Reading], bool] = lambda _: False,
) -> Iterator[Understood | Document | Reading | UnreadableError]:
    """Read each new document; those that are known, and what could not be read, are passed on as they are."""
    source = iter(documents)
    with _mapper(tools, jobs) as read:
        while batch := list(islice(source, jobs * DOCUMENTS_PER_JOB)):
            new = {
                place: item
                for place, item in enumerate(batch)
                if isinstance(item, Document | Reading) and not known(item)
            }
            understood = dict(zip(new, read(list(new.values())), strict=True))
            for place, item in enumerate(batch):
                yield understood.get(place, item)
