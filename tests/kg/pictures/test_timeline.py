"""When a claim was spoken of, and by which side."""

import io

import pytest

from kg.corroborate.verdict import Corroboration
from kg.pictures import telling
from kg.pictures.drawing import drawing
from kg.pictures.lanes import ADMITS, AFFIRMS, ASKS, DENIES, DOUBTS, MOST, NEAR, Entry
from kg.pictures.timeline import NOTHING, draw_timeline, put
from kg.pictures.timeline_plan import Plan
from tests.kg.pictures import made


def drawn(answer: Corroboration) -> list[str]:
    """Give the lines that the picture writes."""
    return made.words(made.svg(lambda stream: draw_timeline(answer, stream, "svg")))


def entry(plan: Plan, speaker: str, day: str | None) -> Entry:
    """Give the first mark of somebody on a day."""
    return next(each for each in plan.entries if (each.speaker, each.day) == (speaker, day))


@pytest.mark.parametrize("answer", [made.answer(), made.crowd(100)], ids=["forty nodes", "a hundred long names"])
def test_no_label_lies_over_another(answer: Corroboration) -> None:
    """However many speak on one day, each label has a place of its own on the sheet."""
    plan = Plan(answer)
    with drawing(plan.width, plan.height) as sheet:
        put(sheet, plan)
        assert made.overlapping(sheet) == []
        assert made.outside(sheet) == []


def test_a_lane_for_each_side_and_the_unknown_last() -> None:
    """Who has no known side is shown so, below all others."""
    assert [lane.name for lane in Plan(made.answer()).lanes] == [
        "Crown of Sorrel", "Sorrel League", "Aid Circle", telling.NO_PARTY,
    ]  # fmt: skip


def test_days_run_from_left_to_right() -> None:
    """What was said earlier stands further left."""
    plan = Plan(made.answer())
    first, later = entry(plan, "Tobin Vorn", "2031-03-02"), entry(plan, "Ilka Bren", "2031-03-03")
    assert plan.left < first.at < later.at < plan.unknown_x


def test_each_stance_has_a_mark_of_its_own() -> None:
    """Affirming, admitting, denying, doubting and asking differ in shape, not in colour alone."""
    plan = Plan(made.answer())
    assert entry(plan, "Tobin Vorn", "2031-03-02").sign == AFFIRMS
    assert entry(plan, "League Voice", "2031-03-06").sign == ADMITS
    assert entry(plan, "League fighters", "2031-03-02").sign == DENIES
    assert entry(plan, "Mara Osk", "2031-03-07").sign == DOUBTS
    assert entry(plan, "Jora Pell", "2031").sign == ASKS
    assert entry(plan, "Tobin Vorn", "2031-03-10").sign == NEAR
    assert len({(sign.shape, sign.filled) for sign in (AFFIRMS, ADMITS, DENIES, DOUBTS, ASKS, NEAR)}) == 6


def test_every_mark_used_is_explained() -> None:
    """The legend has each mark, and no other."""
    lines = drawn(made.answer())
    assert [sign.meaning for sign in (AFFIRMS, ADMITS, DENIES, DOUBTS, ASKS, NEAR) if sign.meaning not in lines] == []
    assert DOUBTS.meaning not in drawn(made.answer(made.evidence([said("2031-03-02")])))


def test_carriers_are_stacked_under_who_said_it() -> None:
    """One who is quoted in several papers on one day is one mark, with the road by which each had it."""
    found = entry(Plan(made.answer()), "Tobin Vorn", "2031-03-02")
    assert found.carriers == ["Harbour Post", "Marrow Mirror ← Coast Wire", "Northern Star ← Inland Radio ← Coast Wire"]


def test_an_unknown_day_has_a_column_of_its_own() -> None:
    """What nobody can date is put to no day, though it was published on one."""
    plan = Plan(made.answer())
    assert entry(plan, "security officials", None).at > plan.unknown_x
    assert telling.NO_DAY in drawn(made.answer())
    assert telling.NO_DAY not in drawn(made.answer(made.evidence([said("2031-03-02")])))


def test_a_month_is_a_bar() -> None:
    """A day that is known in part is drawn over all the days it can be, and says what is known."""
    plan = Plan(made.answer())
    bar = entry(plan, "Ilka Bren", "2031-03")
    assert bar.is_bar
    assert bar.span[1] - bar.span[0] == pytest.approx(31 * plan.scale.a_day)
    assert "on a day of 2031-03" in drawn(made.answer())


def test_what_finds_no_room_is_counted() -> None:
    """Marks beyond the last are counted."""
    many = [said(f"20{year}-03-02") for year in range(10, 10 + MOST + 4)]
    plan = Plan(made.answer(made.evidence(many)))
    assert len(plan.entries) == MOST
    assert "4 more marks not shown" in drawn(made.answer(made.evidence(many)))


def test_what_comes_near_gives_way_first() -> None:
    """What counts has room before what does not, whenever it was said."""
    near = [{**said(f"20{year}-03-02"), "stance": "doubts"} for year in range(10, 10 + MOST)]
    shown = Plan(made.answer(made.evidence([*near, said("2099-03-02")]))).entries
    assert len(shown) == MOST
    assert [each.day for each in shown if each.sign == AFFIRMS] == ["2099-03-02"]


def test_a_choice_of_statements_is_said_to_be_one() -> None:
    """What is left out is counted, and the verdict stays that of all."""
    answer = made.answer()
    stream = io.BytesIO()
    draw_timeline(answer, stream, "svg", {each.testimony.statement for each in answer.supports})
    text = stream.getvalue().decode()
    assert "3 statements left out as asked; the verdict rests on all" in text
    assert "contested" in text
    assert DENIES.meaning not in text


def test_a_claim_of_which_nobody_speaks() -> None:
    """No statement is no error."""
    assert NOTHING in drawn(made.answer(made.evidence([])))


def said(day: str) -> dict[str, str]:
    """Make a statement of a day."""
    return {"says": "crown-forces | took | salt-gate", "by": "vorn", "in": "daily-fen", "on": day, "published": day,
            "document": day}  # fmt: skip
