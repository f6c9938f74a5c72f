"""What taking in promises of whole files: what is known stays, corrections replace, order is all the same."""

import csv
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

from kg.errors import UnreadableError
from kg.ingest import Hints
from kg.intake import Outcome, importer_of, take
from kg.intake.base import MAX_BYTES
from kg.pipeline import ingest, load_entities
from kg.rdf.entities import load_entities as read_entities
from kg.rdf.validate import validate
from kg.rdf.vocab import KG, PROV
from kg.store import Store, create, is_stale
from kg.table import differences, is_fresh
from tests.kg.intake.told import told
from tests.kg.store.endpoints import oxigraph_server

CASES = Path(__file__).parents[2] / "cases" / "imports"
HEADER = (
    "subject", "predicate", "object", "source", "party", "stance", "url", "publisher", "published", "quote", "via",
)  # fmt: skip
LINE = ("League", "took", "Old Quay", "Tobin Vorn", "", "", "https://post.example/1", "", "", "", "")


def written(path: Path, lines: Iterable[Sequence[str]], header: Sequence[str] = HEADER) -> Path:
    """Write lines to a file of curated claims."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([header, *lines])
    return path


def taken(store: Store, *files: Path, by: str | None = None) -> list[Outcome]:
    """Take files in."""
    found = [(file, importer_of(file)) for file in files]
    return list(take([(file, importer) for file, importer in found if importer], store, by))


def contents(store: Store) -> set[Quad]:
    """Give all quads, but for the times of the clock."""
    return {quad for quad in store.quads() if quad.predicate != PROV.generatedAtTime}


names = st.sampled_from(["Tobin Vorn", "Orla Brenn", "residents", "Müller AG"])
cells = st.tuples(
    st.sampled_from(["League", "Crown Forces"]), st.sampled_from(["took", "lost", "waved at"]),
    st.sampled_from(["Old Quay", "Salt Gate"]), names, st.sampled_from(["", "Crown"]),
    st.sampled_from(["", "denies", "doubts"]), st.sampled_from(["https://post.example/1", "https://post.example/2"]),
    st.just("Harbour Post"), st.just("2031-05"), st.sampled_from(["", "a quote", "another"]),
    st.sampled_from(["", "Rill Agency", "Rill Agency; Orla Brenn"]),
)  # fmt: skip


def said(cell: tuple[str, ...]) -> tuple[str, ...]:
    """Give what a line may say in one way only."""
    return (*cell[:4], cell[6], cell[9])


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(cells, min_size=1, max_size=8, unique_by=said), st.randoms())
def test_order_and_repetition_change_nothing(lines: list[tuple[str, ...]], chance: object) -> None:
    """The same lines in another order make the same graph; once more, nothing is new."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = written(folder / "claims.csv", lines)
        chance.shuffle(lines)  # type: ignore[attr-defined]
        (folder / "other").mkdir()
        second = written(folder / "other" / "claims.csv", lines)
        with create(folder / "a.kg") as store, create(folder / "b.kg") as other:
            taken(store, first)
            taken(other, second)
            assert contents(store) == contents(other)
            assert not validate(store.quads())
            before = set(store.quads())
            again = taken(store, second)
            assert set(store.quads()) == before
            assert {each.new + each.corrected for each in again} == {0}


def test_what_follows_is_derived(tmp_path: Path) -> None:
    """Verdicts and the table are there, and fit each other."""
    with create(tmp_path / "a.kg") as store:
        other = (*LINE[:3], "Orla Brenn", *LINE[4:6], "https://mirror.example/1", *LINE[7:])
        taken(store, written(tmp_path / "claims.csv", [LINE, other]))
        assert not is_stale(store)
        assert is_fresh(store)
        assert not list(differences(store))
        rows = list(store.query("SELECT ?count WHERE { ?claim kg:verdict kg:corroborated ; kg:originCount ?count }"))  # type: ignore[arg-type]
        assert [row["count"].value for row in rows] == ["2"]


