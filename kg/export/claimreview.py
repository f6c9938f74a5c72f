"""Claims, quotations and reviews of schema.org in JSON-LD, each claim a tree with those who state it.

A review says how far sources agree, never whether a claim is true: it has a word for its rating and no number, and its
author is a program. https://schema.org/ClaimReview
"""

from collections.abc import Iterator
from typing import IO

from kg.export._nested import Json, known, quotation, thing
from kg.export._records import Records, records
from kg.export._wording import speaks_for
from kg.export._writing import compact_json, write_list
from kg.export.selection import EVERYTHING, Selection
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
            write_list(stream, start, _objects(graph), b"}")


def _objects(graph: Records) -> Iterator[Json]:
    for found in graph.of_class(KG.Claim):
        statements = sorted(graph.told_of(found.iri, KG.claim), key=lambda statement: statement.iri)
        yield _claim(found, statements, graph)
        if found.all(KG.verdict):
            yield _review(found, statements, graph)


def _claim(found: Node, statements: list[Node], graph: Records) -> Json:
    """Describe a claim; what denies or asks it is about it, and no appearance of it."""
    claimed = graph.claimed(found.iri)
    place = found.one(KG.place, iri)
    return known(
        {
            "@id": found.iri,
            "@type": "Claim",
            "text": found.one(SCHEMA.text, text),
            "rdf:subject": thing(claimed.subject, graph) if claimed else None,
            "rdf:predicate": thing(claimed.predicate, graph) if claimed else None,
            "rdf:object": thing(claimed.object, graph) if claimed else None,
            "spatialCoverage": {**(thing(node(place), graph) or {}), "@type": "Place"} if place else None,
            "temporalCoverage": found.one(KG.time, text),
            "firstAppearance": _first([one for one in statements if speaks_for(one)], graph),
            "appearance": [quotation(one, graph) for one in statements if speaks_for(one)],
            "subjectOf": [quotation(one, graph) for one in statements if not speaks_for(one)],
        }
    )


def _first(statements: list[Node], graph: Records) -> Json | None:
    dated = [(day, one.iri) for one in statements if (day := _day(one, graph))]
    return {"@id": min(dated)[1]} if dated else None


def _day(statement: Node, graph: Records) -> str | None:
    document = statement.one(PROV.wasQuotedFrom, iri)
    published = graph.node(document).one(SCHEMA.datePublished, text) if document else None
    return statement.one(KG.saidOn, text) or published


def _review(found: Node, statements: list[Node], graph: Records) -> Json:
    rating = {
        "@type": "Rating",
        "alternateName": found.one(KG.verdict, lambda term: local(node(iri(term)))),
        "ratingExplanation": _explanation(found, statements, graph),
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


def _explanation(found: Node, statements: list[Node], graph: Records) -> str:
    """Word who affirms and who denies; the origins are those of all claims judged to say the same."""
    sides = {True: "Affirmed by", False: "Denied, doubted or asked about by"}
    named = [f"{words} {names}." for side, words in sides.items() if (names := _names(statements, side, graph))]
    origins = found.one(KG.originCount, text)
    counted = [f"Independent origins, with claims judged to say the same: {origins}."] if origins else []
    return " ".join([*named, *counted, _NO_TRUTH])


def _names(statements: list[Node], side: bool, graph: Records) -> str:
    names = sorted(
        {
            graph.name(source)
            for one in statements
            if speaks_for(one) is side
            for source in one.iris(PROV.wasAttributedTo)
        }
    )
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


exporter = ClaimReview()
