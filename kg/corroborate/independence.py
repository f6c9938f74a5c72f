"""Joins statements that are not independent of each other into origins.

A statement hangs on what it goes back to: its speaker, the organisations and the party that the speaker speaks for;
where the speaker is the outlet itself, the agency whose copy it prints or the source it quotes for the same. Copies
hang on each other. What hangs together is one origin, and the reasons are the paths between its statements.
A statement whose lineage is unknown adds no origin when another is there.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

import networkx as nx

from kg.corroborate.copying import copied
from kg.corroborate.evidence import Evidence
from kg.corroborate.interest import Interest, interest
from kg.corroborate.lineage import lineage
from kg.corroborate.matching import Relation, compare
from kg.corroborate.testimony import Lineage, Testimony
from kg.model import AgentKind, Iri

# When the statements of one origin differ in interest, the first of these is the origin's.
ECHOES = {Relation.SAME, Relation.ENTAILS, Relation.ENTAILED}
TELLING = (Interest.AGAINST, Interest.OWN, Interest.NEUTRAL, Interest.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One source, with all that is not independent of it."""

    id: Iri | None  # the party or agent it is named after
    name: str
    party: Iri | None
    affirms: bool
    interest: Interest
    statements: tuple[Iri, ...]
    known: bool = True  # False where nobody knows who is behind it
    web: "nx.Graph[Iri]" = field(default_factory=nx.Graph, repr=False, compare=False)  # what hangs on what

    @property
    def reasons(self) -> tuple[str, ...]:
        """Say for each statement but the first along which path it hangs together with the first."""
        return tuple(_paths(self.statements, self.web))


def origins(statements: Sequence[Testimony], evidence: Evidence, *, affirms: bool = True) -> tuple[Origin, ...]:
    """Join statements that say the same into origins; those of unknown lineage come last, as one."""
    ordered = sorted(statements, key=lambda each: each.statement)
    lineages = {each.statement: lineage(each, evidence) for each in ordered}
    web = _web(ordered, lineages, evidence)
    known: list[list[Testimony]] = []
    unknown: list[list[Testimony]] = []
    by_id = {each.statement: each for each in ordered}
    for component in nx.connected_components(web):
        if members := [by_id[name] for name in sorted(component & by_id.keys())]:
            is_known = any(lineages[each.statement].known for each in members)
            (known if is_known else unknown).append(members)
    found = [_origin(members, web, evidence, affirms=affirms) for members in known]
    if unknown:
        members = sorted((each for group in unknown for each in group), key=lambda each: each.statement)
        found.append(replace(_origin(members, web, evidence, affirms=affirms), known=False, party=None))
    return tuple(sorted(found, key=lambda origin: (not origin.known, origin.name, origin.statements)))


def counted(found: Sequence[Origin]) -> tuple[Origin, ...]:
    """Give the origins that count: one of unknown lineage only where there is no other."""
    known = tuple(origin for origin in found if origin.known)
    return known or tuple(found[:1])


def _web(statements: Sequence[Testimony], lineages: dict[Iri, Lineage], evidence: Evidence) -> "nx.Graph[Iri]":
    """Draw what hangs on what."""
    web: nx.Graph[Iri] = nx.Graph()
    web.add_nodes_from(each.statement for each in statements)
    absorbed = dict(_quoting(statements)) | dict(_passed_on(statements, evidence))
    for each in statements:
        if each.statement in absorbed:
            quoted = absorbed[each.statement]
            web.add_edge(each.statement, quoted, reason="the same report quotes a source for it")
            continue
        at: Iri = each.statement
        if each.narrated and (echoed := _echoed(each, evidence)):
            web.add_edge(at, echoed.statement, reason="the same report quotes a source for it")
            lineages[echoed.statement] = lineage(echoed, evidence)
            each, at = echoed, echoed.statement
        for link in lineages[each.statement].links:
            web.add_edge(at, link.to, reason=link.reason)
            at = link.to
    for one, other, reason in copied(statements, lineages, lambda: evidence.same_texts):
        if not web.has_edge(one, other):
            web.add_edge(one, other, reason=reason)
    return web


def _quoting(statements: Sequence[Testimony]) -> Iterator[tuple[Iri, Iri]]:
    """Pair an outlet's own words with the first source that the same report quotes for the same."""
    quoted: dict[Iri, Testimony] = {}
    for each in sorted(statements, key=lambda each: (each.position, each.statement)):
        if not each.narrated:
            quoted.setdefault(each.document, each)
    for each in statements:
        if each.narrated and each.document in quoted:
            yield each.statement, quoted[each.document].statement


def _passed_on(statements: Sequence[Testimony], evidence: Evidence) -> Iterator[tuple[Iri, Iri]]:
    """Pair what an outlet of no side is quoted for with what a source told it: the outlet only passes that on."""
    knowledge = evidence.knowledge
    told: dict[Iri, list[Testimony]] = {}
    for each in statements:
        for hop in each.via:
            told.setdefault(hop, []).append(each)
    for each in statements if told else ():
        agent = knowledge.agents.get(each.agent) if each.agent else None
        if agent and agent.kind is AgentKind.OUTLET and not each.narrated and not knowledge.side(agent.id):
            others = (other.statement for other in told.get(agent.id, ()) if other.agent != each.agent)
            yield from ((each.statement, other) for other in islice(others, 1))


def _echoed(narrated: Testimony, evidence: Evidence) -> Testimony | None:
    """Give the source that a report quotes for what it says in its own words, in its headline mostly."""
    claim = evidence.claims[narrated.claim]
    for each in evidence.quoted_in(narrated.document):
        match = compare(claim, evidence.claims[each.claim], evidence.knowledge, evidence.lexicon)
        if match.relation in ECHOES and each.affirms == narrated.affirms and each.agent:
            return each
    return None


def _origin(members: Sequence[Testimony], web: "nx.Graph[Iri]", evidence: Evidence, *, affirms: bool) -> Origin:
    knowledge = evidence.knowledge
    telling = [each for each in members if not each.narrated] or members
    heads = Counter(head for head, _ in {(_head(each, evidence), each.quote) for each in telling})  # copies count once
    sides = Counter(side for side, _ in {(_side(each, evidence), each.quote) for each in telling} if side)
    party = min(sides, key=lambda side: (-sides[side], side), default=None)
    head = min(heads, key=lambda head: (-heads[head], head or ""))
    named_after = side if len(heads) > 1 and (side := knowledge.side(party)) else head
    found = {interest(each, evidence.claims[each.claim], knowledge) for each in members}
    return Origin(
        id=named_after,
        name=knowledge.name(named_after) if named_after else "unnamed source",
        party=party,
        affirms=affirms,
        interest=next(each for each in TELLING if each in found),
        statements=tuple(each.statement for each in members),
        web=web,
    )


def _head(testimony: Testimony, evidence: Evidence) -> Iri | None:
    """Give the agent that a statement goes back to."""
    links = lineage(testimony, evidence).links
    return links[0].to if links else None


def _side(testimony: Testimony, evidence: Evidence) -> Iri | None:
    if testimony.party and not testimony.narrated:
        return testimony.party
    parties = (evidence.knowledge.party(link.to) for link in reversed(lineage(testimony, evidence).links))
    return next((party for party in parties if party), None)


def _paths(statements: Sequence[Iri], web: "nx.Graph[Iri]") -> Iterator[str]:
    paths = nx.single_source_shortest_path(web, statements[0])
    for each in statements[1:]:
        path = paths.get(each)
        if path is None:
            yield "its lineage is unknown too"
            continue
        yield ", ".join(web.edges[edge]["reason"] for edge in pairwise(path))
