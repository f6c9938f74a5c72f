"""The directory of one graph: `store/`, `text/` and `graph.toml`, which says what it is."""

import json
import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from pyoxigraph import NamedNode

from kg import __version__
from kg.errors import GraphError, UsageError
from kg.store.texts import write_whole

FORMAT = 1  # of the directory; a newer one cannot be read by this program
_SETTINGS = "graph.toml"
_PARTS = {"store", "text"}
_PLACES = "places.sqlite"
_WORDS = "words.sqlite"
_TABLE = "statements.duckdb"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a graph is, and the base that was chosen for it."""

    path: Path
    base: str

    @property
    def store(self) -> Path:
        """The folder of the database."""
        return self.path / "store"

    @property
    def store_new(self) -> Path:
        """The folder of a finished database that is to take the other's place."""
        return self.path / "store.new"

    @property
    def store_old(self) -> Path:
        """The folder of a database whose place was taken."""
        return self.path / "store.old"

    @property
    def copy(self) -> "Location":
        """Where a copy is changed that is to take the graph's place."""
        return Location(self.path / "import", self.base)

    def clear_leftovers(self) -> None:
        """Remove what a change to a copy that was killed, or is done, left behind."""
        for folder in (self.copy.path, self.store_new, self.store_old):
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def places(self) -> Path:
        """The file of the places from lists that others keep."""
        return self.path / _PLACES

    @property
    def words(self) -> Path:
        """The file of the text index."""
        return self.path / _WORDS

    @property
    def table(self) -> Path:
        """The file of the flat table of statements."""
        return self.path / _TABLE

    @property
    def texts(self) -> Path:
        """The folder of the documents' texts."""
        return self.path / "text"


def make(path: Path, base: str) -> Location:
    """Make the directory of a graph; what an interrupted attempt left behind is taken over."""
    check_base(base)
    if (path / _SETTINGS).exists():
        raise GraphError(f"{path} holds a graph already; use it, or choose another place")
    if path.exists() and (not path.is_dir() or _strangers(path)):
        raise GraphError(f"{path} is not empty and holds no graph; choose another place")
    for part in _PARTS:
        (path / part).mkdir(parents=True, exist_ok=True)
    return Location(path, base)


def _strangers(path: Path) -> set[str]:
    return {child.name for child in path.iterdir() if not child.name.startswith(_SETTINGS)} - _PARTS


def check_base(base: str) -> None:
    """Raise UsageError for what no id can begin with."""
    try:
        NamedNode(base)
    except ValueError as error:
        raise UsageError(f"{base!r} is no IRI ({error}); give one such as https://example.org/id/") from error
    if not base.endswith(("/", "#")):
        raise UsageError(f"the base {base} must end in / or #")


def seal(location: Location) -> None:
    """Write `graph.toml`, by which the directory becomes a graph."""
    lines = [f"base = {json.dumps(location.base)}", f"format = {FORMAT}", f'made_by = "kg {__version__}"']
    write_whole(location.path / _SETTINGS, "\n".join([*lines, ""]).encode())


def find(path: Path) -> Location:
    """Find the graph in a directory."""
    if not path.exists():
        raise GraphError(f"there is no graph at {path}; make one with: kg --graph {quote(str(path))} init")
    try:
        settings = tomllib.loads((path / _SETTINGS).read_text(encoding="utf-8"))
        base, version = str(settings["base"]), int(settings["format"])
    except (FileNotFoundError, NotADirectoryError) as error:
        raise GraphError(f"{path} is no graph (it has no {_SETTINGS}); make one elsewhere with: kg init") from error
    except (ValueError, KeyError, TypeError) as error:
        raise GraphError(f"{path / _SETTINGS} is broken ({error}); restore it from a backup") from error
    if version > FORMAT:
        maker = settings.get("made_by", "a newer kg")
        raise GraphError(
            f"{path} was made by {maker}, in a newer format than this kg reads; upgrade: pip install -U claim-graph"
        )
    location = Location(path, base)
    if not location.store.exists() and location.store_new.exists():  # killed between the two renames of a swap
        location.store_new.rename(location.store)
    return location
