"""Every word of the vocabulary that is used anywhere is declared in `ontology/kg.ttl`, in words and beside its kin."""

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef

import kg
from kg import model
from kg.rdf.terms import concept
from kg.rdf.vocab import KG
from kg.resources import folder

NS = Namespace(KG.base)
ONTOLOGY = Graph().parse(folder("ontology") / "kg.ttl")
LISTED = {  # relations and word classes are declared where they are listed
    str(term).removeprefix(KG.base)
    for term in Graph().parse(folder("ontology") / "relations.ttl").subjects(RDFS.label)
    if str(term).startswith(KG.base)
}
DECLARED = {str(term).removeprefix(KG.base) for term in ONTOLOGY.subjects() if str(term).startswith(KG.base)}
WRITTEN = (model.Stance, model.Certainty, model.Quotation, model.DateBasis, model.Decision)
KIN = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch)


def _in_code() -> Iterator[str]:
    for path in Path(kg.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Attribute(value=ast.Name(id="KG"), attr=name) if name != "base":
                    yield name
                case ast.Subscript(value=ast.Name(id="KG"), slice=ast.Constant(value=str(name))):
                    yield name


def _in_queries() -> Iterator[str]:
    for path in [*folder("queries").rglob("*.rq"), *Path(kg.__file__).parent.rglob("*.py")]:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.lstrip().startswith("#"):
                yield from re.findall(r"(?<![\w/:.`])kg:([A-Za-z][\w-]*)", line)


def _in_turtle() -> Iterator[str]:
    for path in [*folder("ontology").glob("*.ttl"), *folder("seeds").rglob("*.ttl")]:
        for triple in pyoxigraph.parse(path=path):
            for term in triple:
                if isinstance(term, pyoxigraph.NamedNode) and term.value.startswith(KG.base):
                    yield term.value.removeprefix(KG.base)


def _of_relations() -> Iterator[str]:
    for triple in pyoxigraph.parse(path=folder("ontology") / "relations.ttl"):
        if triple.predicate.value.startswith(KG.base):
            yield triple.predicate.value.removeprefix(KG.base)


def _in_enumerations() -> Iterator[str]:
    members: list[StrEnum] = [member for kind in WRITTEN for member in kind]
    return (concept(member).value.removeprefix(KG.base) for member in members)


@pytest.mark.parametrize("where", [_in_code, _in_queries, _in_turtle, _in_enumerations])
def test_used_is_declared(where: object) -> None:
    """What code, queries and Turtle files use, the ontology declares."""
    used = set(where())  # type: ignore[operator]
    assert used
    assert used - DECLARED - LISTED == set()


def test_properties_of_relations_are_declared() -> None:
    """What is said of relations is said in words of the vocabulary."""
    assert set(_of_relations()) - DECLARED == set()


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_declared_in_words(name: str) -> None:
    """Every term has one label and a comment that is a sentence."""
    assert len(list(ONTOLOGY.objects(NS[name], RDFS.label))) == 1
    (comment,) = ONTOLOGY.objects(NS[name], RDFS.comment)
    assert str(comment).endswith(".")


def test_every_class_has_kin() -> None:
    """Every class stands under one of a vocabulary that others use."""
    for name in ONTOLOGY.subjects(RDF.type, OWL.Class):
        parents = {str(parent) for parent in ONTOLOGY.objects(name, RDFS.subClassOf)}
        assert any(not parent.startswith(KG.base) for parent in parents), name


def test_half_of_the_properties_have_kin() -> None:
    """Most properties are set beside their nearest kin in another vocabulary; those without have none."""
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    properties = {name for kind in kinds for name in ONTOLOGY.subjects(RDF.type, kind)}
    akin = {name for name in properties if any(ONTOLOGY.value(URIRef(name), link) for link in KIN)}
    assert len(akin) >= len(properties) / 2


def test_no_blank_nodes() -> None:
    """The vocabulary names everything."""
    triples = pyoxigraph.parse(path=folder("ontology") / "kg.ttl")
    assert not any(isinstance(term, pyoxigraph.BlankNode) for triple in triples for term in triple)
