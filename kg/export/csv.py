"""CSV: one row for each statement, for spreadsheets, R and Datawrapper."""

import csv
import io
from typing import IO

from kg.export._flat import ROWS, flat
from kg.export._xml import plain
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View


class Csv:
    """The flat table of statements, in UTF-8 with a header; what is not known is empty (RFC 4180)."""

    suffix = ".csv"
    media_type = "text/csv; charset=utf-8"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the rows in the order of the ids of statements, each as it comes."""
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
        rows = csv.writer(text, lineterminator="\n")
        with flat(view, selection) as table:
            rows.writerow(table.ask(f"FROM ({ROWS}) LIMIT 0").columns)
            for row in table.stream(ROWS):
                rows.writerow("" if value is None else plain(value) for value in row)
        text.detach()


exporter = Csv()
