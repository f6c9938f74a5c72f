"""Which actor is of which side, and which sides are opposed: what files say, and the judgements in force."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.corroborate.factions import Actor, Told, actors_of, tell
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.states import States
from kg.iris import Minter
from kg.model import Claim, Decision, Iri, Judgement
from kg.rdf.judgements import judgement_quads
from kg.rdf.terms import quads
from kg.rdf.vocab import KG, RDF, SKOS
from kg.resolve.identity import Identity, authority, is_human
from kg.store.base import View

MAKER = "rule:sides-told"
_MEMBERS = frozenset({Decision.MEMBER_OF, Decision.NOT_MEMBER_OF})
_FOES = frozenset({Decision.OPPOSED_TO, Decision.NOT_OPPOSED_TO})


def told_sides(knowledge: Knowledge, claims: Mapping[Iri, Claim], minter: Minter) -> dict[Judgement, str]:
    """Judge who is of which side by names and claims, each with the name of the side where people gave it none.

    Where a file says who is opposed to whom nothing is guessed.
    """
    found = () if knowledge.opposed else tell(knowledge, claims, minter)
    return {_judgement(each, minter): "" if each.right in knowledge.parties else each.name for each in found}


def _judgement(told: Told, minter: Minter) -> Judgement:
    return Judgement(
        id=minter.hashed("judgement", told.left, told.right, told.decision, MAKER),
        left=told.left,
        right=told.right,
        decision=told.decision,
        maker=MAKER,
        score=told.score,
        reason=told.reason,
    )


def with_names(knowledge: Knowledge, sides: Mapping[Judgement, str]) -> Knowledge:
    """Add what the sides that were told are called."""
    return replace(knowledge, names={**knowledge.names, **{each.right: name for each, name in sides.items() if name}})


def with_sides(
    knowledge: Knowledge, judgements: Iterable[Judgement], claims: Mapping[Iri, Claim], identity: Identity
) -> Knowledge:
    """Add to what files say the sides that judgements tell; people outrank files, and files rules."""
    inferred: dict[Iri, Iri] = {}
    agents = dict(knowledge.agents)
    opposed = dict.fromkeys(knowledge.opposed, True)
    parties = set(knowledge.parties)
    for judgement in sorted((each for each in judgements if each.decision in _MEMBERS | _FOES), key=authority):
        left, right = identity.of(judgement.left), identity.of(judgement.right)
        human = is_human(judgement)
        if judgement.decision in _FOES:
            if human or frozenset((left, right)) not in knowledge.opposed:
                opposed[frozenset((left, right))] = judgement.decision is Decision.OPPOSED_TO
            parties |= {left, right}
        elif judgement.decision is Decision.MEMBER_OF:
            parties.add(right)
            inferred[left] = right
            if human and left in agents:
                agents[left] = replace(agents[left], party=right)
        else:
            inferred = {name: party for name, party in inferred.items() if (name, party) != (left, right)}
            if left in agents and agents[left].party == right:
                agents[left] = replace(agents[left], party=None)
    found = replace(
        knowledge,
        agents=agents,
        inferred={name: party for name, party in inferred.items() if name not in agents or agents[name].party is None},
        parties=frozenset(parties),
        opposed=frozenset(pair for pair, are in opposed.items() if are and len(pair) > 1),
    )
    return replace(found, party_by_name=_ByName(found, claims).party) if inferred else found


class _ByName:
    """Tells the side of who is not in the graph by a name, as a question may name it."""

    def __init__(self, knowledge: Knowledge, claims: Mapping[Iri, Claim]) -> None:
        self._knowledge = knowledge
        self._claims = claims

    def party(self, name: str) -> Iri | None:
        """Give the party of the actors whose names tell the same side as this one does."""
        return self._parties.get(self._states.side(name))

    @cached_property
    def _actors(self) -> tuple[Actor, ...]:
        return tuple(actors_of(self._knowledge, self._claims))

    @cached_property
    def _states(self) -> States:
        return States((actor.name, actor.count) for actor in self._actors)

    @cached_property
    def _parties(self) -> Mapping[str, Iri]:
        inferred = self._knowledge.inferred
        placed = ((self._states.side(actor.name), inferred.get(actor.id)) for actor in self._actors)
        return {side: party for side, party in placed if side and party}


def side_quads(found: Mapping[Judgement, str]) -> Iterator[Quad]:
    """Write the judgements of sides, and what the sides that they tell of are called."""
    for judgement, name in found.items():
        yield from judgement_quads(judgement)
        if name:
            yield from quads(judgement.right, [(RDF.type, KG.Party), (SKOS.prefLabel, Literal(name))])
            yield from quads(judgement.right, [(KG.maker, Literal(MAKER))])


def old_side_quads(view: View) -> Iterator[Quad]:
    """Give what was written of sides before: judgements, and parties that nobody wrote down."""
    for quad in view.quads(None, KG.maker, Literal(MAKER), DefaultGraph()):
        if isinstance(quad.subject, NamedNode):
            yield from view.quads(quad.subject, graph=DefaultGraph())
