from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corroborate.agreement import By
from kg.corroborate.case import Verdict
from kg.corroborate.reliability import Believed, Reliability, Source, reliability
from kg.corroborate.truth.base import ALGORITHMS
from tests.kg.corroborate import worlds
from tests.kg.corroborate.test_properties import many, outlets

# Vorn is borne out at the gate and contradicted in the row; what he says of the quay nobody else speaks to.
STATEMENTS: list[dict[str, Any]] = [
    {"id": "a", "says": "crown-forces | took | salt-gate", "in": "harbour-post", "by": "vorn", "on": "1871-05-03"},
    {"id": "b", "says": "league-fighters | lost | salt-gate", "in": "daily-fen", "by": "league-voice",
     "on": "1871-05-04"},
    {"id": "c", "says": "crown-forces | took | tanner-row", "in": "harbour-post", "by": "vorn", "on": "1871-05-03"},
    {"id": "d", "says": "crown-forces | took | tanner-row", "in": "daily-fen", "by": "league-voice", "affirms": False,
     "on": "1871-05-05"},
    {"id": "e", "says": "crown-forces | took | old-quay", "in": "harbour-post", "by": "vorn", "on": "1871-05-03"},
]  # fmt: skip


def found(entries: list[dict[str, Any]] = STATEMENTS, by: By = "source") -> Reliability:
    """Weigh the sources of some statements."""
    return reliability(worlds.evidence(entries), by)


def source(answer: Reliability, name: str) -> Source:
    """Give one source."""
    return next(each for each in answer.sources if each.name == name)


def claim(answer: Reliability, word: str) -> Believed:
    """Give the claim in whose words one stands."""
    return next(each for each in answer.claims if word in each.text)


def test_a_record_counts_claims_that_independent_origins_bear_out_or_contradict() -> None:
    """What the other side says of the same counts, whether in the same words or not; each claim once."""
    vorn = source(found(), "Tobin Vorn")
    assert (vorn.claims, vorn.corroborated, vorn.contradicted) == (3, 1, 1)


def test_only_what_was_said_later_bears_out() -> None:
    """Whoever repeats what was said before is not borne out by it, nor by what is said on an unknown day."""
    voice = source(found(), "League Voice")
    assert (voice.claims, voice.corroborated, voice.contradicted) == (2, 0, 0)
    undated = [{key: value for key, value in each.items() if key != "on"} for each in STATEMENTS]
    assert source(found(undated), "Tobin Vorn").corroborated == 0


def test_publishers_and_parties_have_records_too() -> None:
    """By publisher, what a paper carries is held to it."""
    post = source(found(by="publisher"), "Harbour Post")
    assert (post.claims, post.corroborated, post.contradicted) == (3, 1, 1)
    assert [each.claims for each in found(by="party").sources] == [3, 2]


def test_a_verdict_says_without_whom_it_would_be_another() -> None:
    """Each source is left out in turn; what does not hang on one is not listed."""
    answer = found()
    names = {each.source: each.name for each in answer.sources}
    gate = {names[who]: verdict for who, verdict in claim(answer, "salt gate").without.items()}
    assert gate == {"Tobin Vorn": Verdict.UNCORROBORATED, "League Voice": Verdict.UNCORROBORATED}
    row = {names[who]: verdict for who, verdict in claim(answer, "tanner row").without.items()}
    assert row == {"League Voice": Verdict.UNCORROBORATED}
    quay = {names[who]: verdict for who, verdict in claim(answer, "old quay").without.items()}
    assert quay == {"Tobin Vorn": Verdict.UNKNOWN}


def test_a_third_voice_makes_a_verdict_hang_on_nobody() -> None:
    """With three independent origins of two sides, one more or less changes nothing."""
    more = [
        *STATEMENTS,
        {"id": "f", "says": "crown-forces | took | salt-gate", "in": "marrow-mirror", "by": "osk", "on": "1871-05-06"},
        {"id": "g", "says": "crown-forces | took | salt-gate", "in": "northern-star", "by": "pell", "on": "1871-05-06"},
    ]
    answer = found(more)
    gate = claim(answer, "salt gate")
    names = {each.source: each.name for each in answer.sources}
    assert not {"Osk", "Pell"} & {names[who] for who in gate.without}


def test_what_is_left_of_an_origin_still_counts() -> None:
    """Where two speak for one side, leaving one out leaves the side."""
    says = {"says": "crown-forces | took | salt-gate", "in": "harbour-post"}
    speakers = [says | {"id": each, "by": each} for each in ("vorn", "bren", "osk")]
    answer = found(speakers)
    gate = claim(answer, "salt gate")
    names = {each.source: each.name for each in answer.sources}
    assert gate.verdict is Verdict.CORROBORATED
    assert {names[who]: verdict for who, verdict in gate.without.items()} == {"Mara Osk": Verdict.UNCORROBORATED}


def test_beliefs_stand_beside_verdicts_and_agree_where_nobody_differs() -> None:
    """Every algorithm gives a belief and a reliance from 0 to 1; what is denied is believed less than what is not."""
    answer = found()
    for each in answer.claims:
        assert each.belief.keys() == set(ALGORITHMS.names())
        assert all(0 <= value <= 1 for value in each.belief.values())
    for name in ALGORITHMS.names():
        assert claim(answer, "old quay").belief[name] >= claim(answer, "tanner row").belief[name]
        assert 0 <= source(answer, "Tobin Vorn").reliance[name] <= 1


def test_order_of_statements_changes_nothing() -> None:
    """Whatever came in first, the answer is the same."""
    assert found(STATEMENTS[::-1]) == found()


@settings(max_examples=80, deadline=None)
@given(many, st.data(), outlets)
def test_a_syndicated_copy_bears_nobody_out(entries: list[dict[str, Any]], data: st.DataObject, outlet: str) -> None:
    """The same text in one more paper makes no other source's record better."""
    dated = [
        {"id": f"s{number}", "document": f"d{number}", "on": "1871-05-03"} | entry
        for number, entry in enumerate(entries)
    ]
    copied = data.draw(st.sampled_from(dated)) | {"id": "copy", "document": "copy", "in": outlet}
    before = {each.source: each.corroborated for each in found(dated).sources}
    after = {each.source: each.corroborated for each in found([*dated, copied]).sources}
    prints = worlds.mint.named("agent", outlet)
    assert all(after[source] <= count for source, count in before.items() if source != prints)
