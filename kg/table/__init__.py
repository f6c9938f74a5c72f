"""The flat table of statements: DuckDB beside the store, made from the graph and never the record."""

from kg.table.table import Table, is_fresh, is_stale, open_table, refresh

__all__ = ["Table", "is_fresh", "is_stale", "open_table", "refresh"]
