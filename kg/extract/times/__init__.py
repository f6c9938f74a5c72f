"""Reads times in words: "on Thursday", "in the past three days", "by mid-November"."""

from kg.extract.times.periods import TimeExpression, period_in, time_expressions
from kg.extract.times.said import names_day, resolve_day
from kg.extract.times.seen import Tense

__all__ = ["Tense", "TimeExpression", "names_day", "period_in", "resolve_day", "time_expressions"]
