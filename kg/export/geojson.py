"""GeoJSON of claims by place, for QGIS, kepler.gl, geojson.io and Leaflet."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from kg.export._json import put_list
from kg.export._rows import add_beside, opened
from kg.export._texts import legible
from kg.export.selection import EVERYTHING, Selection
from kg.store.base import View
from kg.table import Table

_ROWS = Path(__file__).with_name("_views") / "places.sql"


class GeoJson:
    """One feature for each claim that names a place: a point there, or no geometry where its degrees are not known.

    Degrees are those of the place, or of the nearest place around it, named as `degrees_of`. `marker-color` is the
    colour of the party that affirms it. See RFC 7946.
    """

    suffix = ".geojson"
    media_type = "application/geo+json"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the features in the order of the ids of claims."""
        with opened(view, selection) as table:
            add_beside(table, view)
            stream.write(b'{"type":"FeatureCollection","features":')
            put_list(stream, _features(table))
            stream.write(b"}\n")


def _features(table: Table) -> Iterator[dict[str, object]]:
    sql = _ROWS.read_text(encoding="utf-8")
    columns = table.ask(f"FROM ({sql}) LIMIT 0").columns
    for row in table.stream(sql):
        yield _feature(dict(zip(columns, row, strict=True)))


def _feature(row: dict[str, Any]) -> dict[str, object]:
    name, lat, lon = row.pop("id"), row.pop("lat"), row.pop("lon")
    known = {
        key: legible(value) if isinstance(value, str) else value for key, value in row.items() if value is not None
    }
    point = None if lat is None else {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "id": name, "geometry": point, "properties": {"claim": name, **known}}


exporter = GeoJson()
