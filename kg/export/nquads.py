"""N-Quads: every quad on a line of its own, in order, for databases, for `sort` and for `diff`."""

from typing import IO

from kg.export._parts import quads_of
from kg.export._quads import to_lines
from kg.export._sorted import in_order
from kg.export.selection import EVERYTHING, Selection, chosen
from kg.store.base import View


class NQuads:
    """The lines in the order of their code points, as in canonical N-Quads (RDFC-1.0): there are no blank nodes."""

    suffix = ".nq"
    media_type = "application/n-quads"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the quads; what does not fit memory is sorted on disk."""
        stream.writelines(in_order(to_lines(quads_of(view, chosen(view, selection)))))


exporter = NQuads()
