"""Says whether a statement serves the interest of its own side."""

from enum import StrEnum

from kg.corroborate.knowledge import Knowledge
from kg.corroborate.testimony import Testimony
from kg.model import AgentKind, Claim, Iri, Stance


class Interest(StrEnum):
    """How a statement stands to the interest of the side that makes it."""

    AGAINST = "against"
    OWN = "own"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


def interest(testimony: Testimony, claim: Claim, knowledge: Knowledge) -> Interest:
    """Say whether a statement serves its own side.

    What a side gains by the claim serves it to affirm, what it loses serves it to deny. Who is opposed to one that
    gains, loses. A source of no party that the claim concerns is neutral, and so is a news outlet of no party;
    without a party or without knowledge of who gains it is unknown, unless its own side admits it.
    """
    party = side_of(testimony, knowledge)
    if party is None:
        return Interest.NEUTRAL if _is_outlet(testimony, knowledge) else Interest.UNKNOWN
    gain = _gain(party, claim, knowledge)
    if gain:
        return Interest.OWN if (gain > 0) == testimony.affirms else Interest.AGAINST
    concerned = {knowledge.party(claim.subject), knowledge.party(claim.object)} - {None}
    if testimony.stance is Stance.ADMITS and party in concerned and testimony.affirms:
        return Interest.AGAINST
    return Interest.NEUTRAL if concerned and not _takes_part(party, concerned, knowledge) else Interest.UNKNOWN


def side_of(testimony: Testimony, knowledge: Knowledge) -> Iri | None:
    """Give the party that a statement speaks for."""
    return testimony.party or knowledge.party(testimony.agent)


def _is_outlet(testimony: Testimony, knowledge: Knowledge) -> bool:
    agent = knowledge.agents.get(testimony.agent) if testimony.agent else None
    return agent is not None and agent.kind is AgentKind.OUTLET


def _takes_part(party: Iri, concerned: set[Iri | None], knowledge: Knowledge) -> bool:
    return party in concerned or any(knowledge.are_opposed(party, other) for other in concerned)


def _gain(party: Iri, claim: Claim, knowledge: Knowledge) -> int:
    """Give 1 where a party gains if the claim is true, -1 where it loses, 0 where it is not known."""
    relation = knowledge.relations.get(claim.predicate)
    if relation is None:
        return 0
    gainers = {knowledge.party(_role(claim, relation.gains))} - {None}
    losers = {knowledge.party(_role(claim, relation.loses))} - {None}
    if party in gainers or (party not in losers and any(knowledge.are_opposed(party, loser) for loser in losers)):
        return 1
    if party in losers or any(knowledge.are_opposed(party, gainer) for gainer in gainers):
        return -1
    return 0


def _role(claim: Claim, role: str | None) -> Iri | None:
    return {"subject": claim.subject, "object": claim.object}.get(role or "")
