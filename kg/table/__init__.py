"""The flat table of statements: DuckDB beside the store, made from the graph and never the record."""

from kg.table.check import differences
from kg.table.table import Table, is_fresh, open_table, refresh

__all__ = ["Table", "differences", "is_fresh", "open_table", "refresh"]
