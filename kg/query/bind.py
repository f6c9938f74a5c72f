"""Turns the values that people give into SPARQL terms and writes them into a query.

Values become typed terms first, and only terms are written, so no value can change what a query asks.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from kg.dates import PartialDate
from kg.errors import ParameterError
from kg.query._tokens import substitute
from kg.query.catalog import NamedQuery, Parameter, ParameterType
from kg.query.lookup import find
from kg.rdf.terms import node
from kg.rdf.vocab import XSD
from kg.registry import did_you_mean
from kg.search import Kind
from kg.search import find as search
from kg.store.base import View

_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def bind(view: View, query: NamedQuery, values: Mapping[str, str]) -> str:
    """Write values into the SPARQL of a query; raises ParameterError as `terms_of` does."""
    terms = {variable: str(term) for variable, term in terms_of(view, query, values).items()}
    return substitute(query.sparql, terms, dict(_found(view, query, values)))


def terms_of(view: View, query: NamedQuery, values: Mapping[str, str]) -> dict[str, ox.NamedNode | ox.Literal]:
    """Read values as the terms that a query's variables stand for; names of things are looked up in the view.

    Raises ParameterError for a parameter that the query does not have, that is missing or does not fit its type.
    """
    given = {name.replace("_", "-"): value for name, value in values.items()}
    have = [parameter.name for parameter in query.parameters]
    for name in given:
        if name not in have:
            raise ParameterError(f"query {query.name!r} has no parameter {name!r}{did_you_mean(name, have)}")
    terms = {}
    for parameter in query.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is not None and parameter.type is not ParameterType.WORDS:
            terms[parameter.variable] = to_term(view, parameter, value)
        elif value is None and parameter.required:
            about = f" ({parameter.description})" if parameter.description else ""
            raise ParameterError(f"query {query.name!r} needs --{parameter.name}{about}")
    return terms


def _found(view: View, query: NamedQuery, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give for each parameter of words the things that have them."""
    given = {name.replace("_", "-"): value for name, value in values.items()}
    for parameter in query.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is not None and parameter.type is ParameterType.WORDS:
            things = search(view, value, Kind(parameter.choices[0]))
            yield parameter.variable, " ".join(str(node(thing)) for thing in things)


def to_term(view: View, parameter: Parameter, value: str) -> ox.NamedNode | ox.Literal:
    """Read a value as the type of its parameter."""
    if parameter.type is ParameterType.IRI:
        return find(view, value, parameter.choices)
    if parameter.choices and value not in parameter.choices:
        near = did_you_mean(value, list(parameter.choices))
        raise ParameterError(f"--{parameter.name} does not take {value!r}{near}")
    try:
        return _LITERALS[parameter.type](value.strip())
    except (ValueError, KeyError, InvalidOperation) as error:
        wanted = _WANTED[parameter.type]
        raise ParameterError(f"--{parameter.name} takes {wanted}, not {value!r}") from error


def _date(value: str) -> ox.Literal:
    return ox.Literal(PartialDate(value), datatype=_DATE_TYPES[len(value)])


def _decimal(value: str) -> ox.Literal:
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(value)
    return ox.Literal(f"{number:f}", datatype=XSD.decimal)


_LITERALS: dict[ParameterType, Callable[[str], ox.Literal]] = {
    ParameterType.TEXT: ox.Literal,
    ParameterType.DATE: _date,
    ParameterType.INTEGER: lambda value: ox.Literal(int(value)),
    ParameterType.DECIMAL: _decimal,
    ParameterType.BOOLEAN: lambda value: ox.Literal(_TRUTH[value.lower()]),
}
_WANTED = {
    ParameterType.DATE: "a year, month or day like 2016, 2016-11 or 2016-11-17",
    ParameterType.INTEGER: "a whole number",
    ParameterType.DECIMAL: "a number like 0.5",
    ParameterType.BOOLEAN: "true or false",
}
