"""The whole road on real reporting: from articles to verdicts, by the commands that a user types."""

import json
import random
import shutil
from pathlib import Path

import pytest

from kg.cli.demo_ import LISTS
from kg.ingest import Hints, read_documents
from kg.iris import Minter

from .conftest import SEEDS, kg, lines

ANSWER = {
    "query", "claim", "text", "verdict", "score", "origins", "supports", "denies", "qualifies", "carriers", "why",
}  # fmt: skip
EVIDENCE = {
    "statement", "document", "document_id", "url", "publisher", "published", "speaker", "via", "stance", "said_on",
    "quote", "relation",
}  # fmt: skip
ATTRIBUTION = {
    "id", "source", "cue", "content", "speaker", "role", "organization", "party", "via", "carrier", "stance",
    "affirms", "certainty", "realized", "distanced", "said_on", "said_on_basis", "quotation", "claims", "confidence",
}  # fmt: skip


def test_admission_and_announcement_corroborate_across_sides(seeded: Path) -> None:
    """One side admits a loss that the other announces: two origins of opposed sides, each shown with its words."""
    answer = json.loads(kg(seeded, "corroborate", "--format", "json", "IS lost the Samah neighbourhood").stdout)
    assert answer.keys() == ANSWER
    assert answer["verdict"] == "corroborated-across-sides"
    assert {"against", "own"} <= {origin["interest"] for origin in answer["origins"]}
    assert all(each.keys() == EVIDENCE for each in answer["supports"])
    assert {"k24-own", "m11"} <= {each["document_id"] for each in answer["supports"]}


def test_one_spokesman_in_many_papers_is_one_origin(seeded: Path) -> None:
    """Carriers are counted, and do not corroborate."""
    question = "Iraqi forces held a third of eastern Mosul"
    answer = json.loads(kg(seeded, "corroborate", "--format", "json", question).stdout)
    assert answer["verdict"] == "uncorroborated"
    assert answer["carriers"] >= 3
    assert len(answer["origins"]) == 1


def test_a_batch_answers_line_by_line(seeded: Path, tmp_path: Path) -> None:
    """Each question of a batch is answered under its key, as it is alone."""
    batch = tmp_path / "questions.jsonl"
    batch.write_text('{"key": "samah", "claim": "IS lost the Samah neighbourhood"}\n\n', encoding="utf-8")
    (line,) = kg(seeded, "corroborate", "--batch", batch).stdout.splitlines()
    alone = json.loads(kg(seeded, "corroborate", "--format", "json", "IS lost the Samah neighbourhood").stdout)
    assert json.loads(line) == {"key": "samah"} | alone


def test_a_claim_is_asked_by_its_id(seeded: Path) -> None:
    """The id that a list shows can be asked for."""
    claims = json.loads(kg(seeded, "claims", "Samah", "--format", "json").stdout)
    iri = claims["results"]["bindings"][0]["claim"]["value"]
    answer = json.loads(kg(seeded, "corroborate", iri, "--format", "json").stdout)
    assert iri.endswith(answer["claim"].partition(":")[2])


def test_nothing_is_known_before_the_first_report(seeded: Path) -> None:
    """A verdict as of a day rests on what had been published by then."""
    asked = ("corroborate", "--format", "json", "--as-of", "2016-01-01", "IS lost the Samah neighbourhood")
    assert json.loads(kg(seeded, *asked).stdout)["verdict"] == "unknown"


def test_the_graph_is_valid(seeded: Path) -> None:
    """What is ingested keeps to the shapes."""
    assert "the graph is valid" in kg(seeded, "validate").stderr


def test_ingesting_twice_changes_nothing(seeded: Path, tmp_path: Path) -> None:
    """The same files again are known, and the graph is the same."""
    graph = tmp_path / "again.kg"
    shutil.copytree(seeded, graph)
    assert "0 documents stored" in kg(graph, "ingest", SEEDS / "articles").stderr
    assert lines(graph) == lines(seeded)


