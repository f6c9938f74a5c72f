"""kg reads reporting and keeps who said what, when and through whom, as an RDF graph.

`kg.open` opens a graph and `kg.create` makes one; only then is anything more imported.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph import Graph, create, open  # noqa: A004 (read as kg.open)

__all__ = ["Graph", "create", "open"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("kg.graph"), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
