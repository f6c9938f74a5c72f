"""Finds claims and statements by their words: SQLite's text index beside the store, made from the graph."""

from kg.search.find import Kind, find, near
from kg.search.index import refresh

__all__ = ["Kind", "find", "near", "refresh"]
