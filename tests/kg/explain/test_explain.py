"""Every verdict, statement and judgement can be followed to characters of a document."""

import json
from collections.abc import Iterator
from math import prod
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.corroborate.evidence import load
from kg.explain import explain
from kg.iris import compact
from kg.rdf.documents import documents
from kg.store import View, open_graph
from tests.kg.cli.conftest import kg

CASES = Path(__file__).parents[2] / "cases"
Tree = dict[str, Any]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read reports of made-up outlets that agree, deny and spell names in two ways."""
    path = tmp_path_factory.mktemp("explained") / "explained.kg"
    kg(path, "init")
    kg(path, "ingest", CASES / "explain", CASES / "judging" / "one.md", CASES / "judging" / "two.md")
    return path


@pytest.fixture(scope="module")
def view(graph: Path) -> Iterator[View]:
    """Open the graph for reading."""
    with open_graph(graph, read_only=True) as opened:
        yield opened


def every(tree: Tree, kind: str = "") -> Iterator[Tree]:
    """Give all parts of a kind in a tree."""
    if kind in {"", tree["kind"]}:
        yield tree
    for part in tree["parts"]:
        yield from every(part, kind)


def explained(view: View) -> Iterator[Tree]:
    """Explain every claim, statement and judgement of the graph."""
    evidence = load(view)
    found = view.query(
        "SELECT ?thing { ?thing a ?kind FILTER(?kind IN (kg:Claim, kg:Statement, kg:Judgement)) } ORDER BY ?thing"
    )
    for row in found:  # type: ignore[union-attr]
        yield explain(row[0].value, evidence, view).to_json(view.base)  # type: ignore[index, union-attr]


def test_every_passage_stands_where_it_is_said_to(view: View) -> None:
    """The offsets of a passage give its words in the text of its document, and what is around it."""
    texts = {each.id: each.text for each in documents(view.quads(), view.text)}
    passages = [part for tree in explained(view) for part in every(tree, "passage")]
    assert len(passages) > 100
    for passage in passages:
        facts = passage["facts"]
        words = texts[view.base + passage["id"].replace(":", "/")]  # type: ignore[index]
        assert words[facts["start"] : facts["end"]] == facts["exact"]
        assert words[: facts["start"]].endswith(facts["before"])
        assert words[facts["end"] :].startswith(facts["after"])


def test_the_terms_of_a_score_make_the_score(view: View) -> None:
    """A claim's score follows from the weights and matches of its origins that are shown."""
    claims = [tree for tree in explained(view) if tree["kind"] == "claim"]
    assert {tree["facts"]["verdict"] for tree in claims} >= {"contested", "corroborated", "uncorroborated"}
    for tree in claims:
        sides = {True: [1.0], False: [1.0]}
        for origin in (part["facts"] for part in tree["parts"] if part["kind"] == "origin"):
            if origin["weight"] is not None:
                sides[origin["affirms"]].append(1 - origin["weight"] * origin["match"])
        assert tree["facts"]["score"] == pytest.approx((1 - prod(sides[True])) * prod(sides[False]), abs=0.002)


def test_every_statement_of_a_verdict_is_shown_once_with_its_words(graph: Path) -> None:
    """What `kg corroborate` counts for and against is what `kg explain` shows under the origins."""
    answer = json.loads(kg(graph, "corroborate", "--format", "json", "The Hask dam collapsed").stdout)
    tree = json.loads(kg(graph, "explain", answer["claim"], "--format", "json").stdout)
    origins = [part for part in tree["parts"] if part["kind"] == "origin"]
    shown = [part["id"] for origin in origins for part in every(origin, "statement")]
    assert sorted(shown) == sorted(each["statement"] for side in ("supports", "denies") for each in answer[side])
    assert all(any(every(part, "passage")) for origin in origins for part in every(origin, "statement"))


def test_a_statement_says_by_which_judgement_it_was_laid_to_its_speaker(view: View) -> None:
    """From the name in the text to the agent, each step is a judgement with maker, score and reason."""
    steps = [
        part
        for tree in explained(view)
        if tree["kind"] == "statement"
        for part in tree["parts"]
        if part["text"].startswith("laid to")
    ]
    judged = [part["facts"] for step in steps for part in every(step, "judgement")]
    assert judged
    assert all(facts["maker"] and facts["reason"] for facts in judged)


def test_the_tree_is_drawn(graph: Path) -> None:
    """On the terminal, the evidence of a claim is lines with its words and places."""
    answer = json.loads(kg(graph, "corroborate", "--format", "json", "The Hask dam collapsed").stdout)
    drawn = kg(graph, "explain", answer["claim"]).stdout
    assert "├─ affirmed by " in drawn
    assert "denied by " in drawn
    assert "content, characters " in drawn


@pytest.mark.parametrize("thing", ["claim:0000000000000000", "nonsense"])
def test_what_the_graph_does_not_hold(graph: Path, thing: str) -> None:
    """An id of nothing is refused with the cure."""
    done = CliRunner().invoke(main, ["--graph", str(graph), "explain", thing])
    assert (done.exit_code, f"the graph holds no {thing}; find ids with: kg claims WORDS" in done.stderr) == (1, True)


def test_a_document_is_no_evidence_to_explain(graph: Path, view: View) -> None:
    """An id of another kind of thing is wrong usage."""
    thing = compact(next(documents(view.quads())).id, view.base)
    done = CliRunner().invoke(main, ["--graph", str(graph), "explain", thing])
    assert (done.exit_code, f"{thing} is no claim, statement or judgement" in done.stderr) == (2, True)
