"""Parquet: one typed row for each statement, for DuckDB, pandas, Polars, R and Spark."""

from typing import IO

from kg.export._flat import write_table
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View


class Parquet:
    """The same table as CSV, with types: days are dates, truth values are truth values."""

    suffix = ".parquet"
    media_type = "application/vnd.apache.parquet"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the rows in the order of the ids of statements."""
        write_table(view, stream, selection, "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480")


exporter = Parquet()
