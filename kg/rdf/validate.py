"""Checks a graph against `ontology/shapes.ttl` and the rules of `kg.rdf.rules`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import DefaultGraph, Quad, QuerySolutions, RdfFormat, Triple

from kg.rdf.rules import RULES
from kg.rdf.vocab import KG, PREFIXES
from kg.resources import folder


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One rule that fails at one node, and what the rule says."""

    node: str
    rule: str
    message: str


def validate(quads: Iterable[Quad]) -> tuple[Violation, ...]:
    """Check a graph; claimed triples are only counted, never checked as if they were facts."""
    everything = pyoxigraph.Store()
    everything.bulk_extend(quads)
    facts = [quad.triple for quad in everything.quads_for_pattern(None, None, None, DefaultGraph())]
    return tuple(sorted({*_by_shapes(facts), *_by_rules(everything), *_undeclared(facts)}))


def _by_shapes(facts: Iterable[Triple]) -> Iterator[Violation]:
    import pyshacl  # noqa: PLC0415 (with rdflib it takes longer to import than all the rest)
    from rdflib import RDF, SH, Graph  # noqa: PLC0415

    # In rdflib's memory: over a pyoxigraph.Store, pySHACL takes a hundred times as long for ten times the quads.
    graph = Graph().parse(data=pyoxigraph.serialize(facts, format=RdfFormat.N_TRIPLES), format="nt")
    shapes = Graph().parse(folder("ontology") / "shapes.ttl")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        shape = report.value(result, SH.sourceShape)
        message = report.value(result, SH.resultMessage)
        yield Violation(str(report.value(result, SH.focusNode)), _local(shape), str(message))


def _local(shape: object) -> str:
    return str(shape).rpartition("#")[2]


def _by_rules(everything: pyoxigraph.Store) -> Iterator[Violation]:
    for rule in RULES:
        found = everything.query(rule.query, prefixes=PREFIXES)
        assert isinstance(found, QuerySolutions), "rules are SELECT queries"  # noqa: S101
        for solution in found:
            yield Violation(_name(solution["node"]), rule.name, rule.message)


def _name(term: object) -> str:
    return str(getattr(term, "value", term))


def _undeclared(facts: Iterable[Triple]) -> Iterator[Violation]:
    """Find nodes with a kg: property that the ontology does not declare: a slip of the pen."""
    declared = {quad.subject for quad in pyoxigraph.parse(path=folder("ontology") / "kg.ttl")}
    for fact in facts:
        if fact.predicate.value.startswith(KG.base) and fact.predicate not in declared:
            term = fact.predicate.value.removeprefix(KG.base)
            yield Violation(_name(fact.subject), "known-term", f"The vocabulary has no kg:{term}; see ontology/kg.ttl")
