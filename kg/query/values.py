"""Terms as Python values."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Triple

from kg.dates import PartialDate
from kg.model import Iri
from kg.rdf.vocab import XSD
from kg.store.base import Term

Value = Iri | PartialDate | str | int | float | Decimal | bool | datetime | tuple["Value", ...] | None

_READERS: dict[NamedNode, Callable[[str], Value]] = {
    XSD.integer: int,
    XSD.decimal: Decimal,
    XSD.double: float,
    XSD.float: float,
    XSD.boolean: lambda text: text in {"true", "1"},
    XSD.date: PartialDate,
    XSD.gYearMonth: PartialDate,
    XSD.gYear: PartialDate,
    XSD.dateTime: datetime.fromisoformat,
}


def to_python(term: Term | None) -> Value:
    """Give a term as the Python value it stands for: an id as its IRI, a day as a `PartialDate`, other words as text.

    >>> to_python(Literal(3)), to_python(Literal("2031-05", datatype=XSD.gYearMonth)), to_python(None)
    (3, '2031-05', None)
    """
    if term is None:
        return None
    if isinstance(term, Triple):
        return tuple(map(to_python, (term.subject, term.predicate, term.object)))
    if not isinstance(term, Literal):
        return Iri(term.value)
    try:
        return _READERS.get(term.datatype, str)(term.value)
    except (ValueError, ArithmeticError):  # an ill-typed literal is still its text
        return term.value


def to_text(value: object) -> str:
    """Write a Python value as a parameter of a query takes it.

    >>> to_text(True), to_text(PartialDate("2031-05")), to_text(2)
    ('true', '2031-05', '2')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)
