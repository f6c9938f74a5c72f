"""Finds what people mean by an id, an IRI or a name."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import cast

import pyoxigraph as ox

from kg.errors import QueryError
from kg.iris import KINDS, compact, expand
from kg.model import Iri
from kg.query._tokens import substitute
from kg.rdf.nodes import text
from kg.rdf.vocab import SKOS
from kg.store.base import View

_SHORT = re.compile(rf"(?:{'|'.join(KINDS)}|kg):(?!//)\S+")
_ABSOLUTE = re.compile(r"(?:https?://|urn:)\S+")
_SHOWN = 6  # so many candidates are listed when a name fits several things

# An agent as one text names it stands for the agent that its statements were resolved to.
_BY_NAME = """
SELECT DISTINCT ?found ?agent WHERE {{
  ?found skos:prefLabel|skos:altLabel|schema:text {words}
  OPTIONAL {{ ?statement kg:mentionedAs ?found OPTIONAL {{ ?statement prov:wasAttributedTo ?agent }} }}
}} ORDER BY ?found ?agent
"""
# The first is looked up in an index, the second compared with every name there is.
_AS_WRITTEN, _IN_OTHER_CASE = (
    _BY_NAME.format(words=words) for words in ("?_name .", "?words . FILTER(LCASE(STR(?words)) = LCASE(?_name))")
)
_BEARING = """
SELECT DISTINCT ?thing ?known WHERE {
  ?thing skos:prefLabel|skos:altLabel|schema:text ?words . FILTER(LCASE(STR(?words)) = LCASE(?_name))
  BIND(EXISTS { ?thing kg:curated true } AS ?known)
} ORDER BY ?thing
"""
_LISTS = "; kg sources, kg claims and kg query places list what it has"
_NAMES = "SELECT DISTINCT ?thing ?name WHERE { ?thing skos:prefLabel|skos:altLabel ?name } ORDER BY ?name"


def find(view: View, words: str, kinds: Sequence[str] = ()) -> ox.NamedNode:
    """Give the one thing of these kinds (of any, by default) that an id, an IRI or a name stands for.

    What is called so to the letter comes before what differs in capitals. Raises QueryError when nothing fits, naming
    what is near, or when a name fits several things, naming them.
    """
    words = words.strip()
    if _SHORT.fullmatch(words) or _ABSOLUTE.fullmatch(words):
        return _node(view, words, kinds)
    found = _named(view, words, kinds)
    if len(found) == 1:
        return ox.NamedNode(next(iter(found)))
    if not found:
        raise QueryError(f"the graph has no {_any(kinds)} called {words!r}{_near(view, words, kinds)}")
    listed = [f"{compact(iri, view.base)} ({label})" for iri, label in found.items()]
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    raise QueryError(f"{words!r} is the name of several things; give an id: {', '.join(listed[:_SHOWN])}{more}")


def named(view: View, words: str, kinds: Sequence[str]) -> Iri:
    """Give the one thing that bears a name itself, an id or an IRI: the name in a text, not whom it stands for.

    Of several kinds the first that has it counts, and of that what people wrote down. Raises QueryError.
    """
    words = words.strip()
    if _SHORT.fullmatch(words) or _ABSOLUTE.fullmatch(words):
        found = Iri(_node(view, words, kinds).value)
        if not any(view.quads(ox.NamedNode(found))):
            raise QueryError(f"the graph has no {words}; give the id or the name of a thing that it has")
        return found
    rows = _rows(view, substitute(_BEARING, {"_name": str(ox.Literal(words))}))
    bearing = [(Iri(row["thing"].value), row["known"].value == "true") for row in rows]
    for kind in kinds:
        fitting = [(iri, known) for iri, known in bearing if _fits(view, iri, (kind,))]
        chosen = [iri for iri, known in fitting if known] or [iri for iri, _ in fitting]
        if len(chosen) > 1:
            listed = ", ".join(compact(iri, view.base) for iri in chosen[:_SHOWN])
            raise QueryError(f"{words!r} is the name of several things; give an id: {listed}")
        if chosen:
            return chosen[0]
    raise QueryError(f"the graph has no {_any(kinds)} called {words!r}{_near(view, words, kinds)}")


def _node(view: View, words: str, kinds: Sequence[str]) -> ox.NamedNode:
    iri = expand(words, view.base)
    if not _fits(view, iri, kinds) and iri != words:
        raise QueryError(f"{words!r} is no {_any(kinds)}; give the id or the name of one")
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{words!r} is no IRI: {error}") from error


def _named(view: View, words: str, kinds: Sequence[str]) -> dict[str, str]:
    for by_name in (_AS_WRITTEN, _IN_OTHER_CASE):
        rows = _rows(view, substitute(by_name, {"_name": str(ox.Literal(words))}))
        things = sorted({(row["agent"] or row["found"]).value for row in rows})
        if fitting := [thing for thing in things if _fits(view, thing, kinds)]:
            return {thing: _label(view, thing) or words for thing in fitting}
    return {}


def _label(view: View, thing: str) -> str:
    return min((text(quad.object) for quad in view.quads(ox.NamedNode(thing), SKOS.prefLabel)), default="")


def _near(view: View, words: str, kinds: Sequence[str]) -> str:
    rows = _rows(view, _NAMES)
    names = {row["name"].value.lower(): row["name"].value for row in rows if _fits(view, row["thing"].value, kinds)}
    close = get_close_matches(words.lower(), names, n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(repr(names[name]) for name in close)}?" if close else _LISTS


def _rows(view: View, sparql: str) -> ox.QuerySolutions:
    return cast("ox.QuerySolutions", view.query(sparql))


def _fits(view: View, iri: str, kinds: Sequence[str]) -> bool:
    return not kinds or compact(iri, view.base).partition(":")[0] in kinds


def _any(kinds: Sequence[str]) -> str:
    return " or ".join(kinds) or "thing"
