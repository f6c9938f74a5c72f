"""Documents and the runs that read them, as quads."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Quad

from kg.dates import PartialDate
from kg.iris import Minter
from kg.model import Document, Iri, Run
from kg.rdf.nodes import Node, Nodes, text
from kg.rdf.terms import Term, iri, moment, node, partial_date, quads, web_address
from kg.rdf.vocab import KG, PROV, RDF, SCHEMA, SKOS


def text_digest(words: str) -> str:
    """Name a text by its SHA-256, under which it is kept beside the graph."""
    return hashlib.sha256(words.encode()).hexdigest()


def document_quads(document: Document, publisher: Iri | None, credits: Sequence[Iri]) -> Iterable[Quad]:  # noqa: A002
    """Write one document; its publisher and the agencies whose copy it is are agents."""
    values: list[tuple[NamedNode, Term | None]] = [
        (RDF.type, SCHEMA.NewsArticle),
        (RDF.type, PROV.Entity),
        (SCHEMA.identifier, _text(document.local_id)),
        (SCHEMA.url, web_address(document.url) if document.url is not None else None),
        (SCHEMA.publisher, node(publisher) if publisher else None),
        (SCHEMA.datePublished, partial_date(document.published) if document.published else None),
        (SCHEMA.headline, _text(document.title)),
        (SCHEMA.author, _text(document.author)),
        (SCHEMA.inLanguage, _text(document.language)),
        (KG.textDigest, Literal(text_digest(document.text))),
    ]
    values += [(SCHEMA.sourceOrganization, node(agency)) for agency in credits]
    return quads(document.id, values)


def _text(words: str | None) -> Literal | None:
    return None if words is None else Literal(words)


def run_quads(run: Run, minter: Minter) -> Iterator[Quad]:
    """Write one run with the software that made it."""
    maker = minter.hashed("agent", "software", run.maker)
    yield from quads(maker, [(RDF.type, PROV.SoftwareAgent), (SKOS.prefLabel, Literal(run.maker))])
    yield from quads(
        run.id,
        [
            (RDF.type, PROV.Activity),
            (PROV.used, node(run.document)),
            (PROV.wasAssociatedWith, node(maker)),
            (PROV.generatedAtTime, moment(run.generated_at)),
        ],
    )


def documents(source: Iterable[Quad], text_of: Callable[[str], str | None] = lambda _: None) -> Iterator[Document]:
    """Read all documents; `text_of` finds a text by its digest, and without it texts are empty.

    The publisher comes back by the name that its agent has in the graph.
    """
    nodes = Nodes(source)
    for found in nodes.of_class(SCHEMA.NewsArticle):
        digest = found.one(KG.textDigest, text)
        yield Document(
            id=found.iri,
            text=(text_of(digest) if digest else None) or "",
            local_id=found.one(SCHEMA.identifier, text),
            url=found.one(SCHEMA.url, text),
            publisher=_publisher(found, nodes),
            published=found.one(SCHEMA.datePublished, lambda term: PartialDate(text(term))),
            title=found.one(SCHEMA.headline, text),
            author=found.one(SCHEMA.author, text),
            language=found.one(SCHEMA.inLanguage, text),
        )


def _publisher(found: Node, nodes: Nodes) -> str | None:
    publisher = found.one(SCHEMA.publisher, iri)
    return nodes[publisher].one(SKOS.prefLabel, text) if publisher else None


def runs(source: Iterable[Quad]) -> Iterator[Run]:
    """Read all runs."""
    nodes = Nodes(source)
    for found in nodes.of_class(PROV.Activity):
        maker = nodes[found.need(PROV.wasAssociatedWith, iri)]
        yield Run(
            id=found.iri,
            document=found.need(PROV.used, iri),
            maker=maker.need(SKOS.prefLabel, text),
            generated_at=found.need(PROV.generatedAtTime, lambda term: datetime.fromisoformat(text(term))),
        )
