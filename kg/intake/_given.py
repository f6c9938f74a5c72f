"""Statements that another graph of kg wrote, quad by quad: fitted into this one."""

from collections.abc import Iterator

from pyoxigraph import Quad

from kg.errors import UnreadableError
from kg.intake._resolving import Resolving, Written
from kg.intake.base import Given
from kg.model import Decision, Iri, Judgement, Mention
from kg.rdf.agents import kind_of
from kg.rdf.judgements import judgement_quads
from kg.rdf.nodes import Node, Nodes, text, truth
from kg.rdf.terms import iri
from kg.rdf.vocab import KG, PROV, SCHEMA, SKOS

LAID = "rule:laid-in-nanopublication"  # who is who, where this graph's entities do not tell


def given(found: Given, resolving: Resolving) -> Written:
    """Give the quads of a statement that a graph of kg wrote; raises UnreadableError where its ids are no ids here."""
    base = resolving.minter.base
    if not found.statement.startswith(base):
        theirs = found.statement.rpartition("statement/")[0]
        message = (
            f"its ids begin with {theirs}, those of the graph with {base}; make a graph with kg init --base {theirs}"
        )
        raise UnreadableError(f"{found.place}: {message}")
    nodes = Nodes(found.quads)
    statement = nodes[found.statement]
    document, run = statement.need(PROV.wasQuotedFrom, iri), statement.one(PROV.wasGeneratedBy, iri)
    written = Written(found.place, document, run)
    said = {name for name in nodes if nodes[name].is_a(KG.Statement)}
    for quad in found.quads:
        name = iri(quad.subject)
        kept = written.document if name == document else written.running if name == run else written.others
        (written.statements.setdefault(found.statement, []) if name in said else kept).append(quad)
    written.others += _identities(document, [nodes[name] for name in said], nodes, resolving)
    return written


def _identities(document: Iri, said: list[Node], nodes: Nodes, resolving: Resolving) -> Iterator[Quad]:
    """Judge anew whom the names stand for: by the entities of this graph, else as the other graph laid it."""
    agents = resolving.agents(document)
    named = {name for each in said for name in each.iris(KG.mentionedAs)} | {*nodes[document].iris(SCHEMA.publisher)}
    laid = {(m, a) for each in said for m in each.iris(KG.mentionedAs) for a in each.iris(PROV.wasAttributedTo)}
    met: set[tuple[Iri, Iri]] = set()
    for name in sorted(named):
        words, has_name = nodes[name].one(SKOS.prefLabel, text), nodes[name].one(KG.named, truth)
        if words and has_name is not False:
            known = agents.know(Mention(name=words, kind=kind_of(nodes[name])))
            met.add((known.mentioned_as, known.agent))
    for judgement in agents.judgements.values():
        if judgement.left in named:
            yield from judgement_quads(judgement)
    for mention, agent in sorted(laid - met):
        if mention != agent:
            yield from judgement_quads(_laid(mention, agent, nodes, resolving))


def _laid(mention: Iri, agent: Iri, nodes: Nodes, resolving: Resolving) -> Judgement:
    one, other = (nodes[each].one(SKOS.prefLabel, text) or each for each in (mention, agent))
    return Judgement(
        id=resolving.minter.hashed("judgement", mention, agent, Decision.SAME, LAID), left=mention, right=agent,
        decision=Decision.SAME, maker=LAID, score=0.9,
        reason=f"a nanopublication lays what “{one}” says to “{other}”",
    )  # fmt: skip
