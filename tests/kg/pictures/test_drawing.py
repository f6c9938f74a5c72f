"""Pictures as files: SVG whose words stay words, PNG that opens, the same bytes each time."""

import io
import warnings
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from matplotlib.image import imread

from kg.corroborate.agreement import Agreement, Row
from kg.model import Iri
from kg.pictures.evidence import draw_evidence
from kg.pictures.matrix import draw_matrix
from kg.pictures.palette import NOBODY, PALETTE
from kg.pictures.timeline import draw_timeline
from tests.kg.pictures import made

Draw = Callable[[io.BytesIO, str], object]
MATRIX = Agreement(
    by="party",
    rows=(
        Row(
            left=Iri("a"),
            right=Iri("b"),
            left_name="<b>Crown</b>",
            right_name="$League$",
            shared=3,
            agree=2,
            contradict=1,
        ),
    ),
)
PICTURES: dict[str, Draw] = {
    "evidence": partial(draw_evidence, made.answer()),
    "timeline": partial(draw_timeline, made.answer()),
    "agreement": partial(draw_matrix, MATRIX),
}


def bytes_of(draw: Draw, form: str) -> bytes:
    """Draw a picture."""
    stream = io.BytesIO()
    draw(stream, form)
    return stream.getvalue()


@pytest.mark.parametrize("form", ["svg", "png"])
@pytest.mark.parametrize("name", PICTURES)
def test_the_same_graph_gives_the_same_bytes(name: str, form: str) -> None:
    """Drawn twice, not one byte differs."""
    assert bytes_of(PICTURES[name], form) == bytes_of(PICTURES[name], form)


@pytest.mark.parametrize("name", PICTURES)
def test_a_png_opens_and_is_not_blank(name: str) -> None:
    """It has a white edge all around, and much on it; it says in itself what it shows."""
    data = bytes_of(PICTURES[name], "png")
    dots = imread(io.BytesIO(data))
    assert len(np.unique(dots[::3, ::3].reshape(-1, dots.shape[-1]), axis=0)) > 20
    assert (dots[8:16, 8:-8, :3] == 1).all()
    assert (dots[..., :3] < 0.9).any(axis=-1).mean() > 0.01
    assert b"Description" in data


@pytest.mark.parametrize("name", ["evidence", "timeline"])
def test_a_png_has_the_very_colours_of_the_parties(name: str) -> None:
    """Few colours make a small file, but no small mark takes on the colour of another party."""
    dots = imread(io.BytesIO(bytes_of(PICTURES[name], "png")))[..., :3]
    found = {tuple(round(part * 255) for part in dot) for dot in dots[::2, ::2].reshape(-1, 3)}
    parties = [bytes.fromhex(shade[1:]) for shade in (*PALETTE[:3], NOBODY)]
    assert [party.hex() for party in parties if tuple(party) not in found] == []


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_brings_its_own_paper(name: str) -> None:
    """On a dark page it looks as on a light one: nothing shines through."""
    dots = imread(io.BytesIO(bytes_of(PICTURES[name], "png")))
    assert dots.shape[-1] == 3 or (dots[..., 3] == 1).all()
    root = made.svg(lambda stream: PICTURES[name](stream, "svg"))
    first = next(root.iter(f"{made.SVG}path"))
    assert "fill: #ffffff" in first.get("style", "")


@pytest.mark.parametrize("name", PICTURES)
def test_an_svg_has_an_accessible_name(name: str) -> None:
    """A screen reader says what the picture shows."""
    root = made.svg(lambda stream: PICTURES[name](stream, "svg"))
    assert root.get("role") == "img"
    parts = {element.get("id"): element.text for element in root}
    assert parts[root.get("aria-labelledby")]
    assert len(parts[root.get("aria-describedby")] or "") > 20


@pytest.mark.parametrize("name", PICTURES)
def test_markup_stays_text(name: str) -> None:
    """Neither tags nor the dollar signs of a formula are taken for anything but words."""
    root = made.svg(lambda stream: PICTURES[name](stream, "svg"))
    lines = made.words(root)
    assert not list(root.iter(f"{made.SVG}script"))
    assert "<b>Crown</b>" in lines or any("<b>Salt Gate</b> & its quay for $5 or $6" in line for line in lines)


@pytest.mark.parametrize("name", PICTURES)
def test_an_svg_loads_nothing(name: str) -> None:
    """No address of another place is in it but those that name its language."""
    data = bytes_of(PICTURES[name], "svg").decode()
    assert "DOCTYPE" not in data
    assert {part.split("/")[0] for part in data.split("http://")[1:]} <= {
        "www.w3.org",
        "purl.org",
        "creativecommons.org",
    }
    assert 'href="http' not in data


@pytest.mark.parametrize("form", ["svg", "png"])
def test_letters_that_the_font_lacks_are_no_error(form: str) -> None:
    """An SVG leaves them to the reader's own fonts; nothing is warned of."""
    said = {
        "says": "crown-forces | took | salt-gate",
        "by": "vorn",
        "in": "daily-fen",
        "quote": "塩門を取った مرحبا 🎉",
    }
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        data = bytes_of(partial(draw_evidence, made.answer(made.evidence([said]))), form)
    assert form == "png" or "塩門を取った" in data.decode()
