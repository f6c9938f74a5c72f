"""Places, people and bodies from lists that others keep: GeoNames dumps and rows of the Wikidata query service.

GeoNames: tab-separated lines as in `allCountries.txt`; a place lies in the smallest unit of administration of its codes
that the file holds. Wikidata: JSON lines, one row each, with `item` and `itemLabel`, and if given `altLabel` (names
parted by "|"), `coord` ("Point(long lat)"), `partOf` (counts if it is in the file too) and `type` ("place", "person" or
"organization"; "place" without).
A value may be text or, as the service writes it, an object with `value`. A line that cannot be read is named, the
others go in.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.iris import Minter
from kg.model import AgentKind, Entity, Iri

COLUMNS = 19
ID, NAME, OTHERS, LATITUDE, LONGITUDE, CODE, COUNTRY, ADMIN = 0, 1, 3, 4, 5, 7, 8, slice(10, 14)
NATION = "PCLI"
MINT = Minter()
KINDS = {"person": AgentKind.PERSON, "organization": AgentKind.ORGANIZATION}
_POINT = re.compile(r"Point\((?P<long>-?[\d.]+) (?P<lat>-?[\d.]+)\)", re.IGNORECASE)

Codes = tuple[str, ...]


def read_gazetteer(path: Path) -> tuple[list[Entity], list[str]]:
    """Read a file of GeoNames (`.txt`, `.tsv`) or Wikidata (`.jsonl`); give entities, and what is wrong by line."""
    problems: list[str] = []
    try:
        with path.open(encoding="utf-8") as stream:
            if path.suffix == ".jsonl":
                return list(_wikidata(stream, path, problems)), problems
            return _geonames(stream, path, problems), problems
    except UnicodeDecodeError as error:
        raise OntologyError(f"{path} is not UTF-8; save it as UTF-8") from error


def _geonames(lines: Iterable[str], path: Path, problems: list[str]) -> list[Entity]:
    found: list[tuple[Entity, Codes]] = []
    units: dict[Codes, Iri] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\n").split("\t")
        try:
            place = _place(cells)
        except ValueError as error:
            problems.append(f"{path}:{number}: {error}")
            continue
        codes = _codes(cells)
        if cells[CODE] == NATION or re.fullmatch(r"ADM[1-4]", cells[CODE]):
            units[codes] = place.id
        found.append((place, codes))
    return [replace(place, part_of=_above(place.id, codes, units)) for place, codes in found]


def _place(cells: list[str]) -> Entity:
    if len(cells) != COLUMNS:
        raise ValueError(f"has {len(cells)} columns where GeoNames has {COLUMNS}")
    if not cells[ID].isdigit() or not cells[NAME]:
        raise ValueError("has no id or no name")
    others = dict.fromkeys(name for name in cells[OTHERS].split(",") if name and name != cells[NAME])
    return Entity(
        id=MINT.named("place", f"geonames-{cells[ID]}"),
        type="place",
        name=cells[NAME],
        labels=tuple(others),
        location=_location(cells[LATITUDE], cells[LONGITUDE]),
        same_as=(f"https://sws.geonames.org/{cells[ID]}/",),
    )


def _location(latitude: str, longitude: str) -> tuple[float, float]:
    try:
        lat, long = float(latitude), float(longitude)
    except ValueError as error:
        raise ValueError(f"{latitude!r} and {longitude!r} are no degrees") from error
    if not (-90 <= lat <= 90 and -180 <= long <= 180):
        raise ValueError(f"{latitude} and {longitude} are nowhere on the globe")
    return lat, long


def _codes(cells: list[str]) -> Codes:
    """Give the codes of a place from its country down, as far as they are told; of a unit its own is the last."""
    if cells[CODE] == NATION:
        return (cells[COUNTRY],)
    given = cells[ADMIN]
    if unit := re.fullmatch(r"ADM([1-4])", cells[CODE]):
        given = given[: int(unit[1])]
    told = [code for code in given if code]
    return (cells[COUNTRY], *told)


def _above(place: Iri, codes: Codes, units: dict[Codes, Iri]) -> Iri | None:
    around = (units.get(codes[:length]) for length in range(len(codes), 0, -1))
    return next((unit for unit in around if unit and unit != place), None)


def _wikidata(lines: Iterable[str], path: Path, problems: list[str]) -> Iterator[Entity]:
    """Read rows; several rows of one item, as the service gives for several values, are one entity."""
    found: dict[Iri, Entity] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entity = _item(json.loads(line))
        except ValueError as error:
            problems.append(f"{path}:{number}: {error}")
            continue
        old = found.get(entity.id)
        labels = dict.fromkeys((*(old.labels if old else ()), *entity.labels))
        found[entity.id] = replace(old or entity, labels=tuple(labels))
    for entity in found.values():
        yield replace(
            entity,
            part_of=entity.part_of if entity.part_of in found else None,
            acted_on_behalf_of=entity.acted_on_behalf_of if entity.acted_on_behalf_of in found else None,
        )


def _item(row: Any) -> Entity:
    if not isinstance(row, dict):
        raise ValueError("is no JSON object")
    cells = {key: cell.get("value", "") if isinstance(cell, dict) else str(cell) for key, cell in row.items()}
    item, name, kind = _id(cells.get("item", "")), cells.get("itemLabel", ""), cells.get("type", "place")
    if not item or not name:
        raise ValueError("has no item or no itemLabel")
    if kind not in {"place", *KINDS}:
        raise ValueError(f"has type {kind!r}; write place, person or organization")
    sort = "place" if kind == "place" else "agent"
    point = _POINT.fullmatch(cells.get("coord", ""))
    whole = _id(cells.get("partOf", ""))
    above = MINT.named(sort, f"wikidata-{whole}") if whole else None
    return Entity(
        id=MINT.named(sort, f"wikidata-{item}"),
        type=sort,
        name=name,
        labels=tuple(dict.fromkeys(each for each in cells.get("altLabel", "").split("|") if each and each != name)),
        kind=KINDS.get(kind, AgentKind.UNKNOWN),
        part_of=above if sort == "place" else None,
        acted_on_behalf_of=above if sort == "agent" else None,
        location=_location(point["lat"], point["long"]) if point else None,
        same_as=(f"http://www.wikidata.org/entity/{item}",),
    )


def _id(address: str) -> str:
    found = re.fullmatch(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q\d+)", address)
    return found[1] if found else ""
