"""Reading: files, folders and stdin to documents."""

from kg.ingest._read import read_documents
from kg.ingest.base import Hints

__all__ = ["Hints", "read_documents"]
