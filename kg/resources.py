"""Finds the data folders that ship with kg, in a checkout as in an installed wheel."""

from importlib.resources import files
from pathlib import Path


def folder(name: str) -> Path:
    """Give the path of `ontology`, `queries` or `seeds`.

    A wheel holds them under `kg/_data/`, a checkout beside the package.
    Raises FileNotFoundError when neither is there.
    """
    package = Path(str(files("kg")))
    for candidate in (package / "_data" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"kg was installed without its {name}/ folder; install it again")
