"""Judgements as quads: decisions about two things, with maker, score and reason."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, Quad

from kg.model import Decision, Judgement
from kg.rdf.nodes import Nodes, number, text
from kg.rdf.terms import concept, decimal, from_concept, iri, node, quads
from kg.rdf.vocab import KG, PROV, RDF


def judgement_quads(judgement: Judgement) -> Iterable[Quad]:
    """Write one judgement."""
    return quads(
        judgement.id,
        [
            (RDF.type, KG.Judgement),
            (RDF.type, PROV.Entity),
            (KG.left, node(judgement.left)),
            (KG.right, node(judgement.right)),
            (KG.decision, concept(judgement.decision)),
            (KG.maker, Literal(judgement.maker)),
            (KG.score, decimal(judgement.score)),
            (KG.reason, Literal(judgement.reason)),
            (PROV.wasDerivedFrom, node(judgement.document) if judgement.document else None),
        ],
    )


def judgements(source: Iterable[Quad]) -> Iterator[Judgement]:
    """Read all judgements in force; one that was taken back is left out."""
    for found in Nodes(source).of_class(KG.Judgement):
        if found.all(PROV.invalidatedAtTime):
            continue
        yield Judgement(
            id=found.iri,
            left=found.need(KG.left, iri),
            right=found.need(KG.right, iri),
            decision=found.need(KG.decision, lambda term: from_concept(Decision, term)),
            maker=found.need(KG.maker, text),
            score=found.need(KG.score, number),
            reason=found.need(KG.reason, text),
            document=found.one(PROV.wasDerivedFrom, iri),
        )
