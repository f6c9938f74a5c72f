"""Reads `*.rq` files into named queries: a SPARQL text with a header that says what it answers and takes.

The header is comments, so the file stays valid SPARQL in any editor::

    #+ summary: Every statement of one source, oldest first.
    #+ param source: iri of agent | who speaks: an id, an IRI or a name
    #+ param since: date = 2016-01-01 | the first day
    #+ example: kg query statements-by-source --source Amaq

Parameters stand in the text as variables: `?_source` must be given, `?__since` may be left out.
One of type `words of claim` or `words of statement` is looked up in the text index; it stands for each thing found, and
`VALUES ?__words { UNDEF }` says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from kg.errors import ParameterError, QueryError
from kg.iris import KINDS
from kg.query._tokens import listed, placeholders
from kg.registry import did_you_mean
from kg.resources import folder
from kg.search import Kind

_HEADER = re.compile(
    r"#\+\s*(?P<key>summary|description|example|param)(?:\s+(?P<name>[a-z][a-z0-9-]*))?\s*:(?P<rest>.*)"
)
_PARAM = re.compile(
    r"(?P<type>[a-z]+)(?:\s+of\s+(?P<choices>[a-z, ]+?))?(?:\s*=\s*(?P<default>[^|]*?))?\s*(?:\|\s*(?P<about>.*))?"
)


class ParameterType(StrEnum):
    """What a parameter takes."""

    IRI = "iri"
    TEXT = "text"
    DATE = "date"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One thing that a query may be asked with; `choices` are the kinds of id or the words it takes, empty for any."""

    name: str
    type: ParameterType
    required: bool
    default: str | None = None
    description: str = ""
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The SPARQL variable that stands for it."""
        return ("_" if self.required else "__") + self.name.replace("-", "_")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A question with a name; its parameters are in the order of the header."""

    name: str
    sparql: str
    summary: str = ""
    description: str = ""
    parameters: tuple[Parameter, ...] = ()
    example: str = ""
    sql: str = ""  # the same question to the table of statements, where a file NAME.sql has it


@cache
def names() -> tuple[str, ...]:
    """List the named queries that ship with kg."""
    return tuple(sorted(path.stem for path in folder("queries").glob("*.rq")))


def catalog() -> list[NamedQuery]:
    """Read all named queries, sorted by name."""
    return [load(name) for name in names()]


def load(name: str) -> NamedQuery:
    """Read one named query; raises ParameterError for a name that there is not, QueryError for a broken header."""
    if name not in names():
        raise ParameterError(f"no query named {name!r}{did_you_mean(name, list(names()))}")
    return _read(folder("queries") / f"{name}.rq")


@cache  # who asks in a loop reads a file once
def _read(path: Path) -> NamedQuery:
    tabled = path.with_suffix(".sql")
    sql = tabled.read_text(encoding="utf-8") if tabled.is_file() else ""
    return replace(parse(path.read_text(encoding="utf-8"), path), sql=sql)


def own(text: str, path: Path) -> NamedQuery:
    """Read SPARQL of anyone's own, where the header is optional; without one it takes no parameters."""
    if any(_header(text)):
        return parse(text, path)
    return NamedQuery(name=path.stem, sparql=text)


def parse(text: str, path: Path) -> NamedQuery:
    """Read a query with its header; raises QueryError naming file and line."""
    fields: dict[str, list[str]] = {"summary": [], "description": [], "example": []}
    parameters: dict[str, Parameter] = {}
    used = dict(placeholders(text))
    for number, line in _header(text):
        where = f"{path}:{number}"
        match = _HEADER.fullmatch(line)
        if not match or (match["key"] == "param") != bool(match["name"]):
            raise QueryError(f"{where}: {line!r} is no header; write '#+ summary: …' or '#+ param name: type | …'")
        if match["key"] != "param":
            fields[match["key"]].append(match["rest"].strip())
            continue
        parameter = _parameter(match["name"], match["rest"].strip(), used, where)
        if (parameter.type is ParameterType.WORDS) != (parameter.variable in listed(text)):
            raise QueryError(
                f"{where}: 'words of' and VALUES ?{parameter.variable} {{ UNDEF }} go together; write both"
            )
        if parameter.name in parameters:
            raise QueryError(f"{where}: parameter {parameter.name!r} is described twice; keep one line")
        parameters[parameter.name] = parameter
    if not fields["summary"]:
        raise QueryError(f"{path}:1: no summary; begin the file with '#+ summary: …'")
    _check_all_described(parameters, used, path)
    joined = {key: " ".join(lines) for key, lines in fields.items()}
    return NamedQuery(name=path.stem, sparql=text, parameters=tuple(parameters.values()), **joined)


def _header(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#+"):
            yield number, line


def _parameter(name: str, rest: str, used: dict[str, int], where: str) -> Parameter:
    match = _PARAM.fullmatch(rest)
    types = [kind.value for kind in ParameterType]
    if not match or match["type"] not in types:
        raise QueryError(f"{where}: {rest!r} is no parameter; write 'type = default | description', type {_or(types)}")
    choices = tuple(word.strip() for word in (match["choices"] or "").split(",") if word.strip())
    if choices and match["type"] not in {"iri", "text", "words"}:
        raise QueryError(f"{where}: only 'iri of' kinds and 'text of' words can be; write {match['type']} alone")
    if match["type"] == "words" and (len(choices) != 1 or choices[0] not in list(Kind)):
        raise QueryError(
            f"{where}: what is to be found is missing; write 'words of {Kind.CLAIM}' or 'words of {Kind.STATEMENT}'"
        )
    if unknown := [kind for kind in choices if match["type"] == "iri" and kind not in KINDS]:
        raise QueryError(f"{where}: {unknown[0]!r} is no kind of id; write 'iri of' and {_or(list(KINDS))}")
    variable = name.replace("-", "_")
    required = f"_{variable}" in used
    if not required and f"__{variable}" not in used:
        raise QueryError(f"{where}: the query has neither ?_{variable} (required) nor ?__{variable} (optional)")
    if required and match["default"] is not None:
        raise QueryError(f"{where}: ?_{variable} is required and needs no default; write ?__{variable}")
    return Parameter(
        name=name,
        type=ParameterType(match["type"]),
        required=required,
        default=match["default"] or None,
        description=match["about"] or "",
        choices=choices,
    )


def _check_all_described(parameters: dict[str, Parameter], used: dict[str, int], path: Path) -> None:
    described = {parameter.variable for parameter in parameters.values()}
    for variable, line in used.items():
        if variable not in described:
            name = variable.lstrip("_").replace("_", "-")
            raise QueryError(f"{path}:{line}: ?{variable} is not described; add '#+ param {name}: type | …'")


def _or(words: list[str]) -> str:
    return ", ".join(words[:-1]) + " or " + words[-1]
