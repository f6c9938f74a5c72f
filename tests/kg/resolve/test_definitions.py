"""Second names that a text gives."""

import pytest

from kg.resolve.definitions import definitions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Aid came from the Northern Relief Council (NRC).", [("Northern Relief Council", "NRC")]),
        ("The NRC (Northern Relief Council) came.", [("Northern Relief Council", "NRC")]),
        ("The NRC, or Northern Relief Council, came.", [("Northern Relief Council", "NRC")]),
        ("The Mission for Vell and Orsk (MIVO) left.", [("Mission for Vell and Orsk", "MIVO")]),
        ("The Meridian Front, also known as Qasr, left.", [("Meridian Front", "Qasr")]),
        ("The Meridian Front, known by its Arabic acronym MAJR, left.", [("Meridian Front", "MAJR")]),
        ("VELL (Qarn) - Troops left Orsk (see map).", []),
        ("Tomas Orr (Unity Bloc) and Mira Tal (NRC) spoke.", []),
    ],
)
def test_a_text_gives_second_names(text: str, found: list[tuple[str, str]]) -> None:
    """Initials in brackets must be made of the words beside them; a credit or a party is no second name."""
    assert [(each.long, each.short) for each in definitions(text)] == found