def test_a_changed_line_replaces_what_it_said(tmp_path: Path) -> None:
    """The file is the record: a stance, a chain and a day put right leave nothing of the old ones."""
    old = (*LINE[:7], "Harbour Post", "2031-05-01", "", "Rill Agency")
    new = (*LINE[:5], "denies", LINE[6], "Harbour Post", "2031-05-02", "", "")
    with create(tmp_path / "a.kg") as store, create(tmp_path / "b.kg") as fresh:
        taken(store, written(tmp_path / "claims.csv", [old]))
        (outcome,) = taken(store, written(tmp_path / "claims.csv", [new]))
        assert (outcome.new, outcome.corrected, outcome.known) == (0, 1, 0)
        taken(fresh, tmp_path / "claims.csv")
        assert told(store) == told(fresh)
        assert not validate(store.quads())


def test_what_was_read_is_not_put_right(tmp_path: Path) -> None:
    """A record of others does not change what a text says, nor what is known of the document."""
    with create(tmp_path / "a.kg") as store:
        list(ingest([str(CASES / "documents")], store))
        before = contents(store)
        outcomes = taken(store, CASES / "nanopub" / "own.trig", CASES / "claimreview" / "own.jsonld")
        assert {each.new + each.corrected for each in outcomes} == {0}
        assert contents(store) == before


def test_nanopublications_of_ours_make_the_same_graph(tmp_path: Path) -> None:
    """Out of one graph and into an empty one: the same quads, ids and all, but for the run and its software."""
    with create(tmp_path / "a.kg") as store, create(tmp_path / "b.kg") as read:
        list(ingest([str(CASES / "documents")], read))
        taken(store, CASES / "nanopub" / "own.trig")
        ours, theirs = (
            {quad for quad in contents(each) if "/run/" not in f"{quad}" and quad.subject not in software(each)}
            for each in (store, read)
        )
        assert ours == theirs


def software(store: Store) -> set[object]:
    """Give the programs that read the documents of a graph; their version is part of their names."""
    return {quad.object for quad in store.quads(None, PROV.wasAssociatedWith)}


def test_nanopublications_of_another_base_are_refused(tmp_path: Path) -> None:
    """Their ids would never meet those of the graph; the cure is named."""
    with create(tmp_path / "a.kg", "https://example.org/id/") as store:
        outcomes = taken(store, CASES / "nanopub" / "own.trig")
        assert {str(each.error).partition("; ")[2] for each in outcomes} == {
            "make a graph with kg init --base https://w3id.org/claim-graph/id/"
        }
        assert not any(store.quads())


def test_reading_a_document_again_keeps_what_others_marked_in_it(tmp_path: Path) -> None:
    """An entities file has all texts read again; what annotations say of them stays."""
    entities = tmp_path / "who.ttl"
    entities.write_text('@prefix kg: <https://w3id.org/claim-graph/ns#> . <party/crown> a kg:Party ; '
                        '<http://www.w3.org/2004/02/skos/core#prefLabel> "Crown" .')  # fmt: skip
    with create(tmp_path / "a.kg") as store:
        list(ingest([str(CASES / "documents")], store))
        taken(store, CASES / "annotations" / "marks.jsonld")
        before = told(store)
        load_entities(read_entities(entities), store)
        assert told(store) == before
        assert not validate(store.quads())


def test_an_article_read_later_revises_no_record_of_it(tmp_path: Path) -> None:
    """A line about an address is no earlier version of the text that was read there."""
    with create(tmp_path / "a.kg") as store:
        taken(store, written(tmp_path / "claims.csv", [(*LINE[:6], "https://ferry.example/one", *LINE[7:])]))
        list(ingest([str(CASES / "documents" / "one.md")], store, hints=Hints()))
        assert not any(store.quads(None, PROV.wasRevisionOf))


def test_sides_that_lines_tell_count(tmp_path: Path) -> None:
    """The party of a source is that of its statements."""
    with create(tmp_path / "a.kg") as store:
        taken(store, written(tmp_path / "claims.csv", [(*LINE[:4], "Crown", *LINE[5:])]))
        assert [each["party"] for each in told(store)] == ["Crown"]


def test_whoever_wrote_a_file_is_named(tmp_path: Path) -> None:
    """`--by` names a person, else the file is named."""
    with create(tmp_path / "a.kg") as store:
        taken(store, written(tmp_path / "claims.csv", [LINE]))
        taken(store, written(tmp_path / "more.csv", [(*LINE[:3], "Orla Brenn", *LINE[4:])]), by="Ada Brook")
        rows = store.query("SELECT ?name WHERE { ?run prov:wasAssociatedWith/skos:prefLabel ?name } ORDER BY ?name")
        assert [row["name"].value for row in rows] == ["import:claims.csv", "person:Ada Brook"]  # type: ignore[union-attr]


