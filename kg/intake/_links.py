"""What follows among records, whichever was taken in first: who takes back what, and what stands in place of what."""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.model import Iri, Stance, Statement
from kg.rdf.nodes import Nodes
from kg.rdf.read import statements
from kg.rdf.statements import statement_quads
from kg.rdf.terms import iri, node
from kg.rdf.vocab import KG, NPX, PROV, RDF, SCHEMA
from kg.store import Store, View
from kg.store.base import stale_quad

TAKING_BACK = (NPX.retracts, NPX.invalidates)


def link(store: Store) -> Iterator[tuple[str, int]]:
    """Add the withdrawals that statements tell of; give the address of each document so taken back, and how many.

    A source takes back only what it affirmed itself: the statement that it did becomes a denial of the same claim.
    """
    for predicate in TAKING_BACK:
        for told, document in sorted(_told(store, predicate), key=lambda each: (each[0].id, each[1])):
            made = [
                each
                for each in _affirmed(store, document, told.source)
                if not _is_known(store, _denial(store, told, each))
            ]
            for each in made:
                denial = _denial(store, told, each)
                run = _run(store, told.id)
                store.add([*statement_quads(denial, "", run, store.minter), stale_quad(store.base)])
            if made:
                yield document, len(made)
    store_revisions(store)


def store_revisions(store: Store) -> None:
    """Say of documents that stand in place of others of the same publisher that they revise them."""
    new = set[Quad]()
    for told, older in _told(store, NPX.supersedes):
        newer = told.document
        publishers = [{quad.object for quad in store.quads(node(each), SCHEMA.publisher)} for each in (newer, older)]
        cycle = any(store.quads(node(older), PROV.wasRevisionOf, node(newer)))
        quad = Quad(node(newer), PROV.wasRevisionOf, node(older))
        if newer != older and publishers[0] & publishers[1] and not cycle and not any(store.quads(*quad.triple)):
            new.add(quad)
    if new:
        store.add(new)


def _told(view: View, predicate: NamedNode) -> Iterator[tuple[Statement, Iri]]:
    """Give the statements that say such a thing of a document of the graph, and the document."""
    for claimed in view.quads(None, predicate):
        if isinstance(claimed.graph_name, DefaultGraph):
            continue
        documents = [iri(quad.subject) for quad in view.quads(None, SCHEMA.url, claimed.object, DefaultGraph())]
        for made in view.quads(None, KG.claim, claimed.graph_name, DefaultGraph()) if documents else ():
            statement = _read(view, iri(made.subject))
            if statement.affirms:
                yield from ((statement, document) for document in documents)


def _affirmed(view: View, document: Iri, source: Iri) -> Iterator[Statement]:
    """Give what a source affirms in a document."""
    for quad in view.quads(None, PROV.wasQuotedFrom, node(document), DefaultGraph()):
        statement = _read(view, iri(quad.subject))
        if statement.source == source and statement.claim and statement.affirms:
            yield statement


def _denial(view: View, told: Statement, affirmed: Statement) -> Statement:
    parts = (told.document, told.mentioned_as, affirmed.claim, told.said_on)
    return Statement(
        id=view.minter.hashed("statement", *parts), document=told.document, source=told.source,
        mentioned_as=told.mentioned_as, claim=affirmed.claim, stance=Stance.DENIES, affirms=False,
        said_on=told.said_on, said_on_basis=told.said_on_basis,
    )  # fmt: skip


def _read(view: View, name: Iri) -> Statement:
    spans = [quad for each in (KG.sourceSpan, KG.cueSpan, KG.contentSpan) for quad in view.quads(node(name), each)]
    about = [quad for span in spans if isinstance(span.object, NamedNode) for quad in view.quads(span.object)]
    return next(statements([*view.quads(node(name), None, None, DefaultGraph()), *about]))


def _is_known(view: View, statement: Statement) -> bool:
    return any(view.quads(node(statement.id), RDF.type))


def _run(view: View, statement: Iri) -> Iri:
    found = Nodes(view.quads(node(statement), PROV.wasGeneratedBy, None, DefaultGraph()))
    return found[statement].need(PROV.wasGeneratedBy, iri)
