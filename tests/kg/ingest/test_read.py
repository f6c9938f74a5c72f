"""What reading promises: documents as their files state them, and errors that name file and line."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.dates import PartialDate
from kg.errors import UnreadableError
from kg.ingest import Hints, read_documents
from kg.ingest._read import READERS
from kg.ingest.base import MAX_BYTES
from kg.iris import Minter
from kg.model import Document

CASES = Path(__file__).parents[2] / "cases" / "ingest"
NAMES = sorted(path.name.removesuffix(".json") for path in CASES.glob("*.json"))
TEXT = "Police denied it.\n"


def read(*paths: object, **hints: Any) -> list[Document | UnreadableError]:
    """Read paths with hints."""
    return list(read_documents(map(str, paths), Hints(**hints), Minter()))


def texts(found: list[Document | UnreadableError]) -> list[str]:
    """Give the texts of documents, all of which must have been readable."""
    return [item.text for item in found if isinstance(item, Document) or pytest.fail(str(item))]


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str) -> None:
    """Every case file gives the documents and errors listed beside it."""
    wanted = json.loads((CASES / f"{name}.json").read_text())
    found = read(CASES / name)
    assert len(found) == len(wanted)
    for item, fields in zip(found, wanted, strict=True):
        if isinstance(item, UnreadableError):
            assert str(item).startswith(f"{CASES / name}{fields['error']}")
            assert "\n" not in str(item)
        else:
            assert {key: getattr(item, key, None) for key in fields} == fields


@pytest.mark.parametrize("reader", READERS.names())
def test_every_reader_has_cases(reader: str) -> None:
    """No format is read without a case that shows how."""
    endings = {"text": {"md", "txt"}}.get(reader, {reader})
    assert any(name.rpartition(".")[2] in endings for name in NAMES)


def test_front_matter_comes_before_hints(tmp_path: Path) -> None:
    """Options are for files that do not say."""
    (tmp_path / "a.md").write_text(f"---\npublisher: The Vale Post\n---\n{TEXT}")
    (tmp_path / "b.md").write_text(TEXT)
    found = read(tmp_path, publisher="Hill Radio", published=PartialDate("2021-03"), url="https://vale.example/x")
    assert [(d.publisher, d.published, d.url) for d in found if isinstance(d, Document)] == [
        ("The Vale Post", "2021-03", "https://vale.example/x"),
        ("Hill Radio", "2021-03", "https://vale.example/x"),
    ]


def test_a_folder_is_read_whole_in_order_of_path(tmp_path: Path) -> None:
    """Folders in folders are read, hidden files are not, and one bad file spoils no other."""
    for name in ("b.txt", "a/z.txt", "c/y.txt", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    found = read(tmp_path)
    assert [getattr(item, "text", "error") for item in found] == ["a/z.txt", "b.txt", "error", "c/y.txt"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A wrong path is an error of its own, and the rest is read."""
    (tmp_path / "a.txt").write_text(TEXT)
    missing, document = read(tmp_path / "no.txt", tmp_path / "a.txt")
    assert str(missing) == f"{tmp_path / 'no.txt'}: No such file or directory"
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    "data", ['{"text": "Police denied it.\\n"}\n', f"---\nid: x\n---\n{TEXT}", TEXT], ids=["lines", "matter", "plain"]
)
def test_stdin_is_told_by_its_first_character(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads JSON lines and text alike."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data.encode()))))
    assert texts(read("-")) == [TEXT]


def test_a_line_of_50_mb_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    """An overlong JSON line is named and passed over."""
    file = tmp_path / "long.jsonl"
    file.write_bytes(b'{"text": "' + b"x" * 50_000_000 + b'"}\n{"text": "Police denied it."}\n')
    refused, document = read(file)
    assert str(refused) == f"{file}:1: longer than 1 MB; one line holds one article"
    assert isinstance(document, Document)
    assert document.location == f"{file}:2"


@pytest.mark.parametrize(("surplus", "documents"), [(0, 2), (1, 1)])
def test_the_longest_line_that_is_read(surplus: int, documents: int, tmp_path: Path) -> None:
    """A line of exactly the limit is read, and the line after it is never swallowed."""
    file = tmp_path / "long.jsonl"
    start, end = b'{"text": "', b'"}\n'
    line = start + b"x" * (MAX_BYTES + surplus - len(start + end)) + end
    file.write_bytes(line + b'{"text": "Police denied it."}\n')
    found = read(file)
    assert len(found) == 2
    assert sum(isinstance(item, Document) for item in found) == documents


@pytest.mark.parametrize("name", ["long.txt", "long.html"])
def test_an_overlong_file_is_refused(name: str, tmp_path: Path) -> None:
    """A file of one text has the same limit."""
    (tmp_path / name).write_bytes(b"x" * 50_000_000)
    (refused,) = read(tmp_path / name)
    assert str(refused) == f"{tmp_path / name}: longer than 1 MB; split it into single articles"


def test_same_text_same_address_same_document(tmp_path: Path) -> None:
    """The id is made of URL and text alone: the file's name and title do not count, the URL and text do."""
    for name, matter, text in (
        ("a.md", "url: https://vale.example/1\ntitle: One", TEXT),
        ("b.md", "url: https://vale.example/1\ntitle: Two\npublisher: Hill Radio", TEXT),
        ("c.md", "url: https://vale.example/2", TEXT),
        ("d.md", "url: https://vale.example/1", TEXT + "Corrected."),
    ):
        (tmp_path / name).write_text(f"---\n{matter}\n---\n{text}")
    ids = [item.id for item in read(tmp_path) if isinstance(item, Document)]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3
