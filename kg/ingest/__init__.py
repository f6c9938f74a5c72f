"""Reading: files, folders and stdin to documents."""

from kg.ingest._attributed import parts_of
from kg.ingest._read import read_all, read_documents
from kg.ingest.base import Hints

__all__ = ["Hints", "parts_of", "read_all", "read_documents"]
