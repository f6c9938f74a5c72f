"""Listed places: found by name beside the graph, and chosen with a reason or not at all."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model import AlsoNamed, LiesIn, Listed
from kg.resolve.gazetteer import Gazetteer, Row, load
from kg.resolve.meant import choose

COUNTRY = Listed(key="1", name="Vella", codes=("VX",), unit=True)
PROVINCE = Listed(key="2", name="Orsk", codes=("VX", "07"), unit=True)
FAR = Listed(key="3", name="Fen", codes=("VX", "08"), unit=True)
TOWN = Listed(key="4", name="Hask", labels=("Hasq",), codes=("VX", "07"), population=2000)
OTHER = Listed(key="5", name="Hask", codes=("VX", "08"), population=900)
CITY = Listed(key="6", name="Orsk", codes=("VX", "07"), population=90_000)
QUARTER = Listed(key="7", name="Salt Gate", codes=("VX", "07"))
ROWS = (COUNTRY, PROVINCE, FAR, TOWN, OTHER, CITY, QUARTER, LiesIn("7", "6"), AlsoNamed("7", "Porta Salis"))


def gazetteer(path: Path, *rows: Row) -> Gazetteer:
    """Load rows, each as a list of its own, and open the gazetteer."""
    for number, row in enumerate(rows):
        load(path, [row], [str(number)])
    return Gazetteer(path)


@pytest.mark.parametrize("name", ["Salt Gate", "the Salt Gate district", "Porta Salis"])
def test_a_place_lies_in_its_parts_and_units_whichever_file_came_first(tmp_path: Path, name: str) -> None:
    """What a list of parts says comes first, then the codes, up to the country."""
    found = gazetteer(tmp_path / "places.sqlite", *ROWS)
    (place,) = found.named(name)
    assert [each.key for each in found.around(place)] == ["6", "2", "1"]


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    """A list goes in whole or not at all."""

    def broken() -> Iterator[Row]:
        yield TOWN
        raise OSError("the disk is full")

    before = gazetteer(tmp_path / "places.sqlite", CITY).version
    with pytest.raises(OSError, match="disk"):
        load(tmp_path / "places.sqlite", broken(), ["more"])
    after = Gazetteer(tmp_path / "places.sqlite")
    assert (after.version, after.named("Hask")) == (before, [])


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    """The same list is the same knowledge."""
    once = gazetteer(tmp_path / "places.sqlite", *ROWS)
    version = once.version
    assert gazetteer(tmp_path / "places.sqlite", *ROWS).version == version != ""
    assert len(once.named("Hask")) == 2


def test_a_gazetteer_that_is_read_is_not_written(tmp_path: Path) -> None:
    """Processes that read share the file; nothing is made where there is none."""
    assert Gazetteer(tmp_path / "none.sqlite").named("Hask") == []
    assert not (tmp_path / "none.sqlite").exists()
    found = gazetteer(tmp_path / "places.sqlite", TOWN)
    with pytest.raises(sqlite3.OperationalError):
        found._connection.execute("DELETE FROM place")


@pytest.mark.parametrize(
    ("name", "text", "key", "score"),
    [
        ("Salt Gate", "Salt Gate burned.", "7", 0.9),
        ("Orsk", "Orsk burned.", "6", 0.9),
        ("Hask", "Hask, in Fen, burned.", "5", 0.85),
        ("Hask", "Hask in Vella burned.", None, 0),
        ("Hask", "Hask burned.", None, 0),
    ],
)
def test_of_several_places_none_is_picked_without_a_reason(
    tmp_path: Path, name: str, text: str, key: str | None, score: float
) -> None:
    """The only one, the town in the unit of its name, or what lies in what the text names."""
    listed = gazetteer(tmp_path / "places.sqlite", *ROWS)
    found = listed.named(name)
    choice = choose(name, found, {each.key: tuple(listed.around(each)) for each in found}, text)
    assert (choice and choice.place.key, choice.score if choice else 0) == (key, score)


def test_the_far_largest_is_meant_less_surely() -> None:
    """A city of a hundred times the people of its namesake."""
    small = Listed(key="8", name="Orsk", population=500)
    choice = choose("Orsk", [CITY, small], {"6": (), "8": ()}, "Orsk burned.")
    assert choice is not None
    assert (choice.place.key, choice.score) == ("6", 0.6)
