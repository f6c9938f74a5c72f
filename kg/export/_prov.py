"""Where everything in a graph comes from, in the terms of PROV-O, one thing at a time.

Documents, statements, claims, judgements and grades are entities, runs activities; see https://www.w3.org/TR/prov-o/
"""

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from kg.export._records import Records
from kg.export._wording import quote, sentence
from kg.iris import Minter
from kg.model import Iri
from kg.rdf.nodes import Node, text
from kg.rdf.terms import Term, iri, local, node
from kg.rdf.vocab import KG, PROV, RDF, RDFS, SCHEMA, SKOS

_CLASSES = {SCHEMA.Person: PROV.Person, SCHEMA.Organization: PROV.Organization}
_CLASSES[SCHEMA.NewsMediaOrganization] = PROV.Organization
_Values = Iterable[tuple[NamedNode, Term | None]]


def provenance(graph: Records) -> Iterator[Node]:
    """Give what PROV can say of each thing; what a claim was derived from comes piece by piece."""
    makers: set[str] = set()
    yield from map(_document, graph.of_class(SCHEMA.NewsArticle))
    yield from map(_run, graph.of_class(PROV.Activity))
    yield from map(_agent, graph.of_class(PROV.Agent))
    yield from map(_agent, graph.of_class(PROV.SoftwareAgent))
    for found in graph.of_class(KG.Statement):
        yield _statement(found, graph)
        yield from (_described(claim, [(PROV.wasDerivedFrom, node(found.iri))]) for claim in found.iris(KG.claim))
    yield from map(_claim, graph.of_class(KG.Claim))
    for kind, read in ((KG.Judgement, _judgement), (KG.Grade, _grade)):
        for found in graph.of_class(kind):
            yield from _made(found, read, graph, makers)


def _described(name: str, values: _Values) -> Node:
    found = Node(Iri(name))
    for predicate, value in values:
        if value is not None:
            found.add(predicate, value)
    return found


def _entity(found: Node, label: str | None, values: _Values) -> Node:
    kinds = [(RDF.type, PROV.Entity), *((RDF.type, kind) for kind in found.all(RDF.type) if kind != PROV.Entity)]
    return _described(found.iri, [*kinds, (RDFS.label, Literal(label) if label else None), *values])


def _kept(found: Node, *predicates: NamedNode) -> _Values:
    return [(predicate, value) for predicate in predicates for value in found.all(predicate)]


def _document(found: Node) -> Node:
    label = found.one(SCHEMA.headline, text) or found.one(SCHEMA.identifier, text)
    publishers = [(PROV.wasAttributedTo, publisher) for publisher in found.all(SCHEMA.publisher)]
    return _entity(found, label, [*publishers, *_kept(found, PROV.wasRevisionOf, SCHEMA.datePublished, SCHEMA.url)])


def _run(found: Node) -> Node:
    ended = [(PROV.endedAtTime, when) for when in found.all(PROV.generatedAtTime)]
    return _described(found.iri, [(RDF.type, PROV.Activity), *_kept(found, PROV.used, PROV.wasAssociatedWith), *ended])


def _agent(found: Node) -> Node:
    kinds = {PROV.Agent, *(kind for kind in found.all(RDF.type) if kind == PROV.SoftwareAgent)}
    kinds |= {_CLASSES[kind] for kind in found.all(RDF.type) if isinstance(kind, NamedNode) and kind in _CLASSES}
    labels = [(RDFS.label, label) for label in found.all(SKOS.prefLabel)]
    return _described(found.iri, [*((RDF.type, kind) for kind in kinds), *labels, *_kept(found, PROV.actedOnBehalfOf)])


def _statement(found: Node, graph: Records) -> Node:
    words = quote(found, graph)
    passed = [(PROV.wasDerivedFrom, statement) for statement in found.all(KG.reports)]
    said = _kept(found, PROV.wasQuotedFrom, PROV.wasAttributedTo, PROV.wasGeneratedBy)
    return _entity(found, sentence(found, graph), [(PROV.value, Literal(words) if words else None), *said, *passed])


def _claim(found: Node) -> Node:
    return _entity(found, found.one(SCHEMA.text, text), [])


def _made(found: Node, read: Callable[[Node, Records], Node], graph: Records, makers: set[str]) -> Iterator[Node]:
    """Give a decision with its maker, who is described once."""
    made = read(found, graph)
    for times in (PROV.generatedAtTime, PROV.invalidatedAtTime):
        for when in found.all(times):
            made.add(times, when)
    for words in found.texts(KG.maker):
        maker = Minter(graph.base).hashed("agent", "maker", words)
        made.add(PROV.wasAttributedTo, node(maker))
        if maker not in makers:
            makers.add(maker)
            kind = PROV.Person if words.startswith("person:") else PROV.SoftwareAgent
            yield _described(maker, [(RDF.type, PROV.Agent), (RDF.type, kind), (RDFS.label, Literal(words))])
    yield made


def _judgement(found: Node, graph: Records) -> Node:
    """Describe a judgement; it is derived from claims that it compares, and influenced by what are no entities."""
    decision = found.one(KG.decision, lambda term: local(node(iri(term)))) or "judged"
    values = list(_kept(found, PROV.wasDerivedFrom))
    for name in (*found.iris(KG.left), *found.iris(KG.right)):
        is_claim = graph.node(name).is_a(KG.Claim)
        values.append((PROV.wasDerivedFrom if is_claim else PROV.wasInfluencedBy, node(name)))
    return _entity(found, f"{decision}: {found.one(KG.reason, text) or 'no reason given'}", values)


def _grade(found: Node, _: Records) -> Node:
    values = [(PROV.wasInfluencedBy, name) for name in found.all(KG.graded)]
    return _entity(found, f"grade {found.one(KG.grade, text)}", values)
