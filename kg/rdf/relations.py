"""Reads the relations of `ontology/relations.ttl`."""

import re
from collections.abc import Mapping
from pathlib import Path

from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.exceptions import ParserError

from kg.errors import OntologyError
from kg.model import Iri, Relation
from kg.rdf.vocab import KG

_GROUP = re.compile(r"[(\[][^)\]]*[)\]]")
_PATTERN = re.compile(
    r"[^|()\[\]]*([(\[][\w/ -]+[)\]][^|()\[\]]*){0,2}(\|( ?(subject|object|counterpart)=[\w/ ]+\??,?)+)?"
)


def load_relations(path: Path) -> tuple[Relation, ...]:
    """Load every relation of a relations file, ordered by id, with its word classes written out.

    Raises OntologyError when the file is no Turtle, a pattern is malformed or a relation refers to one it lacks.
    """
    try:
        graph = Graph().parse(path, format="turtle")
    except (SyntaxError, ParserError, OSError, IndexError) as error:  # rdflib gives an IndexError for a cut file
        raise OntologyError(f"{path} could not be read as Turtle: {error}") from error
    classes = {str(graph.value(node, RDFS.label)): _texts(graph, node, "word") for node in _nodes(graph, "WordClass")}
    relations = tuple(_relation(graph, node, classes) for node in _nodes(graph, "Relation"))
    _check(relations, path)
    return relations


def _nodes(graph: Graph, kind: str) -> list[URIRef]:
    found = graph.subjects(RDF.type, _term(kind))
    return sorted(node for node in found if isinstance(node, URIRef))


def _term(name: str) -> URIRef:
    return URIRef(KG[name].value)


def _texts(graph: Graph, node: URIRef, name: str) -> tuple[str, ...]:
    return tuple(sorted(str(each) for each in graph.objects(node, _term(name))))


def _iris(graph: Graph, node: URIRef, name: str) -> tuple[Iri, ...]:
    return tuple(Iri(each) for each in _texts(graph, node, name))


def _text(graph: Graph, node: URIRef, name: str) -> str | None:
    found = _texts(graph, node, name)
    return found[0] if found else None


def _relation(graph: Graph, node: URIRef, classes: Mapping[str, tuple[str, ...]]) -> Relation:
    def spelled_out(name: str) -> tuple[str, ...]:
        return tuple(_GROUP.sub(lambda m: _group(m[0], classes), each) for each in _texts(graph, node, name))

    strength = graph.value(node, _term("strength"))
    inverse = _text(graph, node, "inverse")
    return Relation(
        id=Iri(str(node)),
        name=str(graph.value(node, RDFS.label) or ""),
        family=_text(graph, node, "family") or "",
        patterns=spelled_out("pattern"),
        nominals=spelled_out("nominal"),
        inverse=Iri(inverse) if inverse else None,
        entails=_iris(graph, node, "entails"),
        contradicts=_iris(graph, node, "contradicts"),
        functional=_text(graph, node, "functional") == "true",
        once=_text(graph, node, "once") == "true",
        strength=int(strength.toPython()) if isinstance(strength, Literal) else 0,
        gains=_text(graph, node, "gains"),
        loses=_text(graph, node, "loses"),
    )


def _group(group: str, classes: Mapping[str, tuple[str, ...]]) -> str:
    """Write out the classes that a group of words names: "(fighting)" as "(fighting/battle/clash)"."""
    words = [word for name in group[1:-1].split("/") for word in (name, *classes.get(name, ()))]
    return group[0] + "/".join(dict.fromkeys(words)) + group[-1]


def _check(relations: tuple[Relation, ...], path: Path) -> None:
    known = {relation.id for relation in relations}
    if not known:
        raise OntologyError(f"{path} has no relation; give it nodes of class kg:Relation")
    for relation in relations:
        if not relation.name or not relation.family:
            raise OntologyError(f"{path}: {relation.id} lacks rdfs:label or kg:family")
        for other in (*relation.entails, *relation.contradicts, *filter(None, [relation.inverse])):
            if other not in known:
                raise OntologyError(f"{path}: {relation.name!r} refers to {other}, which is no relation of the file")
        for pattern in (*relation.patterns, *relation.nominals):
            if not _PATTERN.fullmatch(pattern):
                raise OntologyError(f"{path}: the pattern {pattern!r} of {relation.name!r} is malformed")
