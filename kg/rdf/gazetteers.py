"""Places, people and bodies from lists that others keep: GeoNames dumps and rows of the Wikidata query service.

GeoNames, tab-separated: places as in `allCountries.txt`, which lie in the smallest unit of administration of their
codes; names of units (`admin1CodesASCII.txt`, `admin2Codes.txt`), countries (`countryInfo.txt`), parts
(`hierarchy.txt`), further names of places loaded before (`alternateNames.txt`). A line is known by its columns.
Wikidata: JSON lines, one row each, with `item` and `itemLabel`, and if given `altLabel` (names parted by "|"), `coord`
("Point(long lat)"), `partOf`, `population` and `type` ("place", "person" or "organization"; "place" without). A value
may be text or, as the service writes it, an object with `value`.
Files are read line by line. A line that cannot be read is named, the others go in.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.iris import Minter
from kg.model import AgentKind, AlsoNamed, Entity, Iri, LiesIn, Listed

COLUMNS = 19
ID, NAME, OTHERS, LATITUDE, LONGITUDE, CODE, COUNTRY, ADMIN, POPULATION = 0, 1, 3, 4, 5, 7, 8, slice(10, 14), 14
COUNTRY_NAME, COUNTRY_ID = 4, 16  # of countryInfo.txt
UNIT_COLUMNS, PART_COLUMNS, NAME_COLUMNS = {4}, {2, 3}, range(4, 11)
NO_NAMES = frozenset({"link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "piny"})  # kinds of codes
NATION = "PCLI"
MINT = Minter()
KINDS = {"person": AgentKind.PERSON, "organization": AgentKind.ORGANIZATION}
SUFFIXES = frozenset({".txt", ".tsv", ".jsonl"})
_POINT = re.compile(r"Point\((?P<long>-?[\d.]+) (?P<lat>-?[\d.]+)\)", re.IGNORECASE)

Row = Listed | LiesIn | AlsoNamed | Entity


def read_gazetteer(path: Path, report: Callable[[str], None]) -> Iterator[Row]:
    """Read a file of GeoNames (`.txt`, `.tsv`) or Wikidata (`.jsonl`) row by row; lines that are wrong are reported."""
    read = _item if path.suffix == ".jsonl" else _geonames
    try:
        with path.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                if not line.strip() or line.startswith("#"):
                    continue
                try:
                    yield from read(line)
                except ValueError as error:
                    report(f"{path}:{number}: {error}")
    except UnicodeDecodeError as error:
        raise OntologyError(f"{path} is not UTF-8; save it as UTF-8") from error


def digest_of(path: Path) -> str:
    """Give the digest of a file, by which a list that was loaded is known again."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _geonames(line: str) -> Iterator[Row]:
    cells = line.rstrip("\n").split("\t")
    width, numbers = len(cells), sum(cell.isdigit() for cell in cells[:2])
    if re.fullmatch(r"[A-Z]{2}", cells[0]) and width > COUNTRY_ID:
        yield _unit(cells[0], cells[COUNTRY_NAME], cells[COUNTRY_ID])
    elif re.fullmatch(r"[A-Z]{2}(?:\.[\w-]+)+", cells[0]) and width in UNIT_COLUMNS:
        yield _unit(cells[0], cells[1], cells[3])
    elif numbers == 2 and width in PART_COLUMNS:
        yield LiesIn(_key(cells[1]), _key(cells[0]))
    elif numbers == 2 and width in NAME_COLUMNS:
        if cells[2] not in NO_NAMES and cells[3]:
            yield AlsoNamed(_key(cells[1]), cells[3])
    else:
        yield _place(cells)


def _key(number: str) -> str:
    return f"geonames-{number}"


def _unit(code: str, name: str, number: str) -> Listed:
    if not number.isdigit() or not name:
        raise ValueError("has no id or no name")
    return Listed(
        key=_key(number), name=name, codes=tuple(code.split(".")), unit=True,
        same_as=f"https://sws.geonames.org/{number}/",
    )  # fmt: skip


