"""Places without any file: what texts say of them, in questions and verdicts, and taken back by people."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import kg, lines, read, rows

CASES = Path(__file__).parents[2] / "cases" / "places"
PARTS = "SELECT ?part ?whole { ?p kg:partOf ?w . ?p skos:prefLabel ?part . ?w skos:prefLabel ?whole }"


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """Read two reports of a made-up country, without any entities file."""
    return read(tmp_path / "places.kg", CASES / "one.md", CASES / "two.md")


def parts(graph: Path, folder: Path) -> set[tuple[str, str]]:
    """Give which place lies in which."""
    query = folder / "parts.rq"
    query.write_text(PARTS, encoding="utf-8")
    return {(row["part"], row["whole"]) for row in rows(graph, "query", "--file", str(query))}


def about(graph: Path, place: str) -> set[str]:
    """Give the claims about a place and what lies in it."""
    return {row["claim_text"] for row in rows(graph, "query", "statements-about", "--thing", place)}


def verdict(graph: Path, words: str) -> dict[str, Any]:
    """Ask for a verdict."""
    found: dict[str, Any] = json.loads(kg(graph, "corroborate", words, "--format", "json").stdout)
    return found


def test_what_lies_in_a_city_is_found_with_it(graph: Path, tmp_path: Path) -> None:
    """A district and a side are parts of the city; a town 30 km away is not."""
    assert parts(graph, tmp_path) == {("Tarn Row", "Halden"), ("eastern Halden", "Halden"), ("Halden", "Sorland")}
    found = about(graph, "Halden")
    assert len([text for text in found if "killed" in text]) == 2
    assert any("warehouse" in text for text in found)
    assert not any("Kolm" in text for text in found)


def test_a_toll_of_a_district_is_no_toll_of_the_city(graph: Path) -> None:
    """It qualifies the other, and is said to be of a part."""
    found = verdict(graph, "Rebels killed 40 soldiers in Halden on 28 April 2031")
    assert (found["verdict"], [each["document_id"] for each in found["qualifies"]]) == ("uncorroborated", ["one"])
    assert any("is part of the place" in reason for reason in found["why"])


def test_people_say_what_lies_where_and_take_it_back(graph: Path, tmp_path: Path) -> None:
    """What a text says gives way to people, and stands again when they take it back."""
    before = lines(graph)
    made = kg(graph, "judge", "not-part-of", "Tarn Row", "Halden", "--by", "ann").stdout.strip()
    assert ("Tarn Row", "Halden") not in parts(graph, tmp_path)
    kg(graph, "retract", made)
    assert ("Tarn Row", "Halden") in parts(graph, tmp_path)
    assert before <= lines(graph)
    kg(graph, "judge", "part-of", "Kolm", "Halden", "--by", "ann")
    assert any("Kolm" in text for text in about(graph, "Halden"))


def test_a_gazetteer_places_what_texts_name_and_leaves_open_what_it_cannot_tell(graph: Path) -> None:
    """The texts are read again; of two places of one name neither is picked, and people can choose."""
    kg(graph, "entities", "load", CASES / "sorland.txt")
    found = {row["place_name"]: row for row in rows(graph, "query", "places")}
    assert (found["Kolm"]["lat"], found["Kolm"]["lon"], found["Kolm"]["lies_in"]) == ("11", "20", "Fen Province")
    assert "lat" not in found["Halden"]
    suggested = [row for row in rows(graph, "entities", "suggest") if row["a"] == "Halden"]
    assert {row["reason"] for row in suggested} == {
        "one of 2 places called so, in Fen Province",
        "one of 2 places called so, in Marl Province",
    }
    fen = next(row for row in suggested if "Fen" in row["reason"])
    kg(graph, "judge", "same", fen["a_id"], fen["b_id"], "--by", "ann")
    found = {row["place_name"]: row for row in rows(graph, "query", "places", "--within", "place:geonames-2")}
    assert {name: row.get("lat", "") for name, row in found.items()} == {
        "Halden": "10.5", "Kolm": "11", "Tarn Row": "", "eastern Halden": ""
    }  # fmt: skip


def test_a_gazetteer_gives_the_same_graph_before_and_after_the_texts(graph: Path, tmp_path: Path) -> None:
    """Loaded first or afterwards, and what was read with it is known."""
    other = tmp_path / "other.kg"
    kg(other, "init")
    kg(other, "entities", "load", CASES / "sorland.txt")
    kg(other, "ingest", CASES / "one.md", CASES / "two.md")
    kg(graph, "entities", "load", CASES / "sorland.txt")
    assert lines(graph) == lines(other)
    assert "2 known" in kg(graph, "ingest", CASES / "one.md", CASES / "two.md").stderr