def test_a_line_of_fifty_megabytes_spoils_no_other(tmp_path: Path) -> None:
    """It is named, and not read into memory whole; what stands before and after goes in."""
    path = tmp_path / "claims.csv"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("claim,source,url\nSalt Gate fell,Tobin Vorn,https://post.example/1\n")
        stream.write("x" * (50 * MAX_BYTES) + "\nOld Quay fell,Tobin Vorn,https://post.example/2\n")
    with create(tmp_path / "a.kg") as store:
        outcomes = taken(store, path)
        assert [str(each.error) for each in outcomes if each.error] == [
            f"{path}:3: longer than 1 MB, or its quotation mark is never closed; mend the line"
        ]
        assert [each["claim"] for each in told(store)] == ["Old Quay fell", "Salt Gate fell"]


def test_nanopublications_come_in_any_order_of_quads(tmp_path: Path) -> None:
    """N-Quads sorted by subject are the same nanopublications."""
    from pyoxigraph import RdfFormat, parse, serialize  # noqa: PLC0415

    source = CASES / "nanopub" / "several.trig"
    quads = sorted(parse(path=str(source)), key=lambda quad: (str(quad.subject), str(quad.object)))
    shuffled = tmp_path / "several.nq"
    shuffled.write_bytes(serialize(quads, format=RdfFormat.N_QUADS) or b"")
    with create(tmp_path / "a.kg") as store, create(tmp_path / "b.kg") as other:
        taken(store, source)
        taken(other, shuffled)
        assert told(store) == told(other)
        assert {quad.subject for quad in contents(store)} - {quad.subject for quad in contents(other)} <= {
            quad.subject for quad in contents(store) if "run/" in str(quad.subject) or "agent/" in str(quad.subject)
        }


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.trig", "<http://www.nanopub.org/nschema#x> a <y:z> .", "NanopubImporter"),
        ("a.trig", "<a:b> a <y:z> .", None),
        ("a.nq", "", None),
        ("a.ttl", "", None),
        ("a.json", '{"@type": "ClaimReview"}', "ClaimReviewImporter"),
        ("a.jsonld", '{"type": "Annotation"}', "AnnotationsImporter"),
        ("a.html", "ClaimReview", "ClaimReviewImporter"),
        ("a.CSV", "", "CsvImporter"),
    ],
)
def test_a_format_is_told_by_name_and_content(tmp_path: Path, name: str, text: str, form: str | None) -> None:
    """RDF without nanopublications is a graph of ours."""
    (tmp_path / name).write_text(text)
    found = importer_of(tmp_path / name)
    assert (type(found).__name__ if found else None) == form


@pytest.mark.parametrize("name", ["a.json", "a.xml", "missing.csv"])
def test_what_no_format_fits_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    """The message says what would fit."""
    if not name.startswith("missing"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(UnreadableError, match=rf"{name}: .*") as error:
        importer_of(tmp_path / name)
    assert "\n" not in str(error.value)


def test_a_server_holds_the_same(tmp_path: Path) -> None:
    """What goes into a graph on disk goes into one on a SPARQL server, and nothing of it twice."""
    files = [
        CASES / "csv" / "claims.csv",
        CASES / "nanopub" / "taken_back.trig",
        CASES / "claimreview" / "graph.jsonld",
    ]
    with oxigraph_server() as (address, _), create(address) as server, create(tmp_path / "a.kg") as store:
        taken(store, *files)
        taken(server, *files)
        mark = {quad for quad in server.quads() if quad.object == KG.Graph}
        assert contents(server) - mark == contents(store)
        before = set(server.quads())
        taken(server, *files)
        assert set(server.quads()) == before


def test_annotations_of_a_graph_without_texts_say_nothing_new(tmp_path: Path) -> None:
    """Nanopublications bring no texts; what annotations mark stands there already."""
    with create(tmp_path / "a.kg") as store:
        taken(store, CASES / "nanopub" / "own.trig")
        before = set(store.quads())
        outcomes = taken(store, CASES / "annotations" / "own.jsonld")
        assert [(each.new, each.known, each.error) for each in outcomes if not each.new] == [(0, 1, None)] * 4
        assert before <= set(store.quads())
