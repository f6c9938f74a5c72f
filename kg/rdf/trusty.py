"""Names RDF by a hash of what it says, so that a copy can be checked against its own name.

Module RA of trusty URIs (https://trustyuri.net/spec): the quads are put in order and hashed with the hash itself, where
it stands in an IRI, taken for a space.
"""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable

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

    def named(term: Term) -> NamedNode:
        return NamedNode(iri(term).replace(PLACEHOLDER, code))

    return [
        Quad(
            named(quad.subject),
            quad.predicate,
            quad.object if isinstance(quad.object, Literal) else named(quad.object),
            quad.graph_name if isinstance(quad.graph_name, DefaultGraph) else named(quad.graph_name),
        )
        for quad in quads
    ]


def _key(quad: Quad, code: str) -> _Key:
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else iri(quad.graph_name)
    subject, predicate = iri(quad.subject), quad.predicate.value
    place = (graph.replace(code, " "), subject.replace(code, " "), predicate.replace(code, " "))
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
