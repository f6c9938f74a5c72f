"""The table of units."""

import pytest

from kg.units import convert, kind_of, unit_at, unit_of


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (" km north", "UCUM:km", " km"),
        ("-hour truce", "UCUM:h", "-hour"),
        (" square kilometres", "UCUM:km2", " square kilometres"),
        ("°C in the shade", "UCUM:Cel", "°C"),
        (" kilometres an hour", "UCUM:km/h", " kilometres an hour"),
        (" US dollars", "ISO4217:USD", " US dollars"),
    ],
)
def test_a_unit_is_found_by_its_words(text: str, code: str, words: str) -> None:
    """The longest words that fit are the unit."""
    found = unit_at(text)
    assert found is not None
    assert (found[0].code, text[: found[1]]) == (code, words)


@pytest.mark.parametrize("text", [" men", " second-hand cars", " Canadian dollars", " metro stations", ""])
def test_other_words_are_no_unit(text: str) -> None:
    """A unit's words are whole words at the start."""
    assert unit_at(text) is None


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ((1, "UCUM:[mi_i]"), (1.609344, "UCUM:km"), "length"),
        ((3, "UCUM:t"), (3000, "UCUM:kg"), "mass"),
        ((3, "UCUM:d"), (72, "UCUM:h"), "time"),
        ((32, "UCUM:[degF]"), (0, "UCUM:Cel"), "temperature"),
        ((10, "UCUM:har"), (0.1, "UCUM:km2"), "area"),
    ],
)
def test_units_of_one_kind_are_converted(one: tuple[float, str], other: tuple[float, str], kind: str) -> None:
    """The same in two units is the same."""
    assert kind_of(one[1]) == kind_of(other[1]) == kind
    assert convert(*one) == pytest.approx(convert(*other))


def test_currencies_are_kinds_of_their_own() -> None:
    """No rate of exchange is known."""
    dollar, euro = unit_of("$"), unit_of("€")
    assert dollar is not None
    assert euro is not None
    assert dollar.kind != euro.kind
