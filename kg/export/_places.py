"""Reads from a view where the claims of a graph are, with degrees, so that pictures can be put on a map."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf.nodes import Node, Nodes, number, text
from kg.rdf.terms import iri
from kg.rdf.vocab import DCTERMS, GEO, KG, SKOS
from kg.store.base import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place that claims are at; the degrees are its own, or else those of the nearest place around it."""

    id: str
    name: str
    lat: float | None = None
    lon: float | None = None
    degrees_of: str | None = None  # the name of that place, where it is another


def read_spots(view: View) -> Mapping[str, Spot]:
    """Give for each claim that names a place where it is, in the order of the ids of claims."""
    at = {
        quad.subject.value: quad.object
        for quad in view.quads(None, KG.place)
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
    }
    spots = {place: _spot(view, place) for place in at.values()}
    return {claim: spots[at[claim]] for claim in sorted(at)}


def _spot(view: View, place: ox.NamedNode) -> Spot:
    name = _node(view, place).one(SKOS.prefLabel, text) or place.value
    for around in _around(view, place):
        found = _node(view, around)
        lat, lon = found.one(GEO.lat, number), found.one(GEO.long, number)
        if lat is not None and lon is not None:
            other = found.one(SKOS.prefLabel, text) or around.value
            return Spot(id=place.value, name=name, lat=lat, lon=lon, degrees_of=other if other != name else None)
    return Spot(id=place.value, name=name)


def _node(view: View, place: ox.NamedNode) -> Node:
    return Nodes(view.quads(place))[iri(place)]


def _around(view: View, place: ox.NamedNode) -> Iterator[ox.NamedNode]:
    """Give a place and those that it lies in, nearest first."""
    waiting, seen = [place], {place}
    while waiting:
        each = waiting.pop(0)
        yield each
        above = (quad.object for link in (KG.partOf, DCTERMS.isPartOf) for quad in view.quads(each, link))
        new = [whole for whole in sorted(above, key=str) if isinstance(whole, ox.NamedNode) and whole not in seen]
        seen.update(new)
        waiting.extend(new)
