"""What is written as quads, and kept in a database, is read back as it was."""

from datetime import UTC, date, datetime

import pyoxigraph
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import PartialDate
from kg.iris import Minter
from kg.model import (
    Agent,
    AgentKind,
    Certainty,
    Claim,
    DateBasis,
    Decision,
    Document,
    Iri,
    Judgement,
    Operator,
    Period,
    Quantity,
    Quotation,
    Reading,
    Resolution,
    Run,
    Span,
    Stance,
    Statement,
)
from kg.rdf import read
from kg.rdf.documents import text_digest
from kg.rdf.write import (
    agent_quads,
    claim_quads,
    document_quads,
    judgement_quads,
    run_quads,
    statement_quads,
    to_quads,
)

MINTER = Minter("https://example.org/id/")
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
NAMES = st.builds(MINTER.hashed, st.sampled_from(["agent", "place", "thing"]), WORDS)
DAYS = st.dates(min_value=date(1, 1, 1))
PARTIAL_DATES = st.builds(lambda day, size: PartialDate(day.isoformat()[:size]), DAYS, st.sampled_from([4, 7, 10]))
SHARES = st.floats(0, 1)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SPANS = st.frozensets(st.builds(lambda a, b: Span(a, a + b), st.integers(0, 90), st.integers(1, 9)), max_size=3).map(
    lambda spans: tuple(sorted(spans))
)
MAYBE_NAMES = st.none() | NAMES


