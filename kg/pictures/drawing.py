"""Drawing with matplotlib, loaded only here: a sheet measured in points from its upper left corner, and its file.

Each sheet is a white card with an edge of its own, so that it looks the same on a light and on a dark page.
"""

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import IO, TYPE_CHECKING

import numpy as np

from kg.errors import UsageError
from kg.pictures.lettering import FAMILY, Line, lacking_letters_ignored, legible
from kg.pictures.palette import FAINT, INK, PAPER, shades

if TYPE_CHECKING:
    import numpy.typing as npt
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = ("png", "svg")
FINE = 160  # dots an inch of a PNG
POINTS = 72  # an inch
Point = tuple[float, float]

# How a line is drawn: what speaks for a claim, what against it, and what only comes near or is not known.
WHOLE, DASHED, DOTTED = "solid", (0, (4, 2.2)), (0, (1, 1.8))
_OURS = np.array([[*bytes.fromhex(shade[1:])] for shade in shades()])  # red, green and blue of each
Dashes = str | tuple[float, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its left and upper edge, its width and its height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Pen:
    """How an edge or a line is drawn."""

    ink: str = INK
    width: float = 0.8
    dashes: Dashes = WHOLE


class Sheet:
    """A picture in the making; lengths are points, and y grows downwards."""

    def __init__(self, figure: "Figure", axes: "Axes") -> None:
        self.figure = figure
        self.axes = axes

    def box(self, box: Box, face: str, pen: Pen | None, *, round_by: float = 3.0, over: float = 1.0) -> None:
        """Draw a box with round corners."""
        from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415

        patch = FancyBboxPatch(
            (box.x, box.y),
            box.width,
            box.height,
            boxstyle=f"round,pad=0,rounding_size={round_by}" if round_by else "square,pad=0",
            facecolor=face,
            edgecolor=pen.ink if pen else "none",
            linewidth=pen.width if pen else 0,
            linestyle=pen.dashes if pen else WHOLE,
            zorder=over,
        )
        self.axes.add_patch(patch)

    def line(self, points: Sequence[Point], pen: Pen, *, over: float = 0.5) -> None:
        """Draw a line through some points."""
        xs, ys = zip(*points, strict=True)
        self.axes.plot(
            xs, ys, color=pen.ink, linewidth=pen.width, linestyle=pen.dashes, zorder=over,
            solid_capstyle="butt", dash_capstyle="butt",
        )  # fmt: skip

    def mark(self, at: Point, shape: str, size: float, face: str, pen: Pen | None = None) -> None:
        """Draw one of matplotlib's markers, so many points wide."""
        self.axes.plot(
            [at[0]], [at[1]], marker=shape, markersize=size, markerfacecolor=face, linestyle="none",
            markeredgecolor=pen.ink if pen else "none", markeredgewidth=pen.width if pen else 0, zorder=3,
        )  # fmt: skip

    def words(self, x: float, y: float, lines: Sequence[Line], align: str = "left") -> None:
        """Write lines under each other; y is the top of the first."""
        for line in lines:
            self._write(x, y + line.height / 2, line, align)
            y += line.height

    def slanted(self, x: float, y: float, line: Line, degrees: float) -> None:
        """Write a line that rises from a point."""
        self._write(x, y - line.style.size * 0.36, line, "left", degrees)

    def _write(self, x: float, y: float, line: Line, align: str, degrees: float = 0) -> None:
        style = line.style
        # Letters hang on the line under them, so that lines stand level whatever letters they hold.
        self.axes.text(
            x, y + style.size * 0.36, line.words, fontsize=style.size, color=style.ink, ha=align, va="baseline",
            fontweight="bold" if style.bold else "normal", fontstyle="italic" if style.italic else "normal", zorder=4,
            rotation=degrees, rotation_mode="anchor",
        )  # fmt: skip


@contextmanager
def drawing(width: float, height: float) -> Iterator[Sheet]:
    """Give an empty sheet of so many points; raises UsageError where matplotlib is not installed."""
    need_matplotlib()
    import matplotlib as mpl  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    settings: dict[str, object] = {
        "font.family": ["sans-serif"],
        "font.sans-serif": [FAMILY, "Verdana", "Arial"],
        "text.hinting": "no_hinting",  # letters are as wide as measured
        "text.parse_math": False,  # a text with two dollar signs is no formula
        "svg.fonttype": "none",  # text stays text
        "svg.hashsalt": "kg",  # the same picture each time
    }
    with mpl.rc_context(settings):  # type: ignore[arg-type]  # its names are a Literal of hundreds
        figure = Figure(figsize=(width / POINTS, height / POINTS), facecolor=PAPER)
        axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        axes.set_axis_off()
        sheet = Sheet(figure, axes)
        sheet.box(Box(0.5, 0.5, width - 1, height - 1), PAPER, Pen(FAINT, 0.6), round_by=0, over=0)
        yield sheet


def need_matplotlib() -> None:
    """Raise UsageError, with the cure, where matplotlib is not installed."""
    try:
        import matplotlib as mpl  # noqa: F401, PLC0415
    except ImportError as error:
        raise UsageError("pictures need matplotlib; pip install 'claim-graph[pictures]'") from error


def picture_format(path: str) -> str:
    """Give the format that a file name asks for; raises UsageError for any but PNG and SVG."""
    form = Path(path).suffix.lstrip(".").lower()
    if form not in FORMATS:
        raise UsageError(f"{path!r} is no picture that kg draws; end its name in .png or .svg")
    return form


def save(sheet: Sheet, stream: IO[bytes], form: str, title: str, description: str) -> None:
    """Write a sheet as PNG or SVG, with a title and a description for those who cannot see it."""
    title, description = legible(title), legible(description)
    with lacking_letters_ignored():
        if form == "png":
            drawn_dots = io.BytesIO()
            sheet.figure.savefig(drawn_dots, format=form, dpi=FINE)
            stream.write(_small(drawn_dots, {"Software": "kg", "Title": title, "Description": description}))
            return
        drawn = io.StringIO()
        sheet.figure.savefig(drawn, format=form, metadata={"Date": None, "Creator": "kg"})
    stream.write(_named(drawn.getvalue(), title, description).encode())


def _small(png: IO[bytes], facts: Mapping[str, str]) -> bytes:
    """Write a PNG anew with the colours of our palette and their tints only, a third as large."""
    from PIL import Image, PngImagePlugin  # noqa: PLC0415

    written = PngImagePlugin.PngInfo()
    for name, words in facts.items():
        written.add_itxt(name, words)
    few = Image.fromarray(_nearest(np.asarray(Image.open(png).convert("RGB"))))
    few.putpalette(_OURS.astype(np.uint8).tobytes())
    small = io.BytesIO()
    few.save(small, "png", optimize=True, dpi=(FINE, FINE), pnginfo=written)
    return small.getvalue()


def _nearest(dots: "npt.NDArray[np.uint8]") -> "npt.NDArray[np.uint8]":
    """Give for each dot the number of the colour of ours that is nearest to its own."""
    red, green, blue = (dots[..., part].astype(np.uint32) for part in range(3))
    packed = red << 16 | green << 8 | blue
    present = np.zeros(1 << 24, bool)
    present[packed] = True
    number = np.zeros(1 << 24, np.uint8)
    for colour in np.flatnonzero(present):
        parts = np.array([colour >> 16, colour >> 8 & 255, colour & 255])
        number[colour] = np.argmin(((_OURS - parts) ** 2).sum(axis=1))
    nearest: npt.NDArray[np.uint8] = number[packed]
    return nearest


def _named(svg: str, title: str, description: str) -> str:
    """Give an SVG an accessible name, and leave out the address of a DTD that nobody is to fetch."""
    attributes, _, rest = svg[svg.index("<svg ") + 5 :].partition(">")
    own = hashlib.sha256(f"{title}\n{description}".encode()).hexdigest()[:12]  # two pictures may stand in one page
    name = f'<title id="title-{own}">{escape(title)}</title>\n <desc id="desc-{own}">{escape(description)}</desc>'
    root = f'<svg role="img" aria-labelledby="title-{own}" aria-describedby="desc-{own}" {attributes}>'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{root}\n {name}{rest}'
