"""Agents as quads: whoever asserts, with what is known of them."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Agent, AgentKind
from kg.rdf.nodes import Node, Nodes, text, truth
from kg.rdf.terms import Term, boolean, iri, node, quads
from kg.rdf.vocab import KG, PROV, RDF, SCHEMA, SKOS

# The closest first: an outlet is an organisation too.
CLASSES: dict[AgentKind, NamedNode] = {
    AgentKind.OUTLET: SCHEMA.NewsMediaOrganization,
    AgentKind.PERSON: SCHEMA.Person,
    AgentKind.ORGANIZATION: SCHEMA.Organization,
    AgentKind.GROUP: KG.Group,
}


def kind_of(found: Node) -> AgentKind:
    """Tell what sort of agent a node is by its classes."""
    return next((kind for kind, name in CLASSES.items() if found.is_a(name)), AgentKind.UNKNOWN)


def agent_quads(agent: Agent) -> Iterable[Quad]:
    """Write one agent."""
    values: list[tuple[NamedNode, Term | None]] = [
        (RDF.type, PROV.Agent),
        (RDF.type, CLASSES.get(agent.kind)),
        (SKOS.prefLabel, Literal(agent.name)),
        (KG.named, boolean(agent.named)),
        (KG.role, Literal(agent.role) if agent.role is not None else None),
        (KG.party, node(agent.party) if agent.party else None),
        (PROV.actedOnBehalfOf, node(agent.acted_on_behalf_of) if agent.acted_on_behalf_of else None),
    ]
    return quads(agent.id, values)


def agents(source: Iterable[Quad]) -> Iterator[Agent]:
    """Read all agents; one with several roles has the first in order."""
    for found in Nodes(source).of_class(PROV.Agent):
        if found.is_a(KG.Party):
            continue
        named = found.one(KG.named, truth)
        yield Agent(
            id=found.iri,
            name=found.need(SKOS.prefLabel, text),
            kind=kind_of(found),
            named=True if named is None else named,
            party=found.one(KG.party, iri),
            acted_on_behalf_of=found.one(PROV.actedOnBehalfOf, iri),
            role=found.one(KG.role, text),
        )
