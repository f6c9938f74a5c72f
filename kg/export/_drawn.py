"""The pictures that are drawn, as formats: a view, its claim and a choice of statements become a PNG or an SVG.

matplotlib is loaded when a picture is asked for, and not before.
"""

from collections.abc import Callable, Container
from dataclasses import replace
from typing import IO

from kg.corroborate.agreement import By, agreement
from kg.corroborate.evidence import load
from kg.corroborate.verdict import Corroboration, corroborate_claim
from kg.errors import UsageError
from kg.export.selection import EVERYTHING, Selection, chosen
from kg.model import Iri
from kg.pictures.evidence import draw_evidence
from kg.pictures.matrix import draw_matrix
from kg.pictures.timeline import draw_timeline
from kg.store.base import View
from kg.table import open_table

Draw = Callable[[Corroboration, IO[bytes], str, Container[Iri] | None], None]
OF_A_CLAIM: dict[str, Draw] = {"evidence": draw_evidence, "timeline": draw_timeline}


class Drawn:
    """A format of pictures."""

    shapes = (*OF_A_CLAIM, "agreement")

    def __init__(self, form: str, media_type: str) -> None:
        self.suffix = f".{form}"
        self.media_type = media_type
        self._form = form

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Draw one view of the graph; raises UsageError where matplotlib is not installed or the view needs a claim."""
        if selection.shape == "agreement":
            self._agreement(view, stream, selection)
        elif selection.claim is None or selection.shape not in OF_A_CLAIM:
            raise UsageError("a picture shows one claim: --view evidence --claim ID, or all: --view agreement")
        else:
            # The claim picks by itself what bears on it; of that, the other options leave a part.
            picked = chosen(view, replace(selection, claim=None))
            answer = corroborate_claim(load(view), selection.claim)
            OF_A_CLAIM[selection.shape](answer, stream, self._form, picked)

    def _agreement(self, view: View, stream: IO[bytes], selection: Selection) -> None:
        if replace(selection, since=None, until=None) != Selection(shape=selection.shape):
            raise UsageError("--view agreement takes --since and --until only; sides, publishers: kg agreement --plot")
        by: By = "source"
        with open_table(view) as table:
            found = agreement(table, by, since=selection.since, until=selection.until)
        draw_matrix(found, stream, self._form)
