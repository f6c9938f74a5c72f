"""Every format writes what its golden files hold.

Those of a format are in `tests/cases/export/NAME/`, one for each view.
"""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import UnknownFormatError, UsageError
from kg.export import EXPORTERS, OF_ONE_CLAIM, exporter
from kg.export.selection import Selection

CASES = Path(__file__).parents[2] / "cases" / "export"
Written = Callable[..., bytes]
VIEWS = [
    (name, shape) for name in EXPORTERS.names() for shape in exporter(name).shapes if (CASES / name / shape).exists()
]
FILES = [
    (name, path.name.partition(".")[0])
    for name in EXPORTERS.names()
    for path in sorted((CASES / name).glob(f"*{exporter(name).suffix}"))
]


@pytest.mark.parametrize(("name", "shape"), FILES)
def test_writes_the_view_that_the_golden_file_holds(name: str, shape: str, written: Written) -> None:
    """The file is named after the view."""
    golden = CASES / name / f"{shape}{exporter(name).suffix}"
    assert written(name, Selection(shape=shape)).decode() == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "shape"), VIEWS)
def test_packs_the_files_that_the_golden_folder_holds(name: str, shape: str, written: Written) -> None:
    """A zip is compared file by file."""
    with zipfile.ZipFile(io.BytesIO(written(name, Selection(shape=shape)))) as archive:
        found = {entry: archive.read(entry).decode() for entry in archive.namelist()}
    assert found == {path.name: path.read_text(encoding="utf-8") for path in (CASES / name / shape).iterdir()}


@pytest.mark.parametrize("name", EXPORTERS.names())
def test_writing_twice_gives_the_same_bytes(name: str, written: Written) -> None:
    """Nothing of the clock or of chance is in a file."""
    for shape in exporter(name).shapes:
        if shape not in OF_ONE_CLAIM:
            assert written(name, Selection(shape=shape)) == written(name, Selection(shape=shape))


def test_a_wrong_format_is_answered_with_the_nearest() -> None:
    """All formats are listed."""
    with pytest.raises(UnknownFormatError, match=r"no exporter named 'gefx'; did you mean 'gexf'\? \(have: .*gexf"):
        exporter("gefx")


def test_a_view_that_a_format_does_not_have_is_refused(written: Written) -> None:
    """Those that it has are listed; a view of one claim asks for the claim."""
    with pytest.raises(UsageError, match="csv cannot write the view 'sources'; it has: full"):
        written("csv", Selection(shape="sources"))
    with pytest.raises(UsageError, match="--view evidence shows one claim; name it with --claim ID"):
        written("dot", Selection(shape="evidence"))
