"""Statements as quads: who said what, where in which text, how and when."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.dates import PartialDate
from kg.iris import Minter
from kg.model import Certainty, DateBasis, Iri, Quotation, Span, Spans, Stance, Statement
from kg.rdf.nodes import Node, Nodes, number, text, truth
from kg.rdf.terms import Term, boolean, concept, decimal, from_concept, integer, iri, node, partial_date, quads
from kg.rdf.vocab import KG, OA, PROV, RDF


def statement_quads(statement: Statement, words: str, run: Iri, minter: Minter) -> Iterator[Quad]:
    """Write one statement with its spans; `words` is the text of its document."""
    values: list[tuple[NamedNode, Term | None]] = [
        (RDF.type, KG.Statement),
        (RDF.type, PROV.Entity),
        (PROV.wasQuotedFrom, node(statement.document)),
        (PROV.wasAttributedTo, node(statement.source)),
        (KG.mentionedAs, node(statement.mentioned_as)),
        (KG.claim, node(statement.claim) if statement.claim else None),
        (KG.reports, node(statement.reports) if statement.reports else None),
        (KG.party, node(statement.party) if statement.party else None),
        (KG.stance, concept(statement.stance)),
        (KG.affirms, boolean(statement.affirms)),
        (KG.certainty, concept(statement.certainty)),
        (KG.realized, None if statement.realized else boolean(False)),
        (KG.distanced, boolean(True) if statement.distanced else None),
        (KG.quotation, concept(statement.quotation)),
        (KG.saidOn, partial_date(statement.said_on) if statement.said_on else None),
        (KG.saidOnBasis, concept(statement.said_on_basis)),
        (KG.timeText, Literal(statement.time_text) if statement.time_text else None),
        (KG.timeBasis, concept(statement.time_basis) if statement.time_basis else None),
        (KG.narrated, boolean(statement.narrated)),
        (KG.confidence, decimal(statement.confidence)),
        (PROV.wasGeneratedBy, node(run)),
    ]
    for predicate, spans in _spans(statement):
        for span in spans:
            name = minter.hashed("span", statement.document, span.start, span.end)
            values.append((predicate, node(name)))
            yield from _span_quads(name, span, words)
    yield from quads(statement.id, values)


def _spans(statement: Statement) -> Iterable[tuple[NamedNode, Spans]]:
    yield KG.sourceSpan, statement.source_spans
    yield KG.cueSpan, statement.cue_spans
    yield KG.contentSpan, statement.content_spans


def _span_quads(name: Iri, span: Span, words: str) -> Iterable[Quad]:
    values: list[tuple[NamedNode, Term | None]] = [
        (RDF.type, OA.TextPositionSelector),
        (RDF.type, OA.TextQuoteSelector),
        (OA.start, integer(span.start)),
        (OA.end, integer(span.end)),
        (OA.exact, Literal(words[span.start : span.end])),
    ]
    return quads(name, values)


def statements(source: Iterable[Quad]) -> Iterator[Statement]:
    """Read all statements; their spans come back in the order of the text."""
    nodes = Nodes(source)
    for found in nodes.of_class(KG.Statement):
        yield _read(found, nodes)


def _read(found: Node, nodes: Nodes) -> Statement:
    return Statement(
        id=found.iri,
        document=found.need(PROV.wasQuotedFrom, iri),
        source=found.need(PROV.wasAttributedTo, iri),
        mentioned_as=found.need(KG.mentionedAs, iri),
        claim=found.one(KG.claim, iri),
        reports=found.one(KG.reports, iri),
        party=found.one(KG.party, iri),
        stance=found.need(KG.stance, lambda term: from_concept(Stance, term)),
        affirms=found.need(KG.affirms, truth),
        certainty=found.need(KG.certainty, lambda term: from_concept(Certainty, term)),
        realized=found.one(KG.realized, truth) is not False,
        distanced=found.one(KG.distanced, truth) is True,
        quotation=found.need(KG.quotation, lambda term: from_concept(Quotation, term)),
        said_on=found.one(KG.saidOn, lambda term: PartialDate(text(term))),
        said_on_basis=found.need(KG.saidOnBasis, lambda term: from_concept(DateBasis, term)),
        time_text=found.one(KG.timeText, text) or "",
        time_basis=found.one(KG.timeBasis, lambda term: from_concept(DateBasis, term)),
        narrated=found.need(KG.narrated, truth),
        confidence=found.need(KG.confidence, number),
        source_spans=_read_spans(found, KG.sourceSpan, nodes),
        cue_spans=_read_spans(found, KG.cueSpan, nodes),
        content_spans=_read_spans(found, KG.contentSpan, nodes),
    )


def _read_spans(found: Node, predicate: NamedNode, nodes: Nodes) -> Spans:
    spans = (nodes[name] for name in found.iris(predicate))
    return tuple(sorted(Span(int(span.need(OA.start, text)), int(span.need(OA.end, text))) for span in spans))
