"""Every reader and export format keeps what a registry asks of it, also those that are added later."""

from importlib import import_module
from pathlib import Path

import pytest

from kg.export import EXPORTERS
from kg.intake import IMPORTERS
from kg.registry import Registry

CASES = Path(__file__).parent / "cases"
READERS: Registry[object] = Registry("reader", package="kg.ingest", group="kg.readers")
ALL = [(registry, name) for registry in (READERS, EXPORTERS, IMPORTERS) for name in registry.names()]


@pytest.mark.parametrize(("registry", "name"), ALL, ids=lambda value: value if isinstance(value, str) else value.kind)
def test_each_is_explained_and_defines_what_it_must(registry: Registry[object], name: str) -> None:
    """Its module has a docstring, and the object of its kind does what the kind does."""
    assert import_module(f"{registry.package}.{name}").__doc__
    found = registry.get(name)
    assert callable(getattr(found, {"reader": "read", "exporter": "write", "importer": "read"}[registry.kind]))


@pytest.mark.parametrize("name", EXPORTERS.names())
def test_each_format_has_an_ending_a_media_type_and_a_case(name: str) -> None:
    """The page, pictures and the binary table have tests of their own in place of golden files."""
    format_ = EXPORTERS.get(name)
    assert format_.suffix.startswith(".")
    assert "/" in format_.media_type
    assert format_.shapes
    golden = [*(CASES / "export" / name).glob("*")]
    assert name in {"html", "parquet", "png", "svg"} or any(path.exists() for path in golden)


@pytest.mark.parametrize("name", READERS.names())
def test_each_reader_has_a_case(name: str) -> None:
    """Some file in tests/cases/ingest/ is read by it."""
    endings = {"text": {".txt", ".md"}}.get(name, {f".{name}"})
    assert endings & {path.suffix for path in (CASES / "ingest").iterdir()}


def test_no_two_formats_share_an_ending() -> None:
    """An ending names one format."""
    endings = [EXPORTERS.get(name).suffix for name in EXPORTERS.names()]
    assert len(endings) == len(set(endings))
