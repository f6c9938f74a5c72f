"""The texts of documents, kept beside the graph by hash, each file written whole or not at all."""

import os
from pathlib import Path

from kg.rdf.documents import text_digest


class Texts:
    """A folder of texts, named by SHA-256, in subfolders of its first two digits."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / f"{digest}.txt"

    def get(self, digest: str) -> str | None:
        """Find a text by its digest."""
        try:
            return self._path(digest).read_bytes().decode()
        except FileNotFoundError:
            return None

    def put(self, text: str) -> str:
        """Keep a text, on disk when this returns, and give its digest."""
        digest = text_digest(text)
        path = self._path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode())
        return digest


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, whenever the process is killed."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)


def put_in_place(draft: Path, path: Path) -> None:
    """Let a finished file take another's place, once all of it is on disk."""
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on disk."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows keeps folder entries itself
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
