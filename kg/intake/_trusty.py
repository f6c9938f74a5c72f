"""Trusty URIs of graphs (module RA): an IRI that holds the hash of what it names.

http://trustyuri.net/spec/: quads in a fixed order, four lines each, with a space where the hash stands in an IRI.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.rdf.terms import Term
from kg.rdf.vocab import XSD

_CODE = re.compile(r"(?:^|[^A-Za-z0-9_-])(RA[A-Za-z0-9_-]{43})$")


def code_of(address: str) -> str | None:
    """Give the hash that an IRI ends in, or None where it is no Trusty URI."""
    found = _CODE.search(address)
    return found[1] if found else None


def normal_form(quads: Iterable[Quad], code: str | None) -> str:
    """Write quads so that they are hashed and signed alike everywhere; raises ValueError for a blank node."""
    lines = {_order(quad, code): _lines(quad, code) for quad in quads}
    return "".join(lines[each] for each in sorted(lines))


def hashed(quads: Iterable[Quad], code: str) -> str:
    """Give the hash that quads should have."""
    found = hashlib.sha256(normal_form(quads, code).encode()).digest()
    return "RA" + base64.urlsafe_b64encode(found).decode().rstrip("=")


def _order(quad: Quad, code: str | None) -> tuple[object, ...]:
    target = quad.object
    last: tuple[object, ...]
    if isinstance(target, Literal):
        kind = "" if target.language else target.datatype.value
        last = (1, target.value.encode(), kind, target.language or "")
    else:
        last = (0, _iri(target, code).encode())
    return *(_iri(each, code).encode() for each in (quad.graph_name, quad.subject, quad.predicate)), *last


def _lines(quad: Quad, code: str | None) -> str:
    parts = [_iri(each, code) for each in (quad.graph_name, quad.subject, quad.predicate)]
    target = quad.object
    parts.append(_literal(target) if isinstance(target, Literal) else _iri(target, code))
    return "".join(f"{part}\n" for part in parts)


def _iri(term: Term | object, code: str | None) -> str:
    if isinstance(term, BlankNode):
        raise ValueError("a blank node in it, which a Trusty URI cannot hash")
    if not isinstance(term, NamedNode):
        raise ValueError(f"{term} in it, which a Trusty URI cannot hash")
    return term.value.replace(code, " ") if code else term.value


def _literal(term: Literal) -> str:
    mark = f"@{term.language.lower()}" if term.language else f"^{(term.datatype or XSD.string).value}"
    words = term.value.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{mark} {words}"
