"""Large changes are made to a copy of a graph, which takes the graph's place whole or not at all.

The copy is a folder within the graph's. The swap is two renames: a kill between them leaves no `store/` but a finished
`store.new/`, which the next that opens the graph puts in its place.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import RdfFormat

from kg.errors import GraphError, UnreadableError
from kg.store.location import Location, find
from kg.store.oxigraph import OxigraphStore, open_graph
from kg.store.texts import sync_folder


@contextmanager
def staged(path: Path) -> Iterator[Location]:
    """Give the place of a copy of a graph, which takes the graph's when the block ends well; nobody else can write."""
    location = find(path)
    copy = location.copy
    with open_graph(path) as store:
        try:
            copy.path.mkdir()
            store.inner.backup(copy.store)
            yield copy
            store.close()  # RocksDB removes at its end what it does not know in a folder of that name
            _swap(copy, location)
        except OSError as error:
            raise GraphError(f"{path} cannot be written ({error}); nothing was changed") from error
        finally:
            location.clear_leftovers()


def _swap(copy: Location, location: Location) -> None:
    """Put the copy in place; what was made from the old graph goes first, never to be taken for the new one's."""
    made = ((copy.table, location.table), (copy.words, location.words))
    for _, target in made:
        target.unlink(missing_ok=True)
    copy.store.rename(location.store_new)
    sync_folder(location.path)
    location.store.rename(location.store_old)
    location.store_new.rename(location.store)
    sync_folder(location.path)
    for source, target in made:
        if source.exists():
            source.rename(target)


def bulk_load(store: OxigraphStore, file: Path) -> None:
    """Load a file of RDF with the loader of the database; raises UnreadableError with file and line.

    Where that happens, what came before it is loaded: load into a copy. What the file names without saying where it
    is, is where the file is (RFC 3986, 5.1.3).
    """
    form = RdfFormat.from_extension(file.suffix.removeprefix("."))
    if form is None:
        raise UnreadableError(f"{file}: no RDF by its name; name it .trig, .nq, .ttl, .nt, .rdf or .jsonld")
    try:
        store.inner.bulk_load(path=str(file), format=form, base_iri=file.resolve().as_uri())
    except SyntaxError as error:
        raise UnreadableError(f"{file}:{error.lineno}: {_plain(error)}; nothing was loaded") from error
    except FileNotFoundError as error:
        raise UnreadableError(f"{file}: there is no such file") from error


def _plain(error: SyntaxError) -> str:
    """Give what a parser found without where, which is said already."""
    return str(error.msg).partition(": ")[2] or str(error.msg)
