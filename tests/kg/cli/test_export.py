"""`kg export` refuses what it cannot do, and takes a part of a graph out."""

import io
import sys
from pathlib import Path

import pytest

from kg.cli import export_
from kg.errors import UsageError
from kg.export import EXPORTERS, exporter
from tests.kg.cli.conftest import kg, refused


def test_lists_all_formats(seeded: Path) -> None:
    """With their endings and views."""
    listed = kg(seeded, "export", "--list").stdout
    for name in EXPORTERS.names():
        assert f"{name}  " in listed
        assert f"FILE{exporter(name).suffix}; views: {', '.join(exporter(name).shapes)}" in listed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Error: name a format; list them: kg export --list"),
        (("gefx",), "did you mean 'gexf'?"),
        (("csv", "--view", "sources"), "csv cannot write the view 'sources'; it has: full"),
        (("dot", "--view", "evidence"), "name it with --claim ID"),
        (("dot", "--since", "2017", "--until", "2016"), "--since 2017 is after --until 2016; swap them"),
        (("dot", "--since", "soon"), "--since: 'soon' is no date; write 2016, 2016-11 or 2016-11-17"),
        (("dot", "--param", "a=b"), "--param is a parameter of --query; name the query"),
        (("dot", "--query", "denials", "--param", "b"), "--param takes name=value, not 'b'"),
        (("dot", "--party", "Nobody"), "the graph has no party called 'Nobody'"),
    ],
)
def test_says_what_is_wrong(seeded: Path, arguments: tuple[str, ...], said: str) -> None:
    """In one line, with the cure."""
    assert said in refused(seeded, "export", *arguments)


class Screen(io.StringIO):
    """A stdout that says whether it is a terminal."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        """Say so."""
        return self._terminal


def test_bytes_are_not_written_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text is; and bytes to a pipe or a file."""
    monkeypatch.setattr(sys, "stdout", Screen(terminal=True))
    with pytest.raises(UsageError, match=r"parquet is no text for a terminal; add -o FILE\.parquet"):
        export_.check_target("parquet", exporter("parquet"), None)
    export_.check_target("parquet", exporter("parquet"), "said.parquet")
    export_.check_target("csv", exporter("csv"), None)
    monkeypatch.setattr(sys, "stdout", Screen(terminal=False))
    export_.check_target("parquet", exporter("parquet"), None)


def test_a_part_is_taken_in_again(seeded: Path, tmp_path: Path) -> None:
    """What `kg export` writes of a side, `kg import` reads into another graph."""
    part, other = tmp_path / "part.nq", tmp_path / "other.kg"
    kg(seeded, "export", "nquads", "--party", "Islamic State", "-o", part)
    kg(other, "init")
    kg(other, "import", part)
    kg(other, "export", "nquads", "-o", tmp_path / "again.nq")
    lines = set(part.read_text(encoding="utf-8").splitlines())
    observed = {line for line in lines if "#contentSpan>" in line or "#claim>" in line}
    assert observed <= set((tmp_path / "again.nq").read_text(encoding="utf-8").splitlines())
    assert len(observed) > 20
