"""What a graph must look like: valid graphs pass, and each invalid one fails by the rule it names and no other."""

import re
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import RDF, SH, Graph, Namespace

from kg.rdf.rules import RULES
from kg.rdf.validate import validate
from kg.resources import folder

CASES = Path(__file__).parents[2] / "cases" / "shapes"
SHAPES = Namespace("https://w3id.org/claim-graph/shapes#")


def _header(path: Path, name: str) -> list[str]:
    found = re.search(rf"^# {name}: (.+)$", path.read_text(), re.MULTILINE)
    return re.split(r",\s*", found[1]) if found else []


def _quads(path: Path) -> list[pyoxigraph.Quad]:
    bases = [quad for name in _header(path, "on") for quad in _quads(CASES / "valid" / f"{name}.trig")]
    return [*bases, *pyoxigraph.parse(path=path)]


@pytest.mark.parametrize("path", sorted((CASES / "valid").glob("*.trig")), ids=lambda path: path.stem)
def test_valid(path: Path) -> None:
    """A graph that is as it should be has no violation."""
    assert validate(_quads(path)) == ()


@pytest.mark.parametrize("path", sorted((CASES / "invalid").glob("*.trig")), ids=lambda path: path.stem)
def test_invalid(path: Path) -> None:
    """A graph with a fault fails by the rules that its first line names, at a node, in words."""
    violations = validate(_quads(path))
    assert sorted({violation.rule for violation in violations}) == _header(path, "rule")
    assert all(violation.node and len(violation.message) > 20 for violation in violations)


def test_every_rule_has_a_case() -> None:
    """No rule is there without a graph that breaks it."""
    shapes = Graph().parse(folder("ontology") / "shapes.ttl")
    named = {str(shape).removeprefix(SHAPES) for shape in shapes.subjects(RDF.type, SH.PropertyShape)}
    rules = named | {rule.name for rule in RULES} | {"known-term", "statement-claim-or-report"}
    assert rules == {rule for path in (CASES / "invalid").glob("*.trig") for rule in _header(path, "rule")}


def test_violation_names_the_node() -> None:
    """A violation says at which node which rule fails."""
    (violation,) = validate(_quads(CASES / "invalid" / "agent-name.trig"))
    assert violation.node == "https://w3id.org/claim-graph/id/agent/mayor"
    assert violation.rule == "agent-name"
    assert violation.message == "An agent has exactly one preferred name, as text"


def test_takes_a_store() -> None:
    """The quads of a whole Oxigraph store can be given as they are."""
    store = pyoxigraph.Store()
    store.extend(_quads(CASES / "valid" / "one-statement.trig"))
    assert validate(store) == ()
