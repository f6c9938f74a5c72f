"""Claims as quads: one triple in the graph that is the claim, and its words and scope beside it."""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kg.iris import Minter
from kg.model import Claim, Iri, Operator, Period, Place, Quantity
from kg.rdf.nodes import Node, Nodes, day, number, text
from kg.rdf.terms import Term, concept, decimal, from_concept, iri, node, quads
from kg.rdf.terms import day as write_day
from kg.rdf.vocab import EDTF, KG, PROV, RDF, SCHEMA, SKOS

_CLASSES = {"agent": PROV.Agent, "party": KG.Party, "place": SCHEMA.Place, "relation": RDF.Property}
_Values = list[tuple[NamedNode, Term | None]]


def claim_quads(claim: Claim, minter: Minter) -> Iterator[Quad]:
    """Write one claim, its quantity, and the words for what it speaks of."""
    name = node(claim.id)
    yield Quad(node(claim.subject), node(claim.predicate), node(claim.object), name)
    values: _Values = [
        (RDF.type, KG.Claim),
        (RDF.type, SCHEMA.Claim),
        (SCHEMA.text, Literal(claim.text)),
        (KG.place, node(claim.place) if claim.place else None),
    ]
    if claim.period:
        values += _period(claim.period)
    if claim.quantity:
        much = claim.quantity
        quantity = minter.hashed("quantity", much.low, much.high, f"{much.operator} {much.unit}")
        values.append((KG.quantity, node(quantity)))
        yield from _quantity_quads(quantity, claim.quantity)
    yield from quads(claim.id, values)
    if claim.place:
        yield Quad(node(claim.place), RDF.type, SCHEMA.Place)
    yield from _label_quads(claim.labels, claim.predicate, minter.base)


def _period(period: Period) -> _Values:
    return [
        (KG.time, Literal(period.edtf, datatype=EDTF) if period.edtf else None),
        (KG.timeFrom, write_day(period.start) if period.start else None),
        (KG.timeTo, write_day(period.end) if period.end else None),
    ]


def _quantity_quads(name: Iri, quantity: Quantity) -> Iterable[Quad]:
    values: _Values = [
        (RDF.type, SCHEMA.QuantitativeValue),
        (SCHEMA.minValue, decimal(quantity.low) if quantity.low is not None else None),
        (SCHEMA.maxValue, decimal(quantity.high) if quantity.high is not None else None),
        (KG.operator, concept(quantity.operator)),
        (SCHEMA.unitText, Literal(quantity.unit)),
        (SCHEMA.unitCode, Literal(quantity.code) if quantity.code else None),
        (SCHEMA.description, Literal(quantity.text)),
    ]
    return quads(name, values)


def _label_quads(labels: Mapping[Iri, str], predicate: Iri, base: str) -> Iterator[Quad]:
    for name, words in sorted(labels.items()):
        kind = "relation" if name == predicate else name.removeprefix(base).partition("/")[0]
        yield from quads(name, [(RDF.type, _CLASSES.get(kind, SCHEMA.Thing)), (SKOS.prefLabel, Literal(words))])


def place_quads(place: Place, base: str) -> Iterator[Quad]:
    """Write a place with its name; one that only words tell of is a thing as well."""
    yield from _label_quads({place.id: place.name}, Iri(""), base)
    yield Quad(node(place.id), RDF.type, SCHEMA.Place)


def claims(source: Iterable[Quad]) -> Iterator[Claim]:
    """Read all claims, each with the words for its IRIs."""
    nodes = Nodes(source)
    for found in nodes.of_class(KG.Claim):
        triples = nodes.graphs.get(found.iri, [])
        if len(triples) != 1:
            raise ValueError(f"{found.iri} holds {len(triples)} triples where a claim has one")
        subject, predicate, target, _ = triples[0]
        place = found.one(KG.place, iri)
        parts = (iri(subject), iri(predicate), iri(target), *((place,) if place else ()))
        yield Claim(
            id=found.iri,
            text=found.need(SCHEMA.text, text),
            subject=parts[0],
            predicate=parts[1],
            object=parts[2],
            place=place,
            period=_read_period(found),
            quantity=found.one(KG.quantity, lambda term: _read_quantity(nodes[iri(term)])),
            labels={name: words for name in parts if (words := nodes[name].one(SKOS.prefLabel, text))},
        )


def _read_period(found: Node) -> Period | None:
    start, end = found.one(KG.timeFrom, day), found.one(KG.timeTo, day)
    return Period(start=start, end=end) if start or end else None


def _read_quantity(found: Node) -> Quantity:
    low, high = found.one(SCHEMA.minValue, number), found.one(SCHEMA.maxValue, number)
    return Quantity(
        low=low,
        high=high,
        operator=found.one(KG.operator, lambda term: from_concept(Operator, term)) or _operator(low, high),
        code=found.one(SCHEMA.unitCode, text),
        unit=found.need(SCHEMA.unitText, text),
        text=found.need(SCHEMA.description, text),
    )


def _operator(low: float | None, high: float | None) -> Operator:
    """Give what an interval says of itself, in graphs of before operators were written."""
    if low == high:
        return Operator.EXACTLY
    return Operator.AT_LEAST if high is None else Operator.AT_MOST if low is None else Operator.BETWEEN
