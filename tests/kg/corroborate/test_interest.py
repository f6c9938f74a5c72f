import pytest

from kg.corroborate.interest import interest
from tests.kg.corroborate import worlds

WORLD = worlds.world()

CASES = [
    ("a side says that it gained", {"says": "guard | took | salt-gate", "by": "vorn"}, "own"),
    ("a side says that it lost", {"says": "league-fighters | lost | salt-gate", "by": "league-voice"}, "against"),
    ("a side says that its opponent gained", {"says": "guard | took | salt-gate", "by": "league-voice"}, "against"),
    ("a side says that its opponent lost", {"says": "league-fighters | lost | salt-gate", "by": "bren"}, "own"),
    ("a side denies that it gained", {"says": "guard | advanced | marrow", "by": "vorn", "affirms": False}, "against"),
    ("a side denies that it lost", {"says": "guard | lost | marrow", "by": "vorn", "affirms": False}, "own"),
    ("a side says that its own were killed", {"says": "raiders | killed | guard", "by": "vorn"}, "against"),
    ("a party that it does not concern", {"says": "guard | took | salt-gate", "by": "osk"}, "neutral"),
    ("the press", {"says": "guard | took | salt-gate", "narrated": True}, "neutral"),
    ("an outlet of no party", {"says": "guard | took | salt-gate", "narrated": True, "in": "free-press"}, "neutral"),
    ("nobody knows who", {"says": "guard | took | salt-gate", "by": "resident"}, "unknown"),
    ("nobody knows who gains", {"says": "guard | painted | salt-gate", "by": "vorn"}, "unknown"),
    ("a side admits it", {"says": "guard | shelled | salt-gate", "by": "vorn", "stance": "admits"}, "against"),
    ("officials of a ministry", {"says": "guard | took | salt-gate", "by": "officials"}, "own"),
    (
        "a party given to the statement",
        {"says": "guard | took | salt-gate", "by": "pell", "party": "league"},
        "against",
    ),
]


@pytest.mark.parametrize(("entry", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_interest_of_a_statement(entry: worlds.Table, expected: str) -> None:
    """Whoever gains by a claim has an interest to affirm it, whoever loses to deny it."""
    testimony, claim = worlds.testimony({"in": "harbour-post"} | dict(entry), 1, WORLD)
    assert interest(testimony, claim, WORLD).value == expected
