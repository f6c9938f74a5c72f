"""Pictures as export formats: `kg export svg|png --view evidence|timeline|agreement`."""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.dates import PartialDate
from kg.errors import NotFoundError, UsageError
from kg.export import export
from kg.export.selection import Selection
from kg.iris import VOCABULARY, Minter
from kg.model import Iri
from kg.store import View, create, open_graph
from tests.kg.corroborate.graphs import graph
from tests.kg.pictures import made

mint = Minter()
CLAIM, TEXT = made.answer().claim, made.answer().text


RELATIONS = {"took": "tookControlOf", "lost": "lostControlOf", "entered": "entered"}  # of the case, of those shipped


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Put the graph of `tests/cases/pictures/disputed.toml` on the disk, in the words that ship with kg."""
    found = made.evidence()
    names = {mint.named("relation", ours): Iri(f"{VOCABULARY}{theirs}") for ours, theirs in RELATIONS.items()}
    claims = {
        name: replace(each, predicate=names.get(each.predicate, each.predicate)) for name, each in found.claims.items()
    }
    claims[CLAIM] = replace(claims[CLAIM], text=TEXT)
    sides = found.knowledge.party
    said = {name: replace(each, party=sides(each.agent)) for name, each in found.testimonies.items()}
    place = tmp_path_factory.mktemp("pictures") / "made.kg"
    with create(place) as store:
        store.add(graph(replace(found, claims=claims, testimonies=said)))
    return place


@pytest.fixture
def view(folder: Path) -> Iterator[View]:
    """Open that graph."""
    store = open_graph(str(folder), read_only=True)
    yield store
    store.close()


def drawn(view: View, selection: Selection) -> list[str]:
    """Give the lines of an SVG."""
    stream = io.BytesIO()
    export("svg", view, stream, selection)
    return made.words(ElementTree.fromstring(stream.getvalue()))  # noqa: S314 (our own)


def kg(folder: Path, *words: str) -> Result:
    """Call the program."""
    return CliRunner().invoke(main, ["--graph", str(folder), "export", *words])


@pytest.mark.parametrize("shape", ["evidence", "timeline"])
@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_command_draws_a_claim(folder: Path, tmp_path: Path, shape: str, form: str) -> None:
    """A claim is named by its id or by its words."""
    target = tmp_path / f"picture.{form}"
    for claim in (CLAIM, TEXT):
        run = kg(folder, form, "--view", shape, "--claim", claim, "-o", str(target))
        assert run.exit_code == 0, run.output
    start = target.read_bytes()[:60]
    assert start.startswith(b"\x89PNG") if form == "png" else b"<svg " in start


def test_a_picture_of_a_graph_says_what_a_picture_of_its_evidence_says(view: View) -> None:
    """Nothing is lost between the graph and the picture."""
    found = drawn(view, Selection(shape="evidence", claim=CLAIM))
    assert {"Crown of Sorrel", "▲ against its own interest", "contested"} <= set(found)


def test_all_are_compared(view: View) -> None:
    """The matrix needs no claim."""
    assert "Claims that two sources share" in drawn(view, Selection(shape="agreement"))


def test_a_part_is_drawn(view: View) -> None:
    """Of what bears on the claim, a side or some days; the verdict stays that of all."""
    league = drawn(view, Selection(shape="timeline", claim=CLAIM, party="Sorrel League"))
    assert "Sorrel League" in league
    assert "Aid Circle" not in league
    early = drawn(view, Selection(shape="evidence", claim=CLAIM, until=PartialDate("2031-03-02")))
    assert "Mara Osk" not in early
    assert any(line.endswith("left out as asked; the verdict rests on all") for line in early)
    assert "contested" in early


@pytest.mark.parametrize(
    ("words", "cure"),
    [
        ([], "--view evidence shows one claim; name it with --claim ID"),
        (["--view", "timeline"], "--view timeline shows one claim; name it with --claim ID"),
        (["--view", "full"], "svg cannot write the view 'full'; it has: evidence, timeline, agreement"),
        (["--view", "agreement", "--party", "Sorrel League"], "--view agreement takes --since and --until only"),
    ],
)
def test_what_cannot_be_drawn_is_refused(folder: Path, words: list[str], cure: str) -> None:
    """Each with the cure, and with the exit code of wrong usage."""
    run = kg(folder, "svg", *words)
    assert run.exit_code == 2
    assert cure in run.stderr


def test_a_claim_that_is_not_there_is_refused(view: View) -> None:
    """As everywhere."""
    with pytest.raises(NotFoundError, match="kg claims"):
        drawn(view, Selection(shape="evidence", claim=Iri("https://w3id.org/claim-graph/id/claim/none")))


def test_without_matplotlib_the_cure_is_named(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are an extra."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    for shape in ("evidence", "timeline", "agreement"):
        with pytest.raises(UsageError, match="pip install 'claim-graph\\[pictures\\]'"):
            drawn(view, Selection(shape=shape, claim=None if shape == "agreement" else CLAIM))
