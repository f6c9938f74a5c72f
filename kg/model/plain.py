"""Domain types as plain JSON values, and back with every value checked."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from kg.dates import PartialDate
from kg.model.values import Span

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """Give the JSON of a value: a dataclass is an object without what it leaves at its default, a span a pair."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if dataclasses.is_dataclass(value):
        told = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
        usual = {each.name: each.default for each in dataclasses.fields(value)}
        return {name: to_plain(each) for name, each in told.items() if each != usual[name]}
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    return str(value) if isinstance(value, date | StrEnum) else value


def from_plain(kind: type[T], given: object, where: str = "") -> T:
    """Make a value of a type from its JSON; raises ValueError, which names the place of what does not fit."""
    made: T = _from_plain(kind, given, where)
    return made


def _from_plain(kind: Any, given: object, where: str) -> Any:
    if get_origin(kind) is UnionType:
        return (
            None
            if given is None
            else _from_plain(next(each for each in get_args(kind) if each is not NoneType), given, where)
        )
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), given, where)
    if kind is Span:
        return _span(given, where)
    if dataclasses.is_dataclass(kind):
        return _object(kind, given, where)
    if isinstance(kind, type) and issubclass(kind, StrEnum | PartialDate | date):
        return _word(kind, given, where)
    fits = type(given) in (int, float) if kind is float else type(given) is kind
    if not fits:
        raise ValueError(f"{where or 'it'} is {_shown(given)}, not {_KINDS[kind]}")
    return given


_KINDS = {str: "text", bool: "true or false", int: "a whole number", float: "a number"}


def _object(kind: Any, given: object, where: str) -> Any:
    if not isinstance(given, Mapping):
        raise ValueError(f"{where or 'it'} is {_shown(given)}, not an object")
    fields = {each.name: each for each in dataclasses.fields(kind)}
    if strange := next((name for name in given if name not in fields), None):
        raise ValueError(f"{where or 'it'} has a field {strange!r}, which nothing reads; have: {', '.join(fields)}")
    for name, each in fields.items():
        if name not in given and each.default is dataclasses.MISSING:
            raise ValueError(f"{where or 'it'} has no {name!r}")
    hints = _hints(kind)
    return kind(
        **{name: _from_plain(hints[name], each, f"{where}.{name}" if where else name) for name, each in given.items()}
    )


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _tuple(kinds: tuple[Any, ...], given: object, where: str) -> tuple[Any, ...]:
    if not isinstance(given, list):
        raise ValueError(f"{where} is {_shown(given)}, not a list")
    if kinds[-1] is Ellipsis:
        return tuple(_from_plain(kinds[0], each, f"{where}[{number}]") for number, each in enumerate(given))
    if len(given) != len(kinds):
        raise ValueError(f"{where} has {len(given)} parts, not {len(kinds)}")
    return tuple(_from_plain(kind, each, where) for kind, each in zip(kinds, given, strict=True))


def _span(given: object, where: str) -> Span:
    match given:
        case [int(start), int(end)] if 0 <= start < end:
            return Span(start, end)
    raise ValueError(f"{where} is {_shown(given)}, not [start, end) with 0 <= start < end")


def _word(kind: Any, given: object, where: str) -> Any:
    try:
        return kind.fromisoformat(str(given)) if kind is date else kind(given)
    except (ValueError, TypeError) as error:
        if issubclass(kind, StrEnum):
            raise ValueError(f"{where} is {_shown(given)}; have: {', '.join(kind)}") from error
        raise ValueError(
            f"{where} is {_shown(given)}, no day of the calendar; write 2016, 2016-11 or 2016-11-17"
        ) from error


def _shown(given: object) -> str:
    words = repr(given)
    return words if len(words) <= 40 else f"{words[:40]}…"
