"""The evidence behind a claim, a statement or a judgement, as a tree down to the characters of a text."""

from kg.explain.explaining import explain
from kg.explain.part import Part

__all__ = ["Part", "explain"]