def test_order_and_time_of_entities_change_nothing(seeded: Path, tmp_path: Path) -> None:
    """Files in another order, and entities loaded only afterwards, make the same graph."""
    graph = tmp_path / "shuffled.kg"
    articles = sorted((SEEDS / "articles").iterdir())
    random.Random(7).shuffle(articles)  # noqa: S311 (any fixed order but the sorted one will do)
    kg(graph, "init")
    kg(graph, "ingest", *articles)
    kg(graph, "entities", "load", SEEDS / "entities.ttl")
    assert lines(graph) == lines(seeded)


def test_extract_says_who_said_what(seeded: Path) -> None:
    """Each line has the fields of the contract, and offsets that lie in the text."""
    done = kg(seeded, "extract", "--with-text", SEEDS / "articles" / "m05.md")
    (found,) = map(json.loads, done.stdout.splitlines())
    assert found["id"] == "m05"
    assert found["attributions"]
    for each in (*found["attributions"], *found["narrated"]):
        assert each.keys() == ATTRIBUTION | {"parts"}  # with the text, all that is needed to take the line in again
        for start, end in (*each["source"], *each["cue"], *each["content"]):
            assert found["text"][start:end].strip()


@pytest.mark.parametrize("form", ["graphml", "gexf", "cytoscape", "html", "trig"])
def test_exports(seeded: Path, tmp_path: Path, form: str) -> None:
    """Every format is written whole to a file."""
    target = tmp_path / "out"
    kg(seeded, "export", form, "-o", target)
    assert target.stat().st_size > 10_000


@pytest.mark.parametrize("query", LISTS.values())
def test_lists_are_not_empty(seeded: Path, query: str) -> None:
    """The seeds hold corroborated, contested and single-source claims."""
    assert len(kg(seeded, "query", query, "--format", "csv").stdout.splitlines()) > 1


def test_agreement_of_opposed_sides(seeded: Path) -> None:
    """Opposed sides share claims, and the matrix counts them."""
    rows = json.loads(kg(seeded, "agreement", "--by", "party", "--format", "json").stdout)
    pairs = {frozenset((row["left"], row["right"])): row for row in rows}
    assert pairs[frozenset(("Islamic State", "Iraqi government forces"))]["agree"] > 0


def test_agreement_of_those_who_share_most(seeded: Path) -> None:
    """Of a long matrix one may ask for the head, or for those who share enough claims."""
    rows = json.loads(kg(seeded, "agreement", "--format", "json").stdout)
    assert json.loads(kg(seeded, "agreement", "--most", "2", "--format", "json").stdout) == rows[:2]
    enough = [row for row in rows if row["shared"] > 1]
    assert json.loads(kg(seeded, "agreement", "--shared", "2", "--format", "json").stdout) == enough != rows


def test_published_day_is_never_made_up() -> None:
    """A text without a day stays without one."""
    (document,) = read_documents([str(SEEDS / "README.md")], Hints(), Minter())
    assert getattr(document, "published", "error") is None


def test_a_wish_or_a_plan_supports_nothing(tmp_path: Path) -> None:
    """What a side hopes, plans, wants or expects is no word that it has come about."""
    graph, report = tmp_path / "wishes.kg", tmp_path / "wishes.jsonl"
    told = (
        "hopes to retake",
        "intends to retake",
        "wants the militia to retake",
        "expects to retake",
        "seeks to retake",
    )
    rows = [{"id": verb, "publisher": "Fen Post", "text": f"The army {verb} Velm."} for verb in told]
    report.write_text("".join(json.dumps(row | {"published": "2024-03-07"}) + "\n" for row in rows))
    kg(graph, "init")
    kg(graph, "ingest", report)
    for claim in ("The army retook Velm", "The militia retook Velm"):
        answer = json.loads(kg(graph, "corroborate", "--format", "json", claim).stdout)
        assert (answer["verdict"], answer["supports"], answer["denies"]) == ("unknown", [], [])
