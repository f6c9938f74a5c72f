"""Claims, quotations and reviews of schema.org in JSON-LD, each claim a tree with those who state it.

A review says how far sources agree, never whether a claim is true: it has a word for its rating and no number, and its
author is a program. https://schema.org/ClaimReview
"""

from collections.abc import Iterable, Iterator
from typing import IO, NamedTuple

from kg.export._nested import Json, known, quotation, thing
from kg.export._records import Records, records
from kg.export._wording import speaks_for
from kg.export._writing import compact_json, with_lists, write_pieces
from kg.export.selection import EVERYTHING, Selection
from kg.model import Iri
from kg.rdf.nodes import Node, text
from kg.rdf.terms import iri, local, node
from kg.rdf.vocab import KG, PROGRAM, PROV, RDF, SCHEMA
from kg.store.base import View

_CONTEXT = {"@vocab": SCHEMA.base, "kg": KG.base, "rdf": RDF.base}
_NAMED = 10  # sources that an explanation names on each side
_NO_TRUTH = "This counts who says so and who denies it; it does not say whether it is so."


class ClaimReview:
    """One `Claim` a claim; a `ClaimReview` beside each on which the graph has a verdict."""

    suffix = ".claimreview.jsonld"
    media_type = "application/ld+json"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write claims and reviews, one a line of `@graph`."""
        start = b'{"@context":' + compact_json(_CONTEXT) + b',\n"@graph":'
        with records(view, selection) as graph:
            write_pieces(stream, start, _objects(graph), b"}")


class _Brief(NamedTuple):
    """As much of a statement as can be kept of all that carry one claim."""

    statement: Iri
    for_it: bool
    day: str | None
    sources: tuple[Iri, ...]


def _objects(graph: Records) -> Iterator[Iterable[bytes]]:
    for found in graph.of_class(KG.Claim):
        briefs = [_brief(statement, graph) for statement in graph.told_of(found.iri, KG.claim)]
        yield _claim(found, briefs, graph)
        if found.all(KG.verdict):
            yield [compact_json(_review(found, briefs, graph))]


def _brief(statement: Node, graph: Records) -> _Brief:
    document = statement.one(PROV.wasQuotedFrom, iri)
    published = graph.node(document).one(SCHEMA.datePublished, text) if document else None
    day = statement.one(KG.saidOn, text) or published
    return _Brief(statement.iri, speaks_for(statement), day, statement.iris(PROV.wasAttributedTo))


def _claim(found: Node, briefs: list[_Brief], graph: Records) -> Iterator[bytes]:
    """Describe a claim; what denies or asks it is about it, and no appearance of it."""
    claimed = graph.claimed(found.iri)
    place = found.one(KG.place, iri)
    first = min(((one.day, one.statement) for one in briefs if one.for_it and one.day), default=None)
    values = {
        "@id": found.iri,
        "@type": "Claim",
        "text": found.one(SCHEMA.text, text),
        "rdf:subject": thing(claimed.subject, graph) if claimed else None,
        "rdf:predicate": thing(claimed.predicate, graph) if claimed else None,
        "rdf:object": thing(claimed.object, graph) if claimed else None,
        "spatialCoverage": {**(thing(node(place), graph) or {}), "@type": "Place"} if place else None,
        "temporalCoverage": found.one(KG.time, text),
        "firstAppearance": {"@id": first[1]} if first else None,
    }
    return with_lists(
        known(values),
        appearance=(quotation(graph.read(one.statement), graph) for one in briefs if one.for_it),
        subjectOf=(quotation(graph.read(one.statement), graph) for one in briefs if not one.for_it),
    )


def _review(found: Node, briefs: list[_Brief], graph: Records) -> Json:
    rating = {
        "@type": "Rating",
        "alternateName": found.one(KG.verdict, lambda term: local(node(iri(term)))),
        "ratingExplanation": _explanation(found, briefs, graph),
    }
    return known(
        {
            "@id": f"{found.iri}#review",
            "@type": "ClaimReview",
            "claimReviewed": found.one(SCHEMA.text, text),
            "itemReviewed": {"@id": found.iri},
            "author": {"@id": PROGRAM.value, "@type": "SoftwareApplication", "name": "kg"},
            "reviewRating": rating,
        }
    )


def _explanation(found: Node, briefs: list[_Brief], graph: Records) -> str:
    """Word who affirms and who denies; the origins are those of all claims judged to say the same."""
    sides = {True: "Affirmed by", False: "Denied, doubted or asked about by"}
    named = [f"{words} {names}." for side, words in sides.items() if (names := _names(briefs, side, graph))]
    origins = found.one(KG.originCount, text)
    counted = [f"Independent origins, with claims judged to say the same: {origins}."] if origins else []
    return " ".join([*named, *counted, _NO_TRUTH])


def _names(briefs: list[_Brief], side: bool, graph: Records) -> str:
    sources = {source for one in briefs if one.for_it is side for source in one.sources}
    names = sorted({graph.name(source) for source in sources})
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


exporter = ClaimReview()
