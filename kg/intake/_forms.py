"""Finds the format of a file by its name and its first bytes."""

from pathlib import Path
from typing import Final

from kg.errors import UnreadableError
from kg.intake.base import Importer
from kg.registry import Registry

IMPORTERS: Final = Registry[Importer]("importer", package="kg.intake", group="kg.importers")
RDF_SUFFIXES = (".trig", ".nq", ".ttl", ".nt")  # of graphs of ours, unless a format finds its own in them
HEAD = 2**18  # bytes by which a format is told


def importer_of(path: Path, name: str | None = None) -> Importer | None:
    """Give the format of a file, or None for a graph of ours; raises UnreadableError where nothing fits.

    A name, as `--format` gives it, is taken at its word.
    """
    if name == "rdf":
        return None
    if name is not None:
        return _get(name)
    suffix, head = path.suffix.lower(), _head(path)
    importers = [_get(each) for each in IMPORTERS.names()]
    for each in importers:
        if suffix in each.suffixes and each.fits(head):
            return each
    if suffix in RDF_SUFFIXES:
        return None
    endings = sorted({each for importer in importers for each in importer.suffixes} | set(RDF_SUFFIXES))
    if suffix in endings:
        raise UnreadableError(
            f"{path}: nothing in it that kg can take in; say what it is with --format, or see kg import --help"
        )
    raise UnreadableError(f"{path}: no format by its name; name it {', '.join(endings)}, or say --format")


def _get(name: str) -> Importer:
    return IMPORTERS.get(name)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD)
    except FileNotFoundError as error:
        raise UnreadableError(f"{path}: there is no such file") from error
