"""Where Python values and RDF terms meet: dates, numbers and concepts, there and back."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from math import isfinite
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.dates import PartialDate
from kg.model import Iri
from kg.rdf.vocab import KG, XSD

Term = NamedNode | BlankNode | Literal | Triple
Concept = TypeVar("Concept", bound=StrEnum)

_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def node(iri: str) -> NamedNode:
    """Make the RDF node of an IRI; raises ValueError for what is no IRI."""
    return NamedNode(iri)


def iri(term: Term) -> Iri:
    """Read the IRI of a node."""
    if not isinstance(term, NamedNode):
        raise ValueError(f"{term} is no IRI")
    return Iri(term.value)


def web_address(url: str) -> NamedNode | Literal:
    """Write a web address as an IRI, or as xsd:anyURI where it is none ("www.example.org/a b")."""
    try:
        return NamedNode(url)
    except ValueError:
        return Literal(url, datatype=XSD.anyURI)


def decimal(number: float) -> Literal:
    """Write a finite number as a canonical xsd:decimal, without exponent.

    >>> decimal(1e-7).value, decimal(1100.0).value
    ('0.0000001', '1100')
    """
    if not isfinite(number):
        raise ValueError(f"{number} is no finite number")
    text = format(Decimal(repr(float(number))), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=XSD.decimal)


def integer(number: int) -> Literal:
    """Write a whole number as xsd:integer."""
    return Literal(str(number), datatype=XSD.integer)


def boolean(value: bool) -> Literal:
    """Write a truth value as xsd:boolean."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


def partial_date(value: PartialDate) -> Literal:
    """Write a day, month or year as xsd:date, xsd:gYearMonth or xsd:gYear, never padded."""
    return Literal(value, datatype=_DATE_TYPES[len(value)])


def day(value: date) -> Literal:
    """Write a day as xsd:date."""
    return Literal(value.isoformat(), datatype=XSD.date)


def moment(value: datetime) -> Literal:
    """Write a moment as xsd:dateTime in UTC; raises ValueError when it has no time zone."""
    if value.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    text = value.astimezone(UTC).replace(tzinfo=None).isoformat()
    if "." in text:
        text = text.rstrip("0")
    return Literal(text + "Z", datatype=XSD.dateTime)


def concept(value: StrEnum) -> NamedNode:
    """Write a member of an enumeration as the concept of that name.

    >>> from kg.model import DateBasis
    >>> concept(DateBasis.PUBLICATION_DAY).value
    'https://w3id.org/claim-graph/ns#publicationDay'
    """
    first, *rest = value.value.split()
    return KG[first + "".join(word.capitalize() for word in rest)]


def local(term: NamedNode) -> str:
    """Give the name of a term within its vocabulary."""
    return term.value.rpartition("#")[2]


def from_concept(kind: type[Concept], term: Term) -> Concept:
    """Read a concept as the member of an enumeration; undoes `concept`."""
    members = {concept(member): member for member in kind}
    if term not in members:
        raise ValueError(f"{term} is no {kind.__name__}")
    return members[term]  # type: ignore[index]


def quads(subject: str, values: Iterable[tuple[NamedNode, Term | None]]) -> Iterable[Quad]:
    """Write what is known of a node in the default graph; a None is left out."""
    named = NamedNode(subject)
    return (Quad(named, predicate, value) for predicate, value in values if value is not None)
