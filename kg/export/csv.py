"""CSV: one row for each statement, for spreadsheets, R and Datawrapper."""

from typing import IO

from kg.export._flat import write_table
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View


class Csv:
    """The flat table of statements, in UTF-8 with a header; what is not known is empty (RFC 4180)."""

    suffix = ".csv"
    media_type = "text/csv; charset=utf-8"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the rows in the order of the ids of statements."""
        write_table(view, stream, selection, "FORMAT csv, HEADER")


exporter = Csv()
