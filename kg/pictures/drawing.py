"""Drawing with matplotlib, loaded only here, and writing a picture as PNG or SVG."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("png", "svg")
FINE = 160  # dots an inch of a PNG
# Two colours that also those can tell apart who see few, and that stand on white and on dark paper alike.
AGREES, CONTRADICTS = "#0072b2", "#d55e00"
INK, FAINT = "#24292f", "#8a8f98"


def picture_format(path: str) -> str:
    """Give the format that a file name asks for; raises UsageError for any but PNG and SVG."""
    form = Path(path).suffix.lstrip(".").lower()
    if form not in FORMATS:
        raise UsageError(f"{path!r} is no picture that kg draws; end its name in .png or .svg")
    return form


@contextmanager
def drawing(width: float, height: float) -> Iterator["Figure"]:
    """Give an empty sheet of so many inches; raises UsageError where matplotlib is not installed."""
    try:
        import matplotlib as mpl  # noqa: PLC0415
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("pictures need matplotlib; pip install 'claim-graph[pictures]'") from error
    with mpl.rc_context(
        {
            "font.family": "DejaVu Sans",
            "font.size": 9,
            "text.color": INK,
            "xtick.color": INK,
            "ytick.color": INK,
            "svg.fonttype": "none",  # text stays text
            "svg.hashsalt": "kg",  # the same picture each time
        }
    ):
        yield Figure(figsize=(width, height), facecolor="white")


def save(figure: "Figure", path: str) -> None:
    """Write a sheet to a file, as its name asks."""
    form = picture_format(path)
    metadata = {"Date": None} if form == "svg" else {"Software": "kg"}
    figure.savefig(path, format=form, dpi=FINE, metadata=metadata, bbox_inches="tight")
