"""Entities files: agents, parties and places with all their names, as people wrote them down in Turtle.

What such a file says is marked `kg:curated` in a graph, so that it can be told from what was read in documents.
Its IRIs are under the default base, or relative to it; in a graph with another base they are moved under that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import OntologyError
from kg.iris import DEFAULT_BASE, Minter
from kg.model import AgentKind, Entity, Iri
from kg.rdf.agents import CLASSES, kind_of
from kg.rdf.nodes import Node, Nodes, number, text
from kg.rdf.terms import Term, boolean, decimal, iri, node, quads
from kg.rdf.vocab import DCTERMS, GEO, KG, OWL, PROV, RDF, SCHEMA, SKOS

_LINKS = (KG.party, KG.opposedTo, PROV.actedOnBehalfOf, DCTERMS.isPartOf, OWL.sameAs)
_TEXTS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, KG.role)


class Quads(Protocol):
    """Whatever finds quads by pattern, as a graph does."""

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
    ) -> Iterable[Quad]:
        """Find quads; None fits anything."""
        ...


def load_entities(path: Path) -> tuple[Entity, ...]:
    """Read an entities file; opposition is made symmetric.

    Raises OntologyError, with file and line, for broken Turtle and for what cannot be.
    """
    file = _File(path)
    nodes = Nodes(file.quads)
    entities = {name: entity for name in sorted(nodes) if (entity := _entity(nodes[name], file))}
    if not entities:
        raise OntologyError(f"{path}: names no actor, party or place; give each its class, such as schema:Person")
    for name, entity in entities.items():
        if name in entity.opposed_to:
            raise file.error(name, "is opposed to itself")
    _refuse_cycles(file, {name: entity.part_of for name, entity in entities.items()}, "is part of itself")
    _refuse_cycles(
        file, {name: entity.acted_on_behalf_of for name, entity in entities.items()}, "acts on behalf of itself"
    )
    return tuple(_mutual(entities))


class _File:
    """An entities file with what is needed to say where something stands in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.text = path.read_text(encoding="utf-8")
            parser = parse(self.text, format=RdfFormat.TURTLE, base_iri=DEFAULT_BASE)
            self.quads = list(parser)
        except OSError as error:
            raise OntologyError(f"{path} cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise OntologyError(f"{path} is not UTF-8; save it as UTF-8") from error
        except SyntaxError as error:
            what = re.sub(r"^Parser error [^:]*: ", "", error.msg)
            raise OntologyError(f"{path}:{error.lineno}: broken Turtle: {what}") from error
        self._prefixes = parser.prefixes
        for quad in self.quads:
            self._check(quad)

    def _check(self, quad: Quad) -> None:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            raise OntologyError(f"{self.path}: holds a blank node ([ ] or _:x); give it an IRI")
        name = iri(quad.subject)
        if quad.predicate in _LINKS and not isinstance(quad.object, NamedNode):
            raise self.error(name, f"has {self.short(quad.predicate.value)} {quad.object}; write an IRI there")
        if quad.predicate in _TEXTS and not isinstance(quad.object, Literal):
            raise self.error(name, f"has {self.short(quad.predicate.value)} {quad.object}; write text there")

    def error(self, name: str, what: str) -> OntologyError:
        """Make the error that something is wrong with a subject of the file."""
        return OntologyError(f"{self.path}:{self._line(name)}: {self.short(name)} {what}")

    def short(self, name: str) -> str:
        """Write an IRI as the file does."""
        fitting = [(base, prefix) for prefix, base in self._prefixes.items() if name.startswith(base)]
        base, prefix = max(fitting, default=("", ""))
        return f"{prefix}:{name.removeprefix(base)}" if base else f"<{name}>"

    def _line(self, name: str) -> int:
        forms = (self.short(name), f"<{name}>", f"<{name.removeprefix(DEFAULT_BASE)}>")
        lines = self.text.splitlines()
        starts = (number for number, line in enumerate(lines, 1) if line.split(maxsplit=1)[:1] in [[f] for f in forms])
        return next(starts, 1)


def _type(found: Node) -> str | None:
    if found.is_a(KG.Party):
        return "party"
    if found.is_a(SCHEMA.Place):
        return "place"
    return "agent" if found.is_a(PROV.Agent) or kind_of(found) is not AgentKind.UNKNOWN else None


def _entity(found: Node, file: _File) -> Entity | None:
    kind = _type(found)
    if kind is None:
        if found.all(RDF.type) or not found.all(SKOS.prefLabel):
            return None
        raise file.error(found.iri, "is no prov:Agent, kg:Party or schema:Place; say which")
    names = found.texts(SKOS.prefLabel)
    if len(names) != 1:
        raise file.error(found.iri, f"has {len(names)} skos:prefLabel; give it one")
    for predicate in (KG.party, DCTERMS.isPartOf, PROV.actedOnBehalfOf):
        if len(found.all(predicate)) > 1:
            raise file.error(found.iri, f"has several {file.short(predicate.value)}; keep one")
    return _read(found, kind)


def _read(found: Node, kind: str) -> Entity:
    return Entity(
        id=found.iri,
        type=kind,
        name=found.texts(SKOS.prefLabel)[0],
        labels=found.texts(SKOS.altLabel),
        loose_labels=found.texts(SKOS.hiddenLabel),
        kind=kind_of(found),
        party=found.one(KG.party, iri),
        acted_on_behalf_of=found.one(PROV.actedOnBehalfOf, iri),
        role=found.one(KG.role, text),
        part_of=found.one(DCTERMS.isPartOf, iri),
        opposed_to=found.iris(KG.opposedTo),
        same_as=found.iris(OWL.sameAs),
        location=_location(found),
    )


def _location(found: Node) -> tuple[float, float] | None:
    latitude, longitude = found.one(GEO.lat, number), found.one(GEO.long, number)
    return None if latitude is None or longitude is None else (latitude, longitude)


def _refuse_cycles(file: _File, above: dict[Iri, Iri | None], what: str) -> None:
    for name, step in above.items():
        seen = {name}
        while step is not None:
            if step == name:
                raise file.error(name, what)
            if step in seen:
                break
            seen.add(step)
            step = above.get(step)


def _mutual(entities: dict[Iri, Entity]) -> Iterator[Entity]:
    opponents = defaultdict(set)
    for entity in entities.values():
        for other in entity.opposed_to:
            opponents[entity.id].add(other)
            opponents[other].add(entity.id)
    for entity in entities.values():
        yield replace(entity, opposed_to=tuple(sorted(opponents[entity.id])))


def entity_quads(entities: Iterable[Entity], minter: Minter) -> Iterator[Quad]:
    """Write entities under the base of a graph, marked as written down by people."""
    for entity in entities:
        yield from _quads(_moved(entity, minter.base))


def listed_quads(entity: Entity) -> Iterator[Quad]:
    """Write an entity of a list that a document speaks of: nobody wrote it down for this graph."""
    return (quad for quad in _quads(entity) if quad.predicate != KG.curated)


def superseded_quads(graph: Quads, entities: Iterable[Entity], minter: Minter) -> Iterator[Quad]:
    """Give what a graph says so far of entities in the words of an entities file: it gives way to the file."""
    for entity in entities:
        for quad in graph.quads(node(_moved(entity, minter.base).id)):
            if isinstance(quad.graph_name, DefaultGraph):
                yield quad


def _moved(entity: Entity, base: str) -> Entity:
    def move(name: str) -> Iri:
        return Iri(base + name.removeprefix(DEFAULT_BASE) if name.startswith(DEFAULT_BASE) else name)

    return replace(
        entity,
        id=move(entity.id),
        party=move(entity.party) if entity.party else None,
        acted_on_behalf_of=move(entity.acted_on_behalf_of) if entity.acted_on_behalf_of else None,
        part_of=move(entity.part_of) if entity.part_of else None,
        opposed_to=tuple(move(other) for other in entity.opposed_to),
    )


def _quads(entity: Entity) -> Iterable[Quad]:
    classes = {
        "agent": (PROV.Agent, CLASSES.get(entity.kind)),
        "party": (KG.Party, PROV.Agent, CLASSES.get(entity.kind)),
        "place": (SCHEMA.Place,),
    }
    values: list[tuple[NamedNode, Term | None]] = [(RDF.type, name) for name in classes[entity.type]]
    values += [
        (KG.curated, boolean(True)),
        (KG.named, boolean(True) if entity.type == "agent" else None),
        (SKOS.prefLabel, Literal(entity.name)),
        (KG.party, node(entity.party) if entity.party else None),
        (PROV.actedOnBehalfOf, node(entity.acted_on_behalf_of) if entity.acted_on_behalf_of else None),
        (KG.role, Literal(entity.role) if entity.role else None),
        (DCTERMS.isPartOf, node(entity.part_of) if entity.part_of else None),
    ]
    if entity.location:
        values += [(GEO.lat, decimal(entity.location[0])), (GEO.long, decimal(entity.location[1]))]
    values += [(SKOS.altLabel, Literal(label)) for label in entity.labels]
    values += [(SKOS.hiddenLabel, Literal(label)) for label in entity.loose_labels]
    values += [(KG.opposedTo, node(other)) for other in entity.opposed_to]
    values += [(OWL.sameAs, node(other)) for other in entity.same_as]
    return quads(entity.id, values)


def read_entities(graph: Quads) -> tuple[Entity, ...]:
    """Read the entities of a graph: only those that people wrote down, not the agents of documents."""
    nodes = Nodes(
        quad
        for mark in graph.quads(None, KG.curated, boolean(True))
        for quad in graph.quads(mark.subject)  # type: ignore[arg-type]
    )
    found = ((nodes[name], _type(nodes[name])) for name in sorted(nodes))
    return tuple(_read(entity, kind) for entity, kind in found if kind)
