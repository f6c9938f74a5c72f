"""Writes the graphs that the protocol names for an update into the update itself, as USING."""

import re
from collections.abc import Sequence

import pyoxigraph as ox

from kg.query._tokens import OPAQUE
from kg.serve.problems import BadRequestError

_TOKEN = re.compile(
    OPAQUE
    + r"""
    | (?P<bracket>[{}])
    | (?P<word>[?$@:\w.%\\-]+)
    """,
    re.VERBOSE | re.DOTALL,
)


def using(update: str, default_graphs: Sequence[str], named_graphs: Sequence[str]) -> str:
    """Let the patterns of an update match these graphs alone; raises BadRequestError where it names some itself.

    https://www.w3.org/TR/sparql11-protocol/#update-operation

    >>> using("INSERT { ?s a <x:B> } WHERE { ?s a <x:A> }", ["x:g"], [])
    'INSERT { ?s a <x:B> } USING <x:g> WHERE { ?s a <x:A> }'
    """
    if not default_graphs and not named_graphs:
        return update
    default = [f"USING {_iri(name)}" for name in default_graphs]
    clause = " ".join([*default, *(f"USING NAMED {_iri(name)}" for name in named_graphs)])
    depth, before = 0, ""

    def written(match: re.Match[str]) -> str:
        nonlocal depth, before
        depth += {"{": 1, "}": -1}.get(match["bracket"] or "", 0)
        word, earlier = (match["word"] or "").upper(), before
        before = word
        if depth or word not in {"USING", "WITH", "WHERE"}:
            return match[0]
        if word != "WHERE":
            raise BadRequestError(f"name the graphs by using-graph-uri or by {word}, not both")
        if earlier == "DELETE":
            raise BadRequestError("DELETE WHERE takes no using-graph-uri; write DELETE { … } WHERE { … }")
        return f"{clause} {match[0]}"

    return _TOKEN.sub(written, update)


def _iri(name: str) -> str:
    try:
        return str(ox.NamedNode(name))
    except ValueError as error:
        raise BadRequestError(f"{name[:200]!r} is no IRI of a graph: {error}") from error
