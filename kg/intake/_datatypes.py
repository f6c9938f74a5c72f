"""Tells whether a literal is one of its datatype (XML Schema 1.1, part 2)."""

import re
from datetime import date, time

from pyoxigraph import Literal

from kg.rdf.vocab import XSD

_INTEGER = re.compile(r"[+-]?\d+")
_ZONE = r"(?:Z|[+-]\d{2}:\d{2})?"
_PATTERNS = {
    XSD.boolean: re.compile("true|false|0|1"),
    XSD.decimal: re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"),
    XSD.date: re.compile(rf"(?P<date>-?\d{{4,}}-\d{{2}}-\d{{2}}){_ZONE}"),
    XSD.time: re.compile(rf"(?P<time>\d{{2}}:\d{{2}}:\d{{2}})(?:\.\d+)?{_ZONE}"),
    XSD.dateTime: re.compile(
        rf"(?P<date>-?\d{{4,}}-\d{{2}}-\d{{2}})T(?P<time>\d{{2}}:\d{{2}}:\d{{2}})(?:\.\d+)?{_ZONE}"
    ),
    XSD.gYear: re.compile(rf"-?\d{{4,}}{_ZONE}"),
    XSD.gYearMonth: re.compile(rf"-?\d{{4,}}-(?:0[1-9]|1[0-2]){_ZONE}"),
} | dict.fromkeys((XSD.double, XSD.float), re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN"))
_PATTERNS |= dict.fromkeys(
    (
        XSD.integer, XSD.int, XSD.long, XSD.short, XSD.byte, XSD.nonNegativeInteger, XSD.positiveInteger,
        XSD.nonPositiveInteger, XSD.negativeInteger, XSD.unsignedInt, XSD.unsignedLong,
    ),
    _INTEGER,
)  # fmt: skip


def is_well_typed(literal: Literal) -> bool:
    """Tell whether the words of a literal are of its datatype; one that is not known counts as fitting."""
    pattern = _PATTERNS.get(literal.datatype)
    if pattern is None:
        return True
    match = pattern.fullmatch(literal.value.strip())
    return match is not None and _in_calendar(match.groupdict())


def _in_calendar(parts: dict[str, str]) -> bool:
    day, moment = parts.get("date", ""), parts.get("time", "")
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) and not day.startswith("0000"):
            date.fromisoformat(day)
        if moment and moment != "24:00:00":
            time.fromisoformat(moment)
    except ValueError:
        return False
    return True
