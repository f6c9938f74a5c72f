"""Made-up answers to draw, and what is measured of a sheet."""

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from kg.corroborate.evidence import Evidence
from kg.corroborate.verdict import Corroboration, corroborate
from kg.pictures.drawing import Sheet
from tests.kg.corroborate import worlds

CASES = Path(__file__).parents[2] / "cases" / "pictures"
SVG = "{http://www.w3.org/2000/svg}"
SLACK = 0.5  # dots that two boxes may share, since letters are rounded to dots


def evidence(statements: Iterable[worlds.Table] | None = None) -> Evidence:
    """Build the evidence of `tests/cases/pictures/disputed.toml`, or of other statements."""
    return worlds.evidence(worlds.read(CASES / "disputed.toml")["statement"] if statements is None else statements)


def answer(found: Evidence | None = None) -> Corroboration:
    """Give the verdict on the claim of `tests/cases/pictures/disputed.toml`."""
    found = found or evidence()
    return corroborate(found, worlds.claim(worlds.read(CASES / "disputed.toml")["ask"], found.knowledge))


@cache
def crowd(count: int) -> Corroboration:
    """Give the verdict on a claim that so many statements speak to, by people with long names in papers with longer."""
    keys = [
        "vorn",
        "bren",
        "osk",
        "pell",
        "quill",
        "league-voice",
        "league-fighters",
        "resident",
        "source",
        "officials",
    ]
    papers = ["harbour-post", "marrow-mirror", "northern-star", "daily-fen", "coast-wire", "inland-radio", "free-press"]
    statements = [_one_of_many(number, keys, papers) for number in range(count)]
    found = evidence(statements)
    longer = {name: f"{label} {'of the Very Long Name ' * (number % 4)}{'x' * 40 * (number % 3)}"
              for number, (name, label) in enumerate(sorted(found.knowledge.names.items()))}  # fmt: skip
    return answer(replace(found, knowledge=replace(found.knowledge, names=longer)))


def _one_of_many(number: int, keys: list[str], papers: list[str]) -> dict[str, Any]:
    denies = number % 3 == 0
    return {
        "says": "crown-forces | took | salt-gate",
        "by": keys[number % len(keys)],
        "in": papers[number % len(papers)],
        "via": papers[: number % 6],
        "published": f"2031-04-{number % 28 + 1:02}",
        "affirms": not denies,
        "stance": "denies" if denies else "asserts",
        "quote": f"words number {number} " * (number % 20 + 1),
        **({"on": ("2031-04-01", "2031-04", "2031-05-20")[number % 3]} if number % 4 else {}),
    }


def svg(draw: Callable[[io.BytesIO], object]) -> ElementTree.Element:
    """Read what is drawn as SVG."""
    stream = io.BytesIO()
    draw(stream)
    return ElementTree.fromstring(stream.getvalue())  # noqa: S314 (our own)


def words(root: ElementTree.Element) -> list[str]:
    """Give what an SVG writes, line by line."""
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def boxes(sheet: Sheet) -> dict[Text, Bbox]:
    """Measure where each label is once it is rendered; those that are written aslant are left out."""
    canvas = FigureCanvasAgg(sheet.figure)
    canvas.draw()
    texts = (text for text in sheet.axes.texts if text.get_text() and text.get_rotation() == 0)
    return {text: text.get_window_extent(canvas.get_renderer()) for text in texts}


def overlapping(sheet: Sheet) -> list[tuple[str, str]]:
    """Give the pairs of labels of which one lies over the other."""
    found = boxes(sheet)
    left, top, right, foot = np.array([box.extents for box in found.values()]).T
    across = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    down = np.minimum.outer(foot, foot) - np.maximum.outer(top, top)
    pairs = np.argwhere(np.triu((across > SLACK) & (down > SLACK), 1))
    labels = [text.get_text() for text in found]
    return [(labels[one], labels[other]) for one, other in pairs]


def outside(sheet: Sheet) -> list[str]:
    """Give the labels that the sheet cuts off."""
    edge = sheet.figure.bbox
    return [
        text.get_text()
        for text, box in boxes(sheet).items()
        if box.x0 < edge.x0 or box.y0 < edge.y0 or box.x1 > edge.x1 or box.y1 > edge.y1
    ]
