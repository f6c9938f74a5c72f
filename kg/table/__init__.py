"""The flat table of statements: DuckDB beside the store, made from the graph and never the record."""

from kg.table.check import differences
from kg.table.table import Table, build_in_memory, is_fresh, open_table, refresh, refresh_from

__all__ = ["Table", "build_in_memory", "differences", "is_fresh", "open_table", "refresh", "refresh_from"]