def _place(cells: list[str]) -> Listed:
    if len(cells) != COLUMNS:
        raise ValueError(f"has {len(cells)} columns where GeoNames has {COLUMNS}")
    if not cells[ID].isdigit() or not cells[NAME]:
        raise ValueError("has no id or no name")
    others = dict.fromkeys(name for name in cells[OTHERS].split(",") if name and name != cells[NAME])
    return Listed(
        key=_key(cells[ID]),
        name=cells[NAME],
        labels=tuple(others),
        location=_location(cells[LATITUDE], cells[LONGITUDE]),
        population=int(cells[POPULATION]) if cells[POPULATION].isdigit() else 0,
        codes=_codes(cells),
        unit=cells[CODE] == NATION or re.fullmatch(r"ADM[1-4]", cells[CODE]) is not None,
        same_as=f"https://sws.geonames.org/{cells[ID]}/",
    )


def _location(latitude: str, longitude: str) -> tuple[float, float]:
    try:
        lat, long = float(latitude), float(longitude)
    except ValueError as error:
        raise ValueError(f"{latitude!r} and {longitude!r} are no degrees") from error
    if not (-90 <= lat <= 90 and -180 <= long <= 180):
        raise ValueError(f"{latitude} and {longitude} are nowhere on the globe")
    return lat, long


def _codes(cells: list[str]) -> tuple[str, ...]:
    """Give the codes of a place from its country down, as far as they are told; of a unit its own is the last."""
    if cells[CODE] == NATION:
        return (cells[COUNTRY],)
    given = cells[ADMIN]
    if unit := re.fullmatch(r"ADM([1-4])", cells[CODE]):
        given = given[: int(unit[1])]
    return (cells[COUNTRY], *(code for code in given if code))


def _item(line: str) -> Iterator[Row]:
    row: Any = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("is no JSON object")
    cells = {key: cell.get("value", "") if isinstance(cell, dict) else str(cell) for key, cell in row.items()}
    item, name, kind = _id(cells.get("item", "")), cells.get("itemLabel", ""), cells.get("type", "place")
    if not item or not name:
        raise ValueError("has no item or no itemLabel")
    if kind not in {"place", *KINDS}:
        raise ValueError(f"has type {kind!r}; write place, person or organization")
    labels = tuple(dict.fromkeys(each for each in cells.get("altLabel", "").split("|") if each and each != name))
    whole, address = _id(cells.get("partOf", "")), f"http://www.wikidata.org/entity/{item}"
    if kind in KINDS:
        above = MINT.named("agent", f"wikidata-{whole}") if whole else None
        yield Entity(
            id=MINT.named("agent", f"wikidata-{item}"), type="agent", name=name, labels=labels, kind=KINDS[kind],
            acted_on_behalf_of=above, same_as=(address,),
        )  # fmt: skip
        return
    point = _POINT.fullmatch(cells.get("coord", ""))
    people = cells.get("population", "")
    yield Listed(
        key=f"wikidata-{item}",
        name=name,
        labels=labels,
        location=_location(point["lat"], point["long"]) if point else None,
        population=int(people) if people.isdigit() else 0,
        part_of=f"wikidata-{whole}" if whole else None,
        same_as=address,
    )


def _id(address: str) -> str:
    found = re.fullmatch(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q\d+)", address)
    return found[1] if found else ""


def as_one(entities: Iterable[Entity]) -> list[Entity]:
    """Join the rows of one item, as the service gives for several values; links lead only to what is in the file."""
    found: dict[Iri, Entity] = {}
    for entity in entities:
        old = found.get(entity.id)
        labels = dict.fromkeys((*(old.labels if old else ()), *entity.labels))
        found[entity.id] = replace(old or entity, labels=tuple(labels))
    return [
        replace(each, acted_on_behalf_of=each.acted_on_behalf_of if each.acted_on_behalf_of in found else None)
        for each in found.values()
    ]
