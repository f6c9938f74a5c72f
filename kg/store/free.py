"""Ids for what may be made, taken back and made again."""

from kg.model import Iri
from kg.rdf.terms import node
from kg.store.base import View


def free_id(view: View, kind: str, *parts: object) -> Iri:
    """Name a thing by a hash of its parts; one that was made of them before, and taken back, keeps its own name."""
    number = 0
    while any(view.quads(node(name := view.minter.hashed(kind, *parts, *([number] if number else []))))):
        number += 1
    return name
