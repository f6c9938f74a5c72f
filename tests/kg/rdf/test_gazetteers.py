"""Places and people from lists that others keep."""

from pathlib import Path

from kg.iris import Minter, compact
from kg.model import AgentKind, Entity
from kg.rdf.entities import entity_quads, read_entities
from kg.rdf.gazetteers import read_gazetteer
from kg.store import create

CASES = Path(__file__).parents[2] / "cases" / "gazetteers"


def by_name(found: list[Entity]) -> dict[str, Entity]:
    """Give entities by their names."""
    return {each.name: each for each in found}


def test_geonames_places_lie_in_the_smallest_unit_of_their_codes() -> None:
    """District, province and country come from the codes; names and degrees from the columns."""
    found = by_name(read_gazetteer(CASES / "places.txt")[0])
    assert [found["Vellmar"].part_of, found["Hask District"].part_of, found["Orsk Province"].part_of] == [
        found["Hask District"].id,
        found["Orsk Province"].id,
        found["Vella"].id,
    ]
    assert (found["Samar"].part_of, found["Vella"].part_of) == (found["Orsk Province"].id, None)
    assert found["Vellmar"].labels == ("Velmar", "al-Velmar")
    assert found["Vellmar"].location == (41.25, 21.75)
    assert compact(found["Vellmar"].id) == "place:geonames-4"


def test_lines_that_cannot_be_read_are_named_and_the_others_go_in() -> None:
    """A place off the globe and a line of something else cost only themselves."""
    found, problems = read_gazetteer(CASES / "places.txt")
    assert len(found) == 5
    assert [problem.partition(".txt:")[2] for problem in problems] == [
        "5: 95 and 21.75 are nowhere on the globe",
        "6: has 1 columns where GeoNames has 19",
    ]


def test_rows_of_wikidata_are_entities() -> None:
    """Several rows of one item are one entity; values may be objects, as the service writes them."""
    listed, problems = read_gazetteer(CASES / "items.jsonl")
    found = by_name(listed)
    assert found["Vellmar"].labels == ("Velmar", "al-Velmar", "Vellmar City")
    assert found["Vellmar"].part_of == found["Vella"].id
    assert found["Vellmar"].location == (41.25, 21.75)
    assert (found["Tomas Orr"].type, found["Tomas Orr"].kind) == ("agent", AgentKind.PERSON)
    assert [problem.partition(".jsonl:")[2].partition(":")[0] for problem in problems] == ["5", "6"]


def test_degrees_come_back_from_a_graph(tmp_path: Path) -> None:
    """What is written of a place is read again as it was."""
    listed, _ = read_gazetteer(CASES / "places.txt")
    with create(tmp_path / "places.kg") as store:
        store.add(entity_quads(listed, Minter()))
        assert by_name(list(read_entities(store)))["Samar"].location == (41.1, 21.2)
