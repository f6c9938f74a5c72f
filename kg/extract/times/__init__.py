"""Reads times in words: "on Thursday", "in the past three days", "by mid-November"."""

from kg.extract.times.periods import TimeExpression, time_expressions
from kg.extract.times.seen import Tense

__all__ = ["Tense", "TimeExpression", "time_expressions"]
