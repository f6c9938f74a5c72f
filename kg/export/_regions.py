"""Finds the claims that speak of a place or of what lies in it."""

from typing import cast

import pyoxigraph as ox

from kg.store.base import View

_WITHIN = "SELECT DISTINCT ?spot WHERE { ?spot (kg:partOf|dcterms:isPartOf)* %s }"
_AT = "SELECT DISTINCT ?claim WHERE { VALUES ?spot { %s } ?claim kg:place ?spot }"
_OF = """
SELECT DISTINCT ?claim WHERE {
  VALUES ?spot { %s }
  { GRAPH ?claim { ?spot ?relation ?other } } UNION { GRAPH ?claim { ?other ?relation ?spot } }
}
"""


def claims_at(view: View, place: ox.NamedNode) -> frozenset[str]:
    """Give the claims whose place, subject or object is this place or lies in it."""
    spots = {place.value} | _column(view, _WITHIN % str(place))
    listed = " ".join(str(ox.NamedNode(spot)) for spot in sorted(spots))
    return frozenset(_column(view, _AT % listed) | _column(view, _OF % listed))


def _column(view: View, sparql: str) -> set[str]:
    rows = cast("ox.QuerySolutions", view.query(sparql))
    return {row[0].value for row in rows}
