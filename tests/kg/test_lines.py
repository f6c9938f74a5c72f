"""Lines of `kg extract` go in as the articles themselves would, whoever wrote or edited them."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad

from kg.ingest import Hints, read_all, read_documents
from kg.iris import Minter
from kg.lines import Json, to_line
from kg.model import Reading, Stance
from kg.pipeline import ingest, written
from kg.rdf.vocab import KG, PROV, SKOS
from kg.store import create, open_graph
from kg.tools import Recipe, Tools, Understood
from kg.workers import understand

CASES = Path(__file__).parents[1] / "cases"
ARTICLES = Path(__file__).parents[2] / "seeds" / "mosul-2016" / "articles"
SOME = 4  # articles; benchmarks read all
BY_RUN = {PROV.wasGeneratedBy, PROV.generatedAtTime, PROV.used, PROV.wasAssociatedWith}


@pytest.fixture(scope="module")
def tools() -> Tools:
    """Give the tools once."""
    return Tools(Recipe())


@pytest.fixture(scope="module")
def read(tools: Tools) -> list[Understood]:
    """Read some articles."""
    paths = map(str, sorted(path for path in ARTICLES.rglob("*.*") if path.is_file())[:SOME])
    found = understand(read_documents(paths, Hints(), Minter()), tools)
    return [each for each in found if isinstance(each, Understood)]


def lines_of(read: Iterable[Understood]) -> list[Json]:
    """Write the lines, and read them from JSON as another program would."""
    return [json.loads(json.dumps(to_line(each, with_text=True), ensure_ascii=False)) for each in read]


def file_of(path: Path, lines: Iterable[Json]) -> Path:
    """Write lines to a file."""
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def again(path: Path, tools: Tools) -> list[Understood]:
    """Read lines, none of which may be refused."""
    return [
        each for each in understand(read_all([str(path)], Hints(), Minter()), tools) if isinstance(each, Understood)
    ]


def quads(found: Understood) -> set[Quad]:
    """Give what a graph would hold of a document, but for the run."""
    everything = set(written(found, Minter()).quads)
    run = {each.subject for each in everything if each.predicate == PROV.wasAssociatedWith}
    makers = {each.object for each in everything if each.predicate == PROV.wasAssociatedWith}
    return {each for each in everything if each.subject not in run | makers and each.predicate not in BY_RUN}


def test_lines_hold_all_that_the_articles_do(read: list[Understood], tools: Tools, tmp_path: Path) -> None:
    """Every quad is the same, and the text is not read again."""
    found = again(file_of(tmp_path / "a.jsonl", lines_of(read)), tools)
    assert [quads(each) ^ quads(before) for each, before in zip(found, read, strict=True)] == [set()] * len(read)


def test_words_alone_give_the_same_claims(read: list[Understood], tools: Tools, tmp_path: Path) -> None:
    """Without the parts, as in a line that another extractor wrote, nearly all claims are still the same."""
    lines = lines_of(read)
    for line in lines:
        for each in (*line["attributions"], *line["narrated"]):
            del each["parts"]
    found = again(file_of(tmp_path / "a.jsonl", lines), tools)
    before = {claim.id for each in read for claim in each.resolution.claims}
    after = {claim.id for each in found for claim in each.resolution.claims}
    assert len(before & after) / len(before | after) > 0.9
    assert {each.id for one in read for each in one.resolution.statements if each.claim} == {
        each.id for one in found for each in one.resolution.statements if each.claim
    }


def test_an_edit_counts(read: list[Understood], tools: Tools, tmp_path: Path) -> None:
    """Where somebody changed the words, the parts that kg wrote for the old ones are passed over."""
    lines = lines_of(read)
    first = lines[0]["attributions"][0]
    first["speaker"], first["stance"] = "Ann Reed", "denies"
    found = again(file_of(tmp_path / "a.jsonl", lines), tools)
    changed = next(each for each in found[0].reading.attributions if each.speaker and each.speaker.name == "Ann Reed")
    assert changed.stance is Stance.DENIES
    assert found[1].reading.attributions == read[1].reading.attributions


def test_lines_are_ingested_once(tmp_path: Path) -> None:
    """Good lines go in, broken ones are named; a second time nothing changes; an edited line takes its place."""
    lines = CASES / "ingest" / "attributed.jsonl"
    with create(tmp_path / "graph.kg") as store:
        outcomes = list(ingest([str(lines)], store))
        assert sum(each.document is not None and not each.known for each in outcomes) == 1  # three of one text
        assert all(str(each.error).startswith(f"{lines}:") for each in outcomes if each.error)
        before = frozenset(store.quads())
        assert {each.object for each in store.quads(None, SKOS.prefLabel)} >= {Literal("Ann Reed")}
        list(ingest([str(lines)], store))
        assert frozenset(store.quads()) == before
        edited = json.loads(lines.read_text().splitlines()[0])
        edited["attributions"][0]["stance"] = "denies"
        list(ingest([str(file_of(tmp_path / "edited.jsonl", [edited]))], store))
    with open_graph(tmp_path / "graph.kg", read_only=True) as view:
        assert [each.object for each in view.quads(None, KG.stance)] == [KG.denies]


def test_a_line_is_read_as_it_stands() -> None:
    """Offsets, words and days are those of the line; a claim in words keeps them."""
    (first, *_) = read_all([str(CASES / "ingest" / "attributed.jsonl")], Hints(), Minter())
    assert isinstance(first, Reading)
    (attribution,) = first.attributions
    assert (
        first.document.text[attribution.content[0].start : attribution.content[0].end]
        == "the bridge at Velm was closed"
    )
    (said,) = attribution.propositions
    assert said.period is not None
    assert said.period.edtf == "2021-03/2021-04"
    assert said.subject is None
