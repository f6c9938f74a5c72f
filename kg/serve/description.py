"""What the endpoint says of itself: a SPARQL 1.1 Service Description."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.rdf.terms import node
from kg.rdf.vocab import FORMATS, RDF, SD
from kg.serve.formats import GRAPHS, finished
from kg.serve.negotiate import choose
from kg.serve.wire import Reply, Wish

_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "N-Quads", "TriG", "JSON-LD", "RDF_XML",
)  # fmt: skip


def description(endpoint: str, wish: Wish, *, writable: bool) -> Reply:
    """Describe the service at an address, in the format that the client likes best; raises NotAcceptableError."""
    media = choose(wish.accept, list(GRAPHS))
    prefixes = {"sd": SD.base}
    body = ox.serialize(_triples(node(endpoint), writable), format=GRAPHS[media], prefixes=prefixes)
    return finished(body or b"", media, wish)


def _triples(service: ox.NamedNode, writable: bool) -> Iterator[ox.Triple]:
    dataset, default = node(f"{service.value}#dataset"), node(f"{service.value}#default-graph")
    yield ox.Triple(service, RDF.type, SD.Service)
    yield ox.Triple(service, SD.endpoint, service)
    yield ox.Triple(service, SD.supportedLanguage, SD.SPARQL11Query)
    if writable:
        yield ox.Triple(service, SD.supportedLanguage, SD.SPARQL11Update)
    for name in _FORMATS:
        yield ox.Triple(service, SD.resultFormat, FORMATS[name])
    yield ox.Triple(service, SD.defaultDataset, dataset)
    yield ox.Triple(dataset, RDF.type, SD.Dataset)
    yield ox.Triple(dataset, SD.defaultGraph, default)
    yield ox.Triple(default, RDF.type, SD.Graph)