def optional(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """Give None, or what the strategy gives."""
    return st.none() | strategy


AGENTS = st.builds(
    Agent,
    id=NAMES,
    name=WORDS,
    kind=st.sampled_from(AgentKind),
    named=st.booleans(),
    party=MAYBE_NAMES,
    acted_on_behalf_of=MAYBE_NAMES,
    role=optional(WORDS),
)
PERIODS = st.builds(Period, start=optional(DAYS), end=optional(DAYS), text=st.just("")).filter(
    lambda period: period.start or period.end
)
QUANTITIES = st.builds(
    Quantity,
    low=optional(NUMBERS),
    high=optional(NUMBERS),
    operator=st.sampled_from(Operator),
    unit=WORDS,
    code=optional(st.sampled_from(["UCUM:km", "ISO4217:USD"])),
    text=WORDS,
)
CLAIMS = st.builds(
    Claim,
    id=st.just(MINTER.hashed("claim", 1)),
    text=WORDS,
    subject=NAMES,
    predicate=st.just(MINTER.named("relation", "lost")),
    object=NAMES,
    place=MAYBE_NAMES,
    period=optional(PERIODS),
    quantity=optional(QUANTITIES),
)
STATEMENTS = st.builds(
    Statement,
    id=st.just(MINTER.hashed("statement", 1)),
    document=st.just(MINTER.hashed("document", 1)),
    source=NAMES,
    mentioned_as=NAMES,
    claim=MAYBE_NAMES,
    stance=st.sampled_from(Stance),
    affirms=st.booleans(),
    party=MAYBE_NAMES,
    reports=MAYBE_NAMES,
    certainty=st.sampled_from(Certainty),
    realized=st.booleans(),
    distanced=st.booleans(),
    quotation=st.sampled_from(Quotation),
    said_on=optional(PARTIAL_DATES),
    said_on_basis=st.sampled_from(DateBasis),
    time_text=WORDS,
    time_basis=optional(st.sampled_from(DateBasis)),
    narrated=st.booleans(),
    confidence=SHARES,
    source_spans=SPANS,
    cue_spans=SPANS,
    content_spans=SPANS,
)
JUDGEMENTS = st.builds(
    Judgement,
    id=NAMES,
    left=NAMES,
    right=NAMES,
    decision=st.sampled_from(Decision),
    maker=WORDS,
    score=SHARES,
    reason=WORDS,
)
DOCUMENTS = st.builds(
    Document,
    id=st.just(MINTER.hashed("document", 1)),
    text=WORDS,
    local_id=optional(WORDS),
    url=optional(st.just("https://example.org/ä?b=1") | WORDS),
    publisher=optional(WORDS),
    published=optional(PARTIAL_DATES),
    title=optional(WORDS),
    author=optional(WORDS),
    language=optional(WORDS),
)
RUNS = st.builds(Run, id=NAMES, document=NAMES, maker=WORDS, generated_at=st.datetimes(timezones=st.just(UTC)))


def stored(quads: object) -> list[pyoxigraph.Quad]:
    """Pass quads through a database, which has its own idea of literals."""
    store = pyoxigraph.Store()
    written = list(quads)  # type: ignore[call-overload]
    store.extend(written)
    kept = list(store)
    assert set(kept) == set(written), "the database changes no literal"
    return kept


@given(AGENTS)
def test_agent(agent: Agent) -> None:
    """An agent comes back equal."""
    assert list(read.agents(stored(agent_quads(agent)))) == [agent]


@given(CLAIMS)
def test_claim(claim: Claim) -> None:
    """A claim comes back equal, its triple from the graph that it is."""
    assert list(read.claims(stored(claim_quads(claim, MINTER)))) == [claim]


@given(STATEMENTS, st.text("ab c\n", min_size=100, max_size=120))
def test_statement(statement: Statement, words: str) -> None:
    """A statement comes back equal, spans and all."""
    run = MINTER.hashed("run", 1)
    assert list(read.statements(stored(statement_quads(statement, words, run, MINTER)))) == [statement]


@given(JUDGEMENTS)
def test_judgement(judgement: Judgement) -> None:
    """A judgement comes back equal."""
    assert list(read.judgements(stored(judgement_quads(judgement)))) == [judgement]


@given(RUNS)
def test_run(run: Run) -> None:
    """A run comes back equal."""
    assert list(read.runs(stored(run_quads(run, MINTER)))) == [run]


@given(DOCUMENTS)
def test_document(document: Document) -> None:
    """A document comes back equal: its text from beside the graph, its publisher's name from the agent."""
    publisher = Agent(id=MINTER.hashed("agent", 1), name=document.publisher or "")
    quads = list(document_quads(document, publisher.id if document.publisher is not None else None, ()))
    texts = {text_digest(document.text): document.text}
    assert list(read.documents(stored([*quads, *agent_quads(publisher)]), texts.get)) == [document]


def test_judgement_taken_back() -> None:
    """A judgement that was taken back is not read."""
    judgement = Judgement(
        id=Iri("https://example.org/j"),
        left=Iri("https://example.org/a"),
        right=Iri("https://example.org/b"),
        decision=Decision.SAME,
        maker="person:ann",
        score=1,
        reason="seen together",
    )
    taken_back = pyoxigraph.Quad(
        pyoxigraph.NamedNode(judgement.id),
        pyoxigraph.NamedNode("http://www.w3.org/ns/prov#invalidatedAtTime"),
        pyoxigraph.Literal("2020-01-01"),
    )
    assert list(read.judgements([*judgement_quads(judgement), taken_back])) == []


@given(DOCUMENTS, st.lists(AGENTS, max_size=2), CLAIMS, STATEMENTS, JUDGEMENTS)
def test_same_quads_twice(
    document: Document, agents: list[Agent], claim: Claim, statement: Statement, judgement: Judgement
) -> None:
    """The same reading is always written as the same quads, without blank nodes; only claims have graphs."""
    run = Run(
        id=MINTER.hashed("run", 1), document=document.id, maker="m", generated_at=datetime(2020, 1, 1, tzinfo=UTC)
    )
    resolution = Resolution(agents=tuple(agents), claims=(claim,), statements=(statement,), judgements=(judgement,))
    first = list(to_quads(Reading(document=document), resolution, run, MINTER))
    assert first == list(to_quads(Reading(document=document), resolution, run, MINTER))
    assert not any(isinstance(term, pyoxigraph.BlankNode) for quad in first for term in quad)
    graphs = {quad.graph_name for quad in first}
    assert graphs == {pyoxigraph.DefaultGraph(), pyoxigraph.NamedNode(claim.id)}
