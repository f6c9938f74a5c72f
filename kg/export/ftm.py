"""FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph and the `ftm` commands.

The model has no word for what somebody claims, so a statement is a `Documentation`: its source stands in that document,
with the stance as its role and the claim as its summary. https://followthemoney.tech/explorer/
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from kg.export._nested import Json, web_url
from kg.export._records import Records, records
from kg.export._wording import manner, quote, sentence
from kg.export._writing import compact_json
from kg.export.selection import EVERYTHING, Selection
from kg.iris import compact
from kg.model import AgentKind
from kg.rdf.agents import kind_of
from kg.rdf.nodes import Node
from kg.rdf.terms import iri
from kg.rdf.vocab import KG, PROV, SCHEMA, SKOS
from kg.store.base import View

_SCHEMATA = {
    AgentKind.PERSON: "Person", AgentKind.ORGANIZATION: "Organization", AgentKind.OUTLET: "Organization",
}  # fmt: skip

_ODD = re.compile(r"[^A-Za-z0-9.-]+")


class FollowTheMoney:
    """Documents, agents, sides, who is of which side, and statements."""

    suffix = ".ftm.json"
    media_type = "application/json+ftm"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write one entity a line."""
        with records(view, selection) as graph:
            for entity in _entities(graph):
                stream.write(compact_json(entity) + b"\n")


def _entities(graph: Records) -> Iterator[Json]:
    for document in graph.of_class(SCHEMA.NewsArticle):
        yield _article(document, graph)
    for party in graph.of_class(KG.Party):
        yield _entity(party.iri, "Organization", {"name": party.texts(SKOS.prefLabel)}, graph)
    for agent in graph.of_class(PROV.Agent):
        if not agent.is_a(KG.Party):
            yield from _agent(agent, graph)
    for statement in graph.of_class(KG.Statement):
        yield _documentation(statement, graph)


def _entity(name: str, schema: str, properties: Mapping[str, Iterable[str | None]], graph: Records) -> Json:
    known = {key: [value for value in values if value] for key, values in properties.items()}
    values = {key: found for key, found in known.items() if found}
    return {"id": _id(name, graph), "schema": schema, "properties": values}


def _id(name: str, graph: Records) -> str:
    """Name an entity by the letters that the model allows."""
    return _ODD.sub("-", compact(name, graph.base)).strip("-.")


def _article(document: Node, graph: Records) -> Json:
    publisher = document.one(SCHEMA.publisher, iri)
    properties = {
        "title": document.texts(SCHEMA.headline) or document.texts(SCHEMA.identifier),
        "publishedAt": document.texts(SCHEMA.datePublished),
        "sourceUrl": [web_url(document)],
        "author": document.texts(SCHEMA.author),
        "publisher": [graph.name(publisher)] if publisher else [],
    }
    return _entity(document.iri, "Article", properties, graph)


def _agent(agent: Node, graph: Records) -> Iterator[Json]:
    """Describe an agent, and its membership in a side."""
    schema = _SCHEMATA.get(kind_of(agent), "LegalEntity")
    properties = {
        "name": agent.texts(SKOS.prefLabel),
        "alias": agent.texts(SKOS.altLabel),
        "weakAlias": agent.texts(SKOS.hiddenLabel),
        "position" if schema == "Person" else "description": agent.texts(KG.role),
    }
    yield _entity(agent.iri, schema, properties, graph)
    for party in agent.iris(KG.party):
        ends = {"member": [_id(agent.iri, graph)], "organization": [_id(party, graph)]}
        name = f"{_id(agent.iri, graph)}-{_id(party, graph)}"
        yield _entity(name, "Membership", ends, graph)


def _documentation(statement: Node, graph: Records) -> Json:
    """Describe a statement; one that passes another on does so in its role."""
    document = statement.one(PROV.wasQuotedFrom, iri)
    claims = statement.iris(KG.claim)
    properties = {
        "document": [_id(document, graph)] if document else [],
        "entity": [_id(source, graph) for source in statement.iris(PROV.wasAttributedTo)],
        "role": [manner(statement) if claims else "passes on"],
        "summary": [sentence(statement, graph)],
        "description": [quote(statement, graph)],
        "date": statement.texts(KG.saidOn),
        "sourceUrl": [web_url(graph.node(document))] if document else [],
        "recordId": [_id(name, graph) for name in (*claims, *statement.iris(KG.reports))],
    }
    return _entity(statement.iri, "Documentation", properties, graph)


exporter = FollowTheMoney()
