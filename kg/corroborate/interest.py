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
    gains, loses. Whom nobody places speaks for itself and its organisation. A source of no party that the claim
    concerns is neutral, and so is a news outlet of no party; without knowledge of who gains it is unknown, unless its
    own words admit it.
    """
    party = side_of(testimony, knowledge)
    if party is None and _is_outlet(testimony, knowledge):
        return Interest.NEUTRAL
    voice = party or _whose(testimony.agent, knowledge)
    gain = _gain(voice, claim, knowledge) if voice else 0
    if gain:
        return Interest.OWN if (gain > 0) == testimony.affirms else Interest.AGAINST
    concerned = {knowledge.party(claim.subject), knowledge.party(claim.object)} - {None}
    guessed = party in {None, *knowledge.inferred.values()} and not concerned
    if testimony.stance is Stance.ADMITS and testimony.affirms and (guessed or party in {None, *concerned}):
        return Interest.AGAINST
    bystander = party and concerned and not _takes_part(party, concerned, knowledge)
    return Interest.NEUTRAL if bystander else Interest.UNKNOWN


def side_of(testimony: Testimony, knowledge: Knowledge) -> Iri | None:
    """Give the party that a statement speaks for."""
    return testimony.party or knowledge.party(testimony.agent)


def _is_outlet(testimony: Testimony, knowledge: Knowledge) -> bool:
    agent = knowledge.agents.get(testimony.agent) if testimony.agent else None
    return agent is not None and agent.kind is AgentKind.OUTLET


def _takes_part(party: Iri, concerned: set[Iri | None], knowledge: Knowledge) -> bool:
    return party in concerned or any(knowledge.are_opposed(party, other) for other in concerned)


def _whose(iri: Iri | None, knowledge: Knowledge) -> Iri | None:
    """Give the party of an agent, or else the organisation that it speaks for in the end, or itself."""
    if iri is None:
        return None
    return knowledge.party(iri) or [iri, *knowledge.organisations(iri)][-1]


def _gain(side: Iri, claim: Claim, knowledge: Knowledge) -> int:
    """Give 1 where a side gains if the claim is true, -1 where it loses, 0 where it is not known.

    Who harms somebody gains where that is an enemy; to say so of others accuses them.
    """
    relation = knowledge.relations.get(claim.predicate)
    if relation is None:
        return 0
    gainer, loser = (_whose(_role(claim, role), knowledge) for role in (relation.gains, relation.loses))
    if relation.loses == "object" and not knowledge.are_opposed(gainer, loser):
        gainer = None
    if side == gainer or (side != loser and knowledge.are_opposed(side, loser)):
        return 1
    return -1 if side == loser or knowledge.are_opposed(side, gainer) else 0


def _role(claim: Claim, role: str | None) -> Iri | None:
    return {"subject": claim.subject, "object": claim.object}.get(role or "")
