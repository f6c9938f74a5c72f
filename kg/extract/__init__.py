"""Extraction: from a document to its attributed statements, offline and by rules."""

from kg.extract.extractor import Extractor

__all__ = ["Extractor"]
