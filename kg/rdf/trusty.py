"""Names RDF by a hash of what it says, so that a copy can be checked against its own name.

Module RA of trusty URIs (https://trustyuri.net/spec): the quads are put in order and hashed with the hash itself, where
it stands in an IRI, taken for a space.
"""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from typing import TypeGuard

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.rdf.terms import Term, iri

PLACEHOLDER = "RA" + 43 * "-"  # stands where the code will, until the code is known
_Key = tuple[str, str, str, bool, str, str, str]


def trusty_code(quads: Iterable[Quad], code: str = PLACEHOLDER) -> str:
    """Work out the code of 45 characters; `code` is what stands in its place in the IRIs.

    >>> a = NamedNode("https://example.org/" + PLACEHOLDER)
    >>> trusty_code([Quad(a, NamedNode("https://example.org/b"), Literal("c"), a)])
    'RAJfBJCUYj2CrxByGnE6v_YhOIugJCEUX7rQYQaEQI69c'
    """
    keys = sorted({_key(quad, code) for quad in quads})
    lines = "".join(_lines(key) for key in keys)
    return "RA" + urlsafe_b64encode(hashlib.sha256(lines.encode()).digest()).decode().rstrip("=")


def with_code(quads: Iterable[Quad], code: str) -> list[Quad]:
    """Put a code where the placeholder stands, in subjects, objects and names of graphs."""
    named = _Named(code)
    return [
        Quad(named[quad.subject], quad.predicate, named[quad.object], named[quad.graph_name])  # type: ignore[arg-type]
        for quad in quads
    ]


class _Named(dict[Term | DefaultGraph, Term | DefaultGraph]):
    """Terms with the code in place; few of them are asked for often."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def __missing__(self, term: Term | DefaultGraph) -> Term | DefaultGraph:
        self[term] = made = NamedNode(term.value.replace(PLACEHOLDER, self._code)) if _is_ours(term) else term
        return made


def _is_ours(term: Term | DefaultGraph) -> TypeGuard[NamedNode]:
    return isinstance(term, NamedNode) and PLACEHOLDER in term.value


def _key(quad: Quad, code: str) -> _Key:
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value
    place = (graph.replace(code, " "), iri(quad.subject).replace(code, " "), quad.predicate.value)
    target = quad.object
    if isinstance(target, Literal):
        language = (target.language or "").lower()
        return (*place, True, target.value, "" if language else target.datatype.value, language)
    return (*place, False, iri(target).replace(code, " "), "", "")


def _lines(key: _Key) -> str:
    graph, subject, predicate, is_literal, value, datatype, language = key
    if is_literal:
        escaped = value.replace("\\", "\\\\").replace("\n", "\\n")
        value = f"@{language} {escaped}" if language else f"^{datatype} {escaped}"
    return f"{graph}\n{subject}\n{predicate}\n{value}\n"
