"""Sides that names and claims tell where nobody wrote them down."""

from kg.corroborate.knowledge import Knowledge
from kg.corroborate.sides import told_sides, with_names, with_sides
from kg.iris import Minter
from kg.model import Agent, AgentKind, Claim, Iri, Relation
from kg.resolve.identity import Identity

MINT = Minter()
TOOK = Relation(id=MINT.named("relation", "took"), name="took", family="control", gains="subject", loses="counterpart")
SUED = Relation(id=MINT.named("relation", "sued"), name="sued", family="opposition")
LOST = Relation(id=MINT.named("relation", "lost"), name="lost", family="control", loses="subject")


def claim(subject: str, relation: Relation, target: str) -> Claim:
    """Make a claim about things that nobody wrote down."""
    ends = [MINT.hashed("thing", words) for words in (subject, target)]
    labels = {ends[0]: subject, ends[1]: target}
    name = MINT.hashed("claim", *ends, relation.id)
    return Claim(
        id=name, text=f"{subject} {relation.name} {target}", subject=ends[0], predicate=relation.id, object=ends[1],
        labels=labels,
    )  # fmt: skip


def sides(
    *claims: Claim, agents: tuple[Agent, ...] = (), opposed: frozenset[frozenset[Iri]] = frozenset()
) -> Knowledge:
    """Give what is known once sides are told."""
    known = Knowledge(
        relations={each.id: each for each in (TOOK, LOST, SUED)},
        agents={each.id: each for each in agents},
        opposed=opposed,
    )
    stated = {each.id: each for each in claims}
    told = told_sides(known, stated, MINT)
    return with_sides(with_names(known, told), told, stated, Identity(()))


def thing(words: str) -> Iri:
    """Give the id of a thing."""
    return MINT.hashed("thing", words)


CLAIMS = [
    claim(who, relation, where)
    for where in ("Vell", "Orsk")
    for who, relation in (("Solish army", TOOK), ("Meridian Front", LOST))
]


def test_bodies_of_one_state_are_of_one_side_and_who_loses_to_them_is_opposed() -> None:
    """Without a country a body is of the state that is spoken of; twice lost to it is a war."""
    orr = Agent(id=MINT.hashed("agent", "tomas orr"), name="Tomas Orr", kind=AgentKind.PERSON, role="Brigadier General")
    known = sides(*CLAIMS, claim("soldiers", TOOK, "Hask"), agents=(orr,))
    state = known.party(thing("Solish army"))
    assert state is not None
    assert state == known.party(thing("soldiers")) == known.party(orr.id)
    assert known.are_opposed(thing("soldiers"), thing("Meridian Front"))
    assert known.name(state) in {"Solish army", "soldiers", "Tomas Orr"}


def test_who_contends_twice_is_opposed_in_peace_too() -> None:
    """One who is heard sues another; once is not enough."""
    union, mill = (
        Agent(id=MINT.hashed("agent", name), name=name, kind=AgentKind.ORGANIZATION)
        for name in ("Tarn Union", "Velora")
    )
    suits = [
        Claim(
            id=MINT.hashed("claim", day), text="Tarn Union sued Velora", subject=union.id, predicate=SUED.id,
            object=mill.id,
        )
        for day in ("Monday", "Friday")
    ]  # fmt: skip
    assert sides(*suits, agents=(union, mill)).are_opposed(union.id, mill.id)
    assert not sides(suits[0], agents=(union, mill)).opposed


def test_one_claim_is_no_war() -> None:
    """Whoever lost something once is not known to be an enemy."""
    assert not sides(*CLAIMS[:2]).opposed


def test_what_people_wrote_down_is_all_there_is() -> None:
    """Where a file says who is opposed to whom, nothing is guessed."""
    pair = frozenset({frozenset({MINT.named("party", "a"), MINT.named("party", "b")})})
    assert sides(*CLAIMS, opposed=pair).inferred == {}


def test_a_body_is_of_the_state_whose_bodies_act_on_its_behalf_or_that_its_name_ends_with() -> None:
    """The sort of a body is no name: "Joint Operations Command" is of the state that is spoken of most."""
    command = Agent(id=MINT.hashed("agent", "central council"), name="Central Council", kind=AgentKind.ORGANIZATION)
    statement = Agent(
        id=MINT.hashed("agent", "statement"), name="Solish military statement", acted_on_behalf_of=command.id
    )
    known = sides(
        *CLAIMS, claim("Joint Operations Command", TOOK, "Hask"), claim("government of Sol", TOOK, "Hask"),
        claim("government of Karn", TOOK, "Vess"), claim("Solish Liberation Army", TOOK, "Orm"),
        agents=(command, statement),
    )  # fmt: skip
    state = known.party(thing("Solish army"))
    assert state == known.party(command.id) == known.party(thing("Joint Operations Command"))
    assert state == known.party(thing("government of Sol"))
    assert known.party(thing("government of Karn")) != state
    assert known.party(thing("Solish Liberation Army")) is None


def test_who_fights_the_same_enemy_is_not_at_war_with_each_other() -> None:
    """Gains of one and losses of the other are chance there: both lost what the enemy took."""
    front = [claim("Meridian Front", TOOK, where) for where in ("Aast", "Best", "Cost")]
    allies = [claim(who, LOST, where) for who in ("Solish army", "River Militia") for where in ("Aast", "Best", "Cost")]
    known = sides(
        *front, *allies, *(claim("River Militia", TOOK, where) for where in ("Aast", "Best")),
    )  # fmt: skip
    assert known.are_opposed(thing("River Militia"), thing("Meridian Front"))
    assert not known.are_opposed(thing("River Militia"), thing("Solish army"))


def test_rebels_fight_the_state_by_what_they_are_called() -> None:
    """Nobody needs to say so; officials of some other body and a people's fighters are placed nowhere."""
    hale = Agent(id=MINT.hashed("agent", "hale"), name="Hale", kind=AgentKind.PERSON, role="leader of the rebels")
    known = sides(
        claim("Solish army", TOOK, "Vell"), claim("rebels", TOOK, "Orsk"), claim("MRC officials", TOOK, "Hask"),
        claim("Karnish fighters", TOOK, "Hask"), claim("ministry of works", TOOK, "Hask"), agents=(hale,),
    )  # fmt: skip
    assert known.are_opposed(hale.id, thing("Solish army"))
    assert known.party(hale.id) == known.party(thing("rebels"))
    assert known.party(thing("ministry of works")) == known.party(thing("Solish army"))
    assert known.party(thing("MRC officials")) is known.party(thing("Karnish fighters")) is None
