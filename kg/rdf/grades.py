"""Grades as quads: what people think of sources, with maker, reason and time."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from pyoxigraph import Literal, Quad

from kg.model import Grade
from kg.rdf.nodes import Nodes, text
from kg.rdf.terms import iri, moment, node, quads
from kg.rdf.vocab import KG, PROV, RDF


def grade_quads(grade: Grade) -> Iterable[Quad]:
    """Write one grade."""
    return quads(
        grade.id,
        [
            (RDF.type, KG.Grade),
            (RDF.type, PROV.Entity),
            (KG.graded, node(grade.agent)),
            (KG.grade, Literal(grade.grade)),
            (KG.maker, Literal(grade.maker)),
            (KG.reason, Literal(grade.reason)),
            (PROV.generatedAtTime, moment(grade.made)),
        ],
    )


def grades(source: Iterable[Quad]) -> Iterator[Grade]:
    """Read all grades in force; one that was taken back is left out."""
    for found in Nodes(source).of_class(KG.Grade):
        if not found.all(PROV.invalidatedAtTime):
            yield Grade(
                id=found.iri,
                agent=found.need(KG.graded, iri),
                grade=found.need(KG.grade, text),
                maker=found.need(KG.maker, text),
                reason=found.need(KG.reason, text),
                made=found.need(PROV.generatedAtTime, lambda term: datetime.fromisoformat(text(term))),
            )
