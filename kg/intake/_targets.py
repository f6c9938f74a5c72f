"""Finds the stretch of a document's text that an annotation marks (Web Annotation Data Model, 4.2)."""

import re
from dataclasses import dataclass
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode

from kg.intake import _json as linked
from kg.model import Iri, Span
from kg.rdf.nodes import Nodes
from kg.rdf.nodes import text as words_in
from kg.rdf.terms import iri, web_address
from kg.rdf.vocab import KG, SCHEMA
from kg.store import View


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a text, with its words."""

    document: Iri
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Target:
    """A document of the graph, and its text where that is kept."""

    document: Iri
    text: str | None


def targets(view: View, address: str) -> list[Target]:
    """Give the documents of a graph that an address means: by their id, or all that were read from there."""
    if address.startswith(f"{view.base}document/"):
        names = [Iri(address)] if any(view.quads(NamedNode(address), KG.textDigest)) else []
    else:
        found = view.quads(None, SCHEMA.url, web_address(address), DefaultGraph())
        names = sorted(iri(quad.subject) for quad in found)
    return [Target(name, _text(view, name)) for name in names]


def _text(view: View, document: Iri) -> str | None:
    found = Nodes(view.quads(NamedNode(document), KG.textDigest, None, DefaultGraph()))
    digest = found[document].one(KG.textDigest, words_in)
    return view.text(digest) if digest else None


def marked(target: Target, selectors: list[Any]) -> Marked:
    """Give what selectors mark in a text; raises ValueError where that is nothing, or not sure."""
    position = next((each for each in selectors if "TextPositionSelector" in linked.types(each)), None)
    quote = next((each for each in selectors if "TextQuoteSelector" in linked.types(each)), None)
    exact = quote.get("exact") if quote else None
    exact = exact if isinstance(exact, str) and exact else None
    span = _span(position) if position else None
    if target.text is None:
        if span is None or exact is None or len(exact) != span.end - span.start:
            raise ValueError("the graph keeps no text of its document; give position and quotation of the same length")
        return Marked(target.document, span, exact)
    if span and span.end <= len(target.text) and exact in (None, target.text[span.start : span.end]):
        return Marked(target.document, span, target.text[span.start : span.end])
    if quote is None or exact is None:
        raise ValueError("it has no place in the text; give a TextPositionSelector or a TextQuoteSelector")
    places = _places(target.text, exact, *(_around(quote, each) for each in ("prefix", "suffix")))
    if len(places) != 1:
        found = f"{len(places)} times" if places else "nowhere"
        raise ValueError(f"its words stand {found} in the text; give the words around them")
    return Marked(target.document, Span(places[0], places[0] + len(exact)), exact)


def _span(position: linked.Object) -> Span | None:
    start, end = position.get("start"), position.get("end")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
        return Span(start, end)
    return None


def _around(quote: linked.Object, name: str) -> str:
    words = quote.get(name)
    return words if isinstance(words, str) else ""


def _places(text: str, exact: str, prefix: str, suffix: str) -> list[int]:
    found = re.finditer(f"(?={re.escape(exact + suffix)})", text)
    return [match.start() for match in found if text[: match.start()].endswith(prefix)]
