"""What stands behind a claim, as a picture."""

import io
from functools import partial

import pytest

from kg.corroborate.verdict import Corroboration
from kg.pictures import telling
from kg.pictures.drawing import drawing
from kg.pictures.evidence import NOTHING, draw_evidence, put
from kg.pictures.evidence_plan import HOPS, NEAR, Plan
from kg.pictures.rows import ROWS
from tests.kg.pictures import made


def drawn(answer: Corroboration) -> list[str]:
    """Give the lines that the picture writes."""
    return made.words(made.svg(lambda stream: draw_evidence(answer, stream, "svg")))


@pytest.mark.parametrize("answer", [made.answer(), made.crowd(100)], ids=["forty nodes", "a hundred long names"])
def test_no_label_lies_over_another(answer: Corroboration) -> None:
    """Of forty nodes and more, each label has a place of its own on the sheet."""
    plan = Plan(answer)
    rows = [row for block in plan.blocks for row in block.rows]
    assert 1 + len(plan.blocks) + 2 * len(rows) + sum(len(row.hops) for row in rows) >= 40
    with drawing(plan.width, plan.height) as sheet:
        put(sheet, plan)
        assert made.overlapping(sheet) == []
        assert made.outside(sheet) == []


def test_all_who_speak_and_carry_are_named() -> None:
    """Speakers, carriers, publishers, origins and sides are written as text, and so is what they say."""
    text = " ".join(drawn(made.answer()))
    names = ["Tobin Vorn", "Ilka Bren", "security officials", "League Voice", "Mara Osk", "Jora Pell", "Edo Quill",
             "a resident", "a source in Marrow", "Crown of Sorrel", "Sorrel League", "Aid Circle", "Harbour Post",
             "Marrow Mirror", "Coast Wire", "Free Press, in its own words"]  # fmt: skip
    assert [name for name in names if name not in text] == []
    assert "published 2031-03-07" in text
    assert "“that its fighters had left Salt Gate”" in text


def test_the_verdict_and_the_interests_are_said() -> None:
    """An admission is marked by a sign and by words; what counts for nothing says so."""
    lines = drawn(made.answer())
    assert "contested" in lines
    assert "contested, score 0.30 · 7 origins for it, 2 against it · 17 statements in 17 documents" in lines
    assert "▲ against its own interest" in lines
    assert "says it against its own interest" in lines
    assert "lineage unknown" in lines
    assert "counts for nothing" in lines


def test_for_and_against_differ_in_more_than_colour() -> None:
    """What speaks against a claim is dashed, below a heading of its own, and bears another sign."""
    answer = made.answer()
    lines = drawn(answer)
    assert lines.index("for it") < lines.index("against it")
    plan = Plan(answer)
    assert max(block.box.y for block in plan.supporting) < min(block.box.y for block in plan.denying)
    root = made.svg(lambda stream: draw_evidence(answer, stream, "svg"))
    dashed = [element for element in root.iter() if "stroke-dasharray" in element.get("style", "")]
    assert len(dashed) >= len(plan.denying)


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    """A day that nobody knows, a side that nobody knows."""
    lines = drawn(made.answer())
    assert "denies · day unknown" in lines
    assert "asserts as probable · 2031-03" in lines
    assert telling.NO_PARTY in lines


def test_what_comes_near_is_listed_apart() -> None:
    """Doubts and questions stand below, with the reason for which they do not count."""
    lines = drawn(made.answer())
    assert "comes near, but does not count" in lines
    assert "2031-03-07, Mara Osk in Daily Fen: it doubts, it does not deny" in lines


def test_what_finds_no_room_is_counted() -> None:
    """Statements, carriers and what comes near are cut off in words."""
    answer = made.crowd(100)
    lines = drawn(answer)
    rows = [row for block in Plan(answer).blocks for row in block.rows]
    assert len(rows) == ROWS
    assert any(line.startswith("… and ") and line.endswith("more statements") for line in lines)
    assert max(len(row.hops) for row in rows) == HOPS
    near = [{"says": "crown-forces | took | salt-gate", "by": "osk", "in": "daily-fen", "stance": "doubts",
             "document": f"d{number}", "quote": f"doubt {number}"} for number in range(NEAR + 3)]  # fmt: skip
    assert "… and 3 more" in drawn(made.answer(made.evidence(near)))


def test_one_passage_with_many_claims_is_one_row() -> None:
    """What one source says in one breath is shown once, with how many statements it is."""
    said = {"by": "vorn", "in": "daily-fen", "document": "d", "on": "2031-03-02", "quote": "We took Salt Gate"}
    claims = ["crown-forces | took | salt-gate", "guard | took | salt-gate", "rifles | took | salt-gate"]
    answer = made.answer(made.evidence({"says": claim, **said} for claim in claims))
    assert "asserts · 2031-03-02 · 3 statements" in drawn(answer)


def test_a_choice_of_statements_is_said_to_be_one() -> None:
    """What is left out is counted, and the verdict stays that of all."""
    answer = made.answer()
    kept = {each.testimony.statement for each in answer.denies}
    stream = io.BytesIO()
    draw_evidence(answer, stream, "svg", kept)
    text = stream.getvalue().decode()
    assert "14 statements left out as asked; the verdict rests on all" in text
    assert ">for it<" not in text
    assert "Ilka Bren" not in text


def test_a_claim_of_which_nobody_speaks() -> None:
    """Nothing for it and nothing against it is no error."""
    assert NOTHING in drawn(made.answer(made.evidence([])))


def test_the_description_says_who_stands_where() -> None:
    """Who cannot see the picture hears the claim, the verdict and the origins."""
    root = made.svg(partial(_draw, made.answer()))
    title, description = (root.findtext(f"{made.SVG}{name}") or "" for name in ("title", "desc"))
    assert title.startswith("Evidence of the claim: Crown forces took control of <b>Salt Gate</b>")
    assert "For it: Crown of Sorrel (in its own interest)" in description
    assert "Against it: Sorrel League (in its own interest)" in description


def _draw(answer: Corroboration, stream: io.BytesIO) -> None:
    draw_evidence(answer, stream, "svg")
