"""Finds what can be added by one file: the modules of a package, and entry points of other packages.

A module belongs unless it is `base`, or what else the package names as standing beside, or its name starts with `_`;
it defines one object called as its kind, so `kg/export/dot.py` with an `exporter` is the exporter `dot`. Only what is
asked for is imported.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import Generic, TypeVar, cast

from kg.errors import UnknownFormatError

T = TypeVar("T")


def did_you_mean(word: str, have: list[str]) -> str:
    """Word the hint that ends an error about an unknown name.

    >>> did_you_mean("gefx", ["gexf", "trig"])
    "; did you mean 'gexf'? (have: gexf, trig)"
    """
    close = get_close_matches(word, have, n=1, cutoff=0.5)
    guess = f"; did you mean {close[0]!r}?" if close else ""
    return f"{guess} (have: {', '.join(have) or 'none'})"


@dataclass(frozen=True)
class Registry(Generic[T]):
    """The things of one kind by name: `Registry("exporter", package="kg.export", group="kg.exporters")`."""

    kind: str
    package: str
    group: str
    beside: tuple[str, ...] = ("base",)  # modules of the package that are none of them

    def names(self) -> list[str]:
        """List all names, sorted, importing none of them."""
        modules = iter_modules(import_module(self.package).__path__)
        own = {module.name for module in modules if module.name not in self.beside and not module.name.startswith("_")}
        return sorted(own | {point.name for point in entry_points(group=self.group)})

    def get(self, name: str) -> T:
        """Give one thing; raises UnknownFormatError for a name that nothing has."""
        for point in entry_points(group=self.group, name=name):
            return cast("T", point.load())
        if name not in self.names():
            raise UnknownFormatError(f"no {self.kind} named {name!r}{did_you_mean(name, self.names())}")
        return cast("T", getattr(import_module(f"{self.package}.{name}"), self.kind))
