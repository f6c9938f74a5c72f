"""Agents, documents and quotations as nested objects of schema.org, for JSON-LD that is read as a tree."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from kg.export._records import Records
from kg.export._wording import affirms, quote, stance_of
from kg.model import AgentKind
from kg.rdf.agents import kind_of
from kg.rdf.nodes import Node, text
from kg.rdf.terms import concept, iri
from kg.rdf.vocab import KG, PROV, SCHEMA, SKOS

Json = dict[str, object]
_TYPES = {
    AgentKind.OUTLET: "NewsMediaOrganization", AgentKind.PERSON: "Person", AgentKind.ORGANIZATION: "Organization",
}  # fmt: skip


def known(values: Mapping[str, object]) -> Json:
    """Leave out what is not known."""
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def web_url(found: Node) -> str | None:
    """Give the address of a document, where it is one of the web."""
    url = found.one(SCHEMA.url, text)
    return url if url and urlsplit(url).scheme in {"http", "https"} else None


def quotation(statement: Node, graph: Records) -> Json:
    """Describe a statement: its words, who says them, where, and who passed them on."""
    source, document = statement.one(PROV.wasAttributedTo, iri), statement.one(PROV.wasQuotedFrom, iri)
    party = statement.one(KG.party, iri)
    hops = [
        known({"@id": hop.iri, "@type": "Quotation", "creator": agent(hop.one(PROV.wasAttributedTo, iri), graph)})
        for hop in graph.hops(statement.iri)
    ]
    return known(
        {
            "@id": statement.iri,
            "@type": "Quotation",
            "text": quote(statement, graph),
            "kg:stance": {"@id": concept(stance_of(statement)).value},
            "kg:affirms": affirms(statement),
            "creator": agent(source, graph, party),
            "dateCreated": statement.one(KG.saidOn, text),
            "isPartOf": article(graph.node(document), graph) if document else None,
            "@reverse": {"isBasedOn": hops} if hops else None,
        }
    )


def agent(name: str | None, graph: Records, party: str | None = None) -> Json | None:
    """Describe an agent, with its side."""
    if name is None:
        return None
    found = graph.node(name)
    side = party or found.one(KG.party, iri)
    member = {"@id": side, "@type": "Organization", "name": graph.name(side)} if side else None
    return known({"@id": name, "@type": _TYPES.get(kind_of(found)), "name": graph.name(name), "memberOf": member})


def article(found: Node, graph: Records) -> Json:
    """Describe a document, with its publisher."""
    publisher = found.one(SCHEMA.publisher, iri)
    return known(
        {
            "@id": found.iri,
            "@type": "NewsArticle",
            "identifier": found.one(SCHEMA.identifier, text),
            "headline": found.one(SCHEMA.headline, text),
            "url": web_url(found),
            "datePublished": found.one(SCHEMA.datePublished, text),
            "inLanguage": found.one(SCHEMA.inLanguage, text),
            "author": found.one(SCHEMA.author, text),
            "publisher": agent(publisher, graph),
        }
    )


def thing(term: object, graph: Records) -> Json | None:
    """Name a thing that a claim speaks of."""
    if not isinstance(term, NamedNode):
        return None
    return known({"@id": term.value, "name": graph.node(term.value).one(SKOS.prefLabel, text)})
