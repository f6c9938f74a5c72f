"""Takes in what people and other programs wrote: claims by hand, nanopublications, fact checks, annotations.

A module of this package whose name does not begin with `_` is a format; `base` says what each must define.
"""

from kg.intake._forms import IMPORTERS, importer_of
from kg.intake._take import Outcome, take

__all__ = ["IMPORTERS", "Outcome", "importer_of", "take"]
