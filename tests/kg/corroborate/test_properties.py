from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corroborate.case import Verdict
from kg.corroborate.verdict import Corroboration, corroborate
from tests.kg.corroborate import worlds

WORLD = worlds.world()
ASKED = "crown-forces | took | salt-gate"
# From what nobody says to what opposed sides agree on; contested stays contested.
RANK = [Verdict.UNKNOWN, Verdict.UNCORROBORATED, Verdict.CORROBORATED, Verdict.ACROSS_SIDES]

outlets = st.sampled_from(["harbour-post", "marrow-mirror", "northern-star", "daily-fen", "inland-radio"])
speakers = st.sampled_from(["vorn", "bren", "league-voice", "osk", "pell", "quill", "resident", "officials"])
words = st.sampled_from(["gate", "dawn", "flag", "river", "stone", "guards", "quiet", "market", "bell", "smoke"])
quotes = st.lists(words, min_size=3, max_size=9)


@st.composite
def statements(draw: st.DrawFn) -> dict[str, Any]:
    """Draw one statement about a few neighbouring claims."""
    entry: dict[str, Any] = {
        "says": draw(st.sampled_from([ASKED, "league-fighters | lost | salt-gate", "guard | entered | salt-gate"])),
        "in": draw(outlets),
        "affirms": draw(st.sampled_from([True, True, True, False])),
        "quote": " ".join(draw(quotes)),
        "credits": draw(st.sampled_from([[], [], ["coast-wire"]])),
        "via": draw(st.sampled_from([[], [], ["inland-radio"], ["league-voice"]])),
    }
    narrated = draw(st.booleans())
    return entry | ({"narrated": True} if narrated else {"by": draw(speakers)})


many = st.lists(statements(), min_size=1, max_size=6)


def ask(entries: list[dict[str, Any]]) -> Corroboration:
    """Give the verdict on the claim that all are near to."""
    numbered = [{"id": f"s{number}", "document": f"d{number}"} | entry for number, entry in enumerate(entries)]
    evidence = worlds.evidence(numbered, knowledge=WORLD)
    return corroborate(evidence, worlds.claim({"says": ASKED}, WORLD))


OWN = {"says": ASKED, "in": "harbour-post", "affirms": True, "quote": "gate gate gate", "credits": []}
# One passage under several heads: a copy must not decide whose it is.
JOINED = [
    OWN | {"by": "vorn", "via": []},
    *[OWN | {"narrated": True, "via": via} for via in ([], ["league-voice"], [])],
]


def test_a_copy_does_not_decide_whose_a_joined_origin_is() -> None:
    """However often a passage is printed, the side of its origin stays."""
    for copied in JOINED:
        assert ask([*JOINED, *3 * [copied]]).verdict is ask(JOINED).verdict


@settings(max_examples=150, deadline=None)
@given(many, st.data(), outlets)
def test_a_syndicated_copy_never_raises_a_verdict(
    entries: list[dict[str, Any]], data: st.DataObject, outlet: str
) -> None:
    """The same text in one more paper raises neither the verdict nor the number of origins nor the score."""
    before = ask(entries)
    copied = data.draw(st.sampled_from(entries))
    after = ask([*entries, copied | {"in": outlet}])
    if Verdict.CONTESTED in {before.verdict, after.verdict}:
        assert after.verdict is before.verdict
    else:
        assert RANK.index(after.verdict) <= RANK.index(before.verdict)
    assert len(after.origins) <= len(before.origins)
    assert after.score <= before.score + 1e-9 or before.verdict is Verdict.CONTESTED


@settings(max_examples=150, deadline=None)
@given(many, st.randoms())
def test_order_changes_nothing(entries: list[dict[str, Any]], random: Any) -> None:
    """Whatever came in first, the answer is the same."""
    numbered = [{"id": f"s{number}", "document": f"d{number}"} | entry for number, entry in enumerate(entries)]
    shuffled = random.sample(numbered, len(numbered))
    assert ask(numbered).to_json() == ask(shuffled).to_json()


@settings(max_examples=150, deadline=None)
@given(many, statements())
def test_a_denial_never_yields_corroborated(entries: list[dict[str, Any]], denial: dict[str, Any]) -> None:
    """Once the claim itself is denied, it is contested."""
    after = ask([*entries, denial | {"says": ASKED, "affirms": False}])
    assert after.verdict is Verdict.CONTESTED
