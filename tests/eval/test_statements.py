"""How extracted statements are measured against gold ones: `eval/statements.py` and `eval/agents.py`."""

from typing import Any

import pytest
from agents import Agents
from statements import figures, match, right_chain, right_quantity

TEXT = "Two boats sank off Orlen, Bela Tarn said. Officials said the harbour was closed. The sea was rough."
AGENTS = Agents([("Bela Tarn", "B. Tarn"), ("Orlen Harbour Office", "OHO"), ("Sarn News Agency", "Sarn")])
Row = dict[str, Any]


def gold(speaker: str, subject: str, relation: str, obj: str = "", **more: Any) -> Row:
    """Make a gold statement."""
    return {
        "speaker": speaker, "speaker_role": None, "speaker_org": None, "carrier": "Northern Post", "via": [],
        "cue": "said", "stance": "assert", "negated": False, "subject": subject, "relation": relation, "object": obj,
        "place": None, "quantity": None, "said_on": "2024-03-07", **more,
    }  # fmt: skip


def ours(speaker: str, content: str, **more: Any) -> Row:
    """Make a statement of `kg extract`."""
    first = TEXT.index(content)
    return {
        "speaker": speaker, "role": None, "organization": None, "via": [], "stance": "asserts", "affirms": True,
        "said_on": "2024-03-07", "content": [[first, first + len(content)]], "claims": [], **more,
    }  # fmt: skip


def measured(golds: list[Row], found: list[Row], narrated: tuple[Row, ...] = ()) -> dict[str, float]:
    """Give the figures of one article."""
    line = {"id": "a1", "text": TEXT, "attributions": found, "narrated": list(narrated)}
    matched = match([{"id": "a1", "statements": golds}], [line], AGENTS)
    return {name: value for name, value, _ in figures(matched, AGENTS)}


BOATS = gold("Bela Tarn", "boats", "sank", "off Orlen")
CLOSED = gold("unnamed harbour officials", "harbour", "was closed")


def test_all_found() -> None:
    """Statements that say what the gold says count as found, with their speakers."""
    told = [ours("Tarn", "Two boats sank off Orlen"), ours("Officials", "the harbour was closed")]
    found = measured([BOATS, CLOSED], told)
    assert found["found with the right speaker, all"] == 1
    assert found["our attributed statements that match no gold one"] == 0


def test_wrong_speaker_and_surplus() -> None:
    """A wrong speaker is found only; what the gold does not have is surplus."""
    found = measured([BOATS], [ours("Ann Lee", "Two boats sank off Orlen"), ours("Ann Lee", "The sea was rough")])
    assert (found["found, all"], found["found with the right speaker, all"]) == (1, 0)
    assert found["our attributed statements that match no gold one"] == 0.5


def test_right_speaker_is_preferred() -> None:
    """Of two contents that both say it, the one with the right speaker counts."""
    found = measured([BOATS], [ours("Sarn", "Two boats sank off Orlen, Bela Tarn"), ours("Tarn", "Two boats sank off")])
    assert found["found with the right speaker, all"] == 1


def test_narrated_is_the_carriers_own() -> None:
    """A narrated sentence is a statement of the carrier, and is no surplus."""
    rough = gold("Northern Post", "sea", "was rough")
    found = measured([rough], [], (ours("Northern Post", "The sea was rough"),))
    assert found["found with the right speaker, all"] == 1


def test_days() -> None:
    """A day is exact or not; one that the gold leaves open must stay open."""
    told = [ours("Tarn", "Two boats sank off Orlen"), ours("Officials", "the harbour was closed")]
    found = measured([BOATS | {"said_on": "2024-03-06"}, CLOSED | {"said_on": None}], told)
    assert (found["of those, exact day"], found["day left open where the gold does"]) == (0, 0)


@pytest.mark.parametrize(
    ("speaker", "given", "right"),
    [
        ("Bela Tarn", {"speaker": "Tarn"}, True),
        ("Bela Tarn", {"speaker": "Ivo Tarn"}, False),
        ("Orlen Harbour Office", {"speaker": "OHO"}, True),
        ("Orlen Harbour Office", {"speaker": "the Harbour Office"}, True),
        ("Orlen Harbour Office", {"speaker": "spokeswoman", "organization": "OHO"}, True),
        ("Orlen Harbour Office", {"speaker": "Harbour Office officials"}, True),
        ("Orlen Harbour Office", {"speaker": "Bela Tarn", "organization": "OHO"}, False),
        ("unnamed residents", {"speaker": "a resident of Orlen"}, True),
        ("unnamed residents", {"speaker": "Bela Tarn"}, False),
        ("unnamed residents", {"speaker": None}, False),
    ],
)
def test_speakers(speaker: str, given: Row, right: bool) -> None:
    """Names, short forms, unnamed speakers and spokesmen, as the docstring of `agents` says."""
    told = {"role": None, "organization": None, **given}
    assert AGENTS.speaks(gold(speaker, "harbour", "was closed"), told) is right


def test_surface_of_the_article() -> None:
    """The words that stand in the article are right where the gold gives them."""
    spoken = {"speaker": "the rebels", "role": None, "organization": None}
    assert AGENTS.speaks(gold("Hill Front", "town", "fell", speaker_surface="The rebels"), spoken)


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        (["Sarn News Agency"], ["Sarn"], True),
        (["Sarn", "Velda Radio"], ["Velda Radio", "Sarn"], False),
        (["Sarn / Velda Radio"], ["Velda Radio"], True),
        ([], ["Sarn"], False),
    ],
)
def test_chains(wanted: list[str], given: list[str], right: bool) -> None:
    """Chains have the same links in the same order; joint credits may be given by one."""
    assert right_chain(AGENTS, {"via": wanted}, {"via": given}) is right


@pytest.mark.parametrize(
    ("value", "operator", "low", "high", "right"),
    [
        (1000, ">", 1000, None, True),
        (1000, "=", 1000, None, False),
        (48000, "~", 43200, 52800, True),
        (31, "=", 31, 31, True),
        (31, "<=", None, 31, True),
    ],
)
def test_quantities(value: float, operator: str, low: float | None, high: float | None, right: bool) -> None:
    """A quantity has the value and the operator of the gold."""
    claim = {"quantity": {"low": low, "high": high, "unit": "dead", "text": ""}}
    assert right_quantity({"quantity": {"value": value, "op": operator}}, {"claims": [claim]}) is right
