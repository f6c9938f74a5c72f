"""What a statement goes back to: its speaker, those that the speaker speaks for, the agency whose copy it is."""

from collections.abc import Iterator

from kg.corroborate.evidence import Evidence
from kg.corroborate.firsthand import firsthand
from kg.corroborate.testimony import Lineage, Link, Testimony
from kg.model import Iri


def lineage(testimony: Testimony, evidence: Evidence) -> Lineage:
    """Give what a statement goes back to; that is the same for all questions, so it is found once."""
    known = evidence.lineages.get(testimony.statement)
    if known is None:
        known = evidence.lineages[testimony.statement] = _lineage(testimony, evidence)
    return known


def _lineage(testimony: Testimony, evidence: Evidence) -> Lineage:
    knowledge = evidence.knowledge
    if testimony.narrated:
        return _of_narration(testimony, evidence)
    agent = knowledge.agents.get(testimony.agent) if testimony.agent else None
    named = agent is not None and agent.named
    links = tuple(_of_agent(testimony.agent, testimony.party, evidence))
    placed = any(link.to != testimony.agent for link in links)
    if placed or (named and not _partisan(testimony, evidence)):
        return Lineage(links, known=True)
    # Without a side of its own it is not independent of a partisan that passed it on.
    if partisan := _partisan(testimony, evidence):
        return Lineage((*links, *_passed_on(partisan, evidence)), known=True)
    if agent and (kind := firsthand(agent.name)):
        return Lineage((*links, Link(kind, "they may be the same people")), known=True)
    earlier = testimony.via[:1] or testimony.credits[:1]
    return Lineage((*links, *(link for agent in earlier for link in _passed_on(agent, evidence))), known=False)


def _partisan(testimony: Testimony, evidence: Evidence) -> Iri | None:
    return next((hop for hop in testimony.via if evidence.knowledge.side(hop)), None)


def _of_narration(testimony: Testimony, evidence: Evidence) -> Lineage:
    """Trace an outlet's own words to the first hop or the agency whose copy it prints, or else to the outlet."""
    earlier = testimony.via[:1] or testimony.credits
    links = [link for agent in earlier for link in _passed_on(agent, evidence)]
    speaker = testimony.agent or testimony.publisher
    if not links and speaker:
        links = list(_of_agent(speaker, testimony.party, evidence))
    return Lineage(tuple(links), known=bool(links))


def _passed_on(agent: Iri, evidence: Evidence) -> Iterator[Link]:
    knowledge = evidence.knowledge
    yield Link(agent, f"through {knowledge.name(agent)}")
    yield from _above(agent, None, evidence)


def _of_agent(agent: Iri | None, party: Iri | None, evidence: Evidence) -> Iterator[Link]:
    if agent:
        yield Link(agent, f"said by {evidence.knowledge.name(agent)}")
    yield from _above(agent, party, evidence)


def _above(agent: Iri | None, party: Iri | None, evidence: Evidence) -> Iterator[Link]:
    """Give the organisations and the side that an agent speaks for."""
    knowledge = evidence.knowledge
    for organisation in knowledge.organisations(agent) if agent else ():
        yield Link(organisation, f"for {knowledge.name(organisation)}")
    side = knowledge.side(party) or knowledge.side(agent)
    if side and side != agent:
        yield Link(side, f"of the side {knowledge.name(side)}")
