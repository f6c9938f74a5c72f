"""Places, people and bodies from lists that others keep, line by line."""

from pathlib import Path

from kg.model import AgentKind, AlsoNamed, Entity, LiesIn, Listed
from kg.rdf.gazetteers import Row, as_one, read_gazetteer

CASES = Path(__file__).parents[2] / "cases" / "gazetteers"


def read(name: str) -> tuple[list[Row], list[str]]:
    """Read a file of cases: its rows, and what is wrong with which line."""
    problems: list[str] = []
    rows = list(read_gazetteer(CASES / name, problems.append))
    return rows, [problem.partition(f"{name}:")[2] for problem in problems]


def test_places_of_geonames_have_names_degrees_people_and_codes() -> None:
    """The columns are those of the dump; a unit's own code is its last."""
    rows, _ = read("places.txt")
    found = {row.name: row for row in rows if isinstance(row, Listed)}
    assert found["Vellmar"] == Listed(
        key="geonames-4",
        name="Vellmar",
        labels=("Velmar", "al-Velmar"),
        location=(41.25, 21.75),
        population=1200,
        codes=("VX", "07", "03"),
        same_as="https://sws.geonames.org/4/",
    )
    assert (found["Orsk Province"].codes, found["Orsk Province"].unit) == (("VX", "07"), True)
    assert (found["Vella"].codes, found["Vella"].unit) == (("VX",), True)


def test_lines_that_cannot_be_read_are_named_and_the_others_go_in() -> None:
    """A place off the globe and a line of something else cost only themselves."""
    rows, problems = read("places.txt")
    assert len(rows) == 5
    assert problems == ["5: 95 and 21.75 are nowhere on the globe", "6: has 1 columns where GeoNames has 19"]


def test_the_lists_beside_the_places_are_known_by_their_columns() -> None:
    """Countries, units, parts and further names."""
    rows, problems = read("beside.txt")
    assert [(row.key, row.codes, row.unit) for row in rows if isinstance(row, Listed)] == [
        ("geonames-1", ("VX",), True),
        ("geonames-2", ("VX", "07"), True),
        ("geonames-3", ("VX", "07", "03"), True),
    ]
    assert [row for row in rows if isinstance(row, LiesIn)] == [LiesIn("geonames-6", "geonames-3")]
    assert [row for row in rows if isinstance(row, AlsoNamed)] == [AlsoNamed("geonames-4", "Felmar")]
    assert problems == []


def test_rows_of_wikidata_are_places_people_and_bodies() -> None:
    """Values may be objects, as the service writes them; several rows of one item are one."""
    rows, problems = read("items.jsonl")
    places = [row for row in rows if isinstance(row, Listed)]
    assert [place.name for place in places] == ["Vellmar", "Vella", "Vellmar"]
    assert (places[0].part_of, places[0].location) == (places[1].key, (41.25, 21.75))
    (orr,) = as_one(row for row in [*rows, *rows] if isinstance(row, Entity))
    assert (orr.name, orr.kind) == ("Tomas Orr", AgentKind.PERSON)
    assert [problem.partition(":")[0] for problem in problems] == ["5", "6"]
