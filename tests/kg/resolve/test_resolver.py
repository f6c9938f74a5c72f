"""From the reading of a document to agents, claims and statements."""

from dataclasses import replace
from typing import Any

import pytest

from kg.iris import Minter, compact
from kg.model import AgentKind, Attribution, Decision, Document, Mention, Proposition, Reading, Resolution, Span, Stance
from kg.resolve import Resolver
from tests.kg.resolve.conftest import proposition

TEXT = "Soland forces entered Hask on Monday, Brig. Gen. Tomas Orr told Radio Vell."
SAID = proposition({"predicate": "enter", "subject": "Soland forces", "object": "Hask"})


def document(text: str = TEXT, publisher: str | None = "Harbour Post") -> Document:
    """Make a document of the made-up world."""
    return Document(id=Minter().document(None, publisher, text), text=text, publisher=publisher)


def attribution(speaker: Mention | None, said: tuple[Proposition, ...] = (SAID,), **fields: Any) -> Attribution:
    """Make an attribution of the text above."""
    source = (Span(38, 58),) if speaker else ()
    return Attribution(source=source, cue=(), content=(Span(0, 36),), speaker=speaker, propositions=said, **fields)


def resolve(resolver: Resolver, *attributions: Attribution, publisher: str | None = "Harbour Post") -> Resolution:
    """Resolve a document with some attributions."""
    return resolver.resolve(Reading(document=document(publisher=publisher), attributions=attributions))


ORR = Mention(name="Tomás Orr", kind=AgentKind.PERSON, role="Brigadier General")


def test_a_known_speaker_is_resolved_and_the_mention_kept(resolver: Resolver) -> None:
    """The source is the entity, the mention an agent of its own, joined by a judgement that says why."""
    found = resolve(resolver, attribution(ORR))
    (statement,) = found.statements
    (judgement,) = [each for each in found.judgements if each.left == statement.mentioned_as]
    assert compact(statement.source) == "agent:tomas-orr"
    assert statement.mentioned_as != statement.source
    assert (judgement.right, judgement.decision, judgement.maker) == (
        statement.source,
        Decision.SAME,
        "rule:exact-name",
    )
    assert compact(statement.party or "") == "party:republic"


def test_a_stranger_belongs_to_whom_the_text_says(resolver: Resolver) -> None:
    """A person who is not in the entities file acts for the organisation in their role."""
    mention = Mention(name="Mira Tal", kind=AgentKind.PERSON, role="spokesperson of the Soland Interior Ministry")
    found = resolve(resolver, attribution(mention))
    agent = next(each for each in found.agents if each.name == "Mira Tal")
    assert (compact(agent.acted_on_behalf_of or ""), compact(agent.party or "")) == (
        "agent:interior-ministry",
        "party:republic",
    )
    assert found.statements[0].source == found.statements[0].mentioned_as == agent.id


def test_a_full_name_is_one_agent_in_all_documents_and_officials_are_not(resolver: Resolver) -> None:
    """Unnamed sources are never merged across documents."""
    sources = []
    for text in ("One. " + TEXT, "Two. " + TEXT):
        named = attribution(Mention(name="Mira Tal"))
        unnamed = attribution(Mention(name="officials", named=False))
        reading = Reading(document=document(text), attributions=(named, replace(unnamed, content=(Span(3, 9),))))
        sources.append([statement.source for statement in resolver.resolve(reading).statements])
    assert sources[0][0] == sources[1][0]
    assert sources[0][1] != sources[1][1]


@pytest.mark.parametrize(
    ("stance", "affirmed", "expected"),
    [
        (Stance.ASSERTS, True, True),
        (Stance.ASSERTS, False, False),
        (Stance.DENIES, True, False),
        (Stance.DENIES, False, True),
        (Stance.DOUBTS, True, False),
        (Stance.ADMITS, True, True),
    ],
)
def test_stance_and_negation_are_one_stand(resolver: Resolver, stance: Stance, affirmed: bool, expected: bool) -> None:
    """To deny that something did not happen is to affirm it; a doubt affirms nothing."""
    said = replace(SAID, affirms=affirmed)
    found = resolve(resolver, attribution(ORR, (said,), stance=stance, affirms=affirmed))
    assert [statement.affirms for statement in found.statements] == [expected]


def test_a_chain_is_a_statement_for_each_carrier_but_the_publisher(resolver: Resolver) -> None:
    """Each hop reports the one before and carries no claim."""
    via = (Mention(name="Radio Vell", kind=AgentKind.OUTLET), Mention(name="Harbour Post", kind=AgentKind.OUTLET))
    found = resolve(resolver, attribution(ORR, via=via))
    said, hop = found.statements
    assert (hop.claim, hop.reports, len(found.statements)) == (None, said.id, 2)
    assert next(each.name for each in found.agents if each.id == hop.source) == "Radio Vell"


def test_the_publisher_speaks_where_nobody_else_does(resolver: Resolver) -> None:
    """A narrated sentence is a statement of the publisher, of an unnamed one where the document names none."""
    known = resolve(resolver, attribution(None, narrated=True))
    unknown = resolve(resolver, attribution(None, narrated=True), publisher=None)
    assert known.statements[0].source == known.publisher
    assert compact(known.publisher or "") == "agent:harbour-post"
    assert unknown.publisher is None
    assert not next(each for each in unknown.agents if each.id == unknown.statements[0].source).named


def test_several_claims_of_one_content_are_several_statements(resolver: Resolver) -> None:
    """Statements of one attribution are numbered; what it says twice is stated once."""
    other = proposition({"predicate": "enter", "subject": "Soland forces", "object": "Samar"})
    found = resolve(resolver, attribution(ORR, (SAID, other, SAID)))
    assert len({statement.id for statement in found.statements}) == len(found.statements) == 2


def test_what_could_not_be_read_is_kept_in_its_words(resolver: Resolver) -> None:
    """An attribution without propositions still has a claim: that its words were said."""
    found = resolve(resolver, attribution(ORR, ()))
    assert [claim.text for claim in found.claims] == ["Soland forces entered Hask on Monday"]
    assert compact(found.claims[0].predicate) == "kg:saidThat"


def test_resolving_twice_gives_the_same(resolver: Resolver) -> None:
    """Nothing that another document held comes in."""
    reading = Reading(document=document(), attributions=(attribution(ORR),), credits=(Mention(name="Radio Vell"),))
    first = resolver.resolve(reading)
    resolve(resolver, attribution(Mention(name="Mira Tal")))
    assert resolver.resolve(reading) == first


def test_every_agent_that_is_used_is_there(resolver: Resolver, entities: tuple[Any, ...]) -> None:
    """Statements name agents of the resolution or of the entities file."""
    found = resolve(resolver, attribution(ORR, via=(Mention(name="Radio Vell"),)), attribution(None, narrated=True))
    known = {agent.id for agent in found.agents} | {entity.id for entity in entities}
    assert {statement.source for statement in found.statements} <= known
    assert {statement.mentioned_as for statement in found.statements} <= known
