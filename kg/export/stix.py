"""STIX 2.1: what sources say as opinions on notes, for threat intelligence platforms.

A claim is a note about the reports that it stands in, and nobody's finding; a statement is an opinion on that note,
whose author is the source. All objects are created by kg. https://docs.oasis-open.org/cti/stix/v2.1/
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import IO
from uuid import NAMESPACE_URL, UUID, uuid5

from kg.export._nested import Json, known, web_url
from kg.export._records import Records, records
from kg.export._wording import quote, refuses, sentence, vouches
from kg.export._writing import compact_json, write_list
from kg.export.selection import EVERYTHING, Selection
from kg.iris import compact
from kg.model import AgentKind
from kg.rdf.agents import kind_of
from kg.rdf.nodes import Node, text
from kg.rdf.terms import iri
from kg.rdf.vocab import KG, PROGRAM, PROV, SCHEMA
from kg.store.base import View

_NAMESPACE: UUID = uuid5(NAMESPACE_URL, PROGRAM.value)
_CLASSES = {
    AgentKind.PERSON: "individual", AgentKind.ORGANIZATION: "organization", AgentKind.OUTLET: "organization",
    AgentKind.GROUP: "group",
}  # fmt: skip
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)  # where a graph knows no run, such as one written by hand


class Stix:
    """One bundle of identities, reports, notes and opinions, with ids that are always the same."""

    suffix = ".stix.json"
    media_type = "application/stix+json;version=2.1"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the bundle, one object a line."""
        start = compact_json({"type": "bundle", "id": _id("bundle", view.base)}).removesuffix(b"}") + b',\n"objects":'
        with records(view, selection) as graph:
            write_list(stream, start, _Bundle(graph).objects(), b"}")


class _Bundle:
    def __init__(self, graph: Records) -> None:
        self._graph = graph
        self._created = _stamp(max(map(_ended, graph.of_class(PROV.Activity)), default=_LONG_AGO))
        self._maker = _id("identity", PROGRAM.value)

    def objects(self) -> Iterator[Json]:
        """Give what is referred to before what refers to it, but for reports, which name their publishers."""
        yield self._object("identity", PROGRAM.value, {"name": "kg", "identity_class": "system"})
        for agent in self._graph.of_class(PROV.Agent):
            kind = _CLASSES.get(kind_of(agent), "unknown")
            values = {"name": self._graph.name(agent.iri), "identity_class": kind, "roles": list(agent.texts(KG.role))}
            yield self._object("identity", agent.iri, values)
        for document in self._graph.of_class(SCHEMA.NewsArticle):
            yield from self._report(document)
        for claim in self._graph.of_class(KG.Claim):
            yield from self._claim(claim)

    def _object(self, kind: str, name: str, values: Mapping[str, object]) -> Json:
        head = {"type": kind, "spec_version": "2.1", "id": _id(kind, name), "created_by_ref": self._maker}
        return known({**head, "created": self._created, "modified": self._created, **values})

    def _report(self, document: Node) -> Iterator[Json]:
        """Describe a document; STIX wants to know when it was published, to the day at least."""
        day = document.one(SCHEMA.datePublished, text)
        if not _is_reported(document):
            return
        publisher = document.one(SCHEMA.publisher, iri)
        values = {
            "name": self._title(document),
            "published": f"{day}T00:00:00.000Z",
            "object_refs": [_id("identity", publisher) if publisher else self._maker],
            "external_references": [self._reference(document)],
        }
        yield self._object("report", document.iri, values)

    def _claim(self, claim: Node) -> Iterator[Json]:
        """Describe a claim and what is thought of it; one that nobody speaks of is left out."""
        statements = self._graph.told_of(claim.iri, KG.claim)
        abouts = sorted({name for statement in statements if (name := self._about(statement))})
        if abouts:
            note = {"content": claim.one(SCHEMA.text, text) or compact(claim.iri), "object_refs": abouts}
            yield self._object("note", claim.iri, note)
            statements = self._graph.told_of(claim.iri, KG.claim)
            yield from (self._opinion(statement, _id("note", claim.iri)) for statement in statements)

    def _about(self, statement: Node) -> str | None:
        """Give the report that a statement stands in, or else who said it."""
        document, source = statement.one(PROV.wasQuotedFrom, iri), statement.one(PROV.wasAttributedTo, iri)
        if document and _is_reported(self._graph.node(document)):
            return _id("report", document)
        return _id("identity", source) if source else None

    def _opinion(self, statement: Node, note: str) -> Json:
        document = statement.one(PROV.wasQuotedFrom, iri)
        words = quote(statement, self._graph)
        reference = self._reference(self._graph.node(document)) if document else None
        values: Json = {
            "opinion": "agree" if vouches(statement) else "disagree" if refuses(statement) else "neutral",
            "explanation": sentence(statement, self._graph),
            "authors": [self._graph.name(source) for source in statement.iris(PROV.wasAttributedTo)],
            "object_refs": [note],
            "external_references": [known({**reference, "description": words})] if reference else None,
        }
        return self._object("opinion", statement.iri, values)

    def _title(self, document: Node) -> str:
        name = document.one(SCHEMA.headline, text) or document.one(SCHEMA.identifier, text)
        return name or compact(document.iri, self._graph.base)

    def _reference(self, document: Node) -> Json:
        publisher = document.one(SCHEMA.publisher, iri)
        name = self._graph.name(publisher) if publisher else self._title(document)
        return known({"source_name": name, "url": web_url(document), "external_id": document.iri})


def _id(kind: str, name: str) -> str:
    """Name an object by what it stands for, so that the same one always has the same id."""
    return f"{kind}--{uuid5(_NAMESPACE, name)}"


def _is_reported(document: Node) -> bool:
    return len(document.one(SCHEMA.datePublished, text) or "") == len("2031-05-04")


def _ended(run: Node) -> datetime:
    when = run.one(PROV.generatedAtTime, text)
    return datetime.fromisoformat(when).astimezone(UTC) if when else _LONG_AGO


def _stamp(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%S.") + f"{when.microsecond // 1000:03}Z"


exporter = Stix()
