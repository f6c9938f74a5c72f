"""Draws when a claim was spoken of: days from left to right, a lane for each party, a mark for each who said it."""

from collections.abc import Container
from typing import IO

from kg.corroborate.verdict import Corroboration
from kg.model import Iri
from kg.pictures import legend, telling
from kg.pictures.drawing import DOTTED, Box, Pen, Sheet, drawing, need_matplotlib, save
from kg.pictures.lanes import Entry, Lane
from kg.pictures.lettering import Line, Style, height, width
from kg.pictures.palette import INK, PALE, PAPER, SOFT, tint
from kg.pictures.timeline_plan import GAP, LANE, MARGIN, MARK, PAD, UNKNOWN, Plan

AXIS = Style(size=7, ink=SOFT)
HALF = 22.0  # of the widest mark of the axis
NOTHING = "nothing in the graph speaks of it"


def draw_timeline(answer: Corroboration, stream: IO[bytes], form: str, picked: Container[Iri] | None = None) -> None:
    """Write the timeline of a claim as "png" or "svg"; with `picked` of those statements only."""
    need_matplotlib()
    plan = Plan(answer, picked)
    with drawing(plan.width, plan.height) as sheet:
        put(sheet, plan)
        save(sheet, stream, form, f"Timeline of the claim: {answer.text}", _described(plan))


def put(sheet: Sheet, plan: Plan) -> None:
    """Draw all that was planned."""
    sheet.words(MARGIN, MARGIN, plan.title)
    for lane in plan.lanes:
        _lane(sheet, plan, lane)
    if plan.undated:
        _unknown(sheet, plan)
    _axis(sheet, plan)
    for entry in plan.entries:
        _entry(sheet, plan, entry)
    if not plan.lanes:
        sheet.words(MARGIN, plan.top, [Line(NOTHING, AXIS)])
    legend.draw_legend(sheet, plan.legend, MARGIN, plan.legend_y, plan.room)


def _lane(sheet: Sheet, plan: Plan, lane: Lane) -> None:
    box = lane.box
    sheet.box(box, tint(lane.shade, 0.07), None, round_by=0, over=0.1)
    sheet.box(Box(box.x, box.y, LANE, box.height), tint(lane.shade, 0.18), None, round_by=0, over=0.2)
    sheet.box(Box(box.x, box.y, 4, box.height), lane.shade, None, round_by=0, over=0.3)
    sheet.words(box.x + PAD + 5, box.y + PAD, plan.name(lane))


def _axis(sheet: Sheet, plan: Plan) -> None:
    for x, words in plan.scale.ticks() if any(entry.day for entry in plan.entries) else ():
        sheet.line([(x, plan.top - 2), (x, plan.bottom + 2)], Pen(tint(PALE, 0.45), 0.6), over=0.4)
        for y in (plan.axis_y, plan.bottom + 4):
            sheet.words(min(x, plan.width - MARGIN - HALF), y, [Line(words, AXIS)], "center")


def _unknown(sheet: Sheet, plan: Plan) -> None:
    """Set off the column of those of whom nobody knows when they said it."""
    x, top = plan.unknown_x - GAP / 2, plan.top
    sheet.box(Box(x, top, UNKNOWN + GAP / 2, plan.bottom - top), PAPER, None, round_by=0, over=0.25)
    sheet.box(Box(x, top, UNKNOWN + GAP / 2, plan.bottom - top), tint(PALE, 0.12), None, round_by=0, over=0.26)
    sheet.line([(x, top), (x, plan.bottom)], Pen(SOFT, 0.9, DOTTED))
    sheet.words(plan.unknown_x + UNKNOWN / 2, plan.axis_y, [Line(telling.NO_DAY, AXIS)], "center")


def _entry(sheet: Sheet, plan: Plan, entry: Entry) -> None:
    y = entry.box.y + (MARK - 1 if entry.is_bar else entry.lines[0].height / 2)
    if entry.is_bar:
        _bar(sheet, plan, entry, y)
    sign = entry.sign
    pen = Pen(INK, 0.5) if sign.filled else Pen(entry.shade, 1.2)
    sheet.mark((entry.at, y), sign.shape, sign.size, entry.shade if sign.filled else PAPER, pen)
    top = entry.box.y + (2 * MARK if entry.is_bar else 0)
    right = entry.left < entry.at and not entry.is_bar
    edge = entry.at - MARK if right else entry.left
    wide = max(width(line.words, line.style) for line in entry.lines)
    ground = tint(entry.shade, 0.07) if entry.day else tint(PALE, 0.12)
    sheet.box(Box(edge - (wide if right else 0), top, wide, height(entry.lines)), ground, None, round_by=0, over=0.45)
    sheet.words(edge, top, entry.lines, "right" if right else "left")


def _bar(sheet: Sheet, plan: Plan, entry: Entry, y: float) -> None:
    """Draw the days that a month or a year has; where it goes on beyond the picture, its end points there."""
    shade = tint(entry.shade, 0.5)
    sheet.line([(entry.span[0], y), (entry.span[1], y)], Pen(shade, 3), over=1)
    if entry.day and entry.day.first_day < plan.scale.first:
        sheet.mark((entry.span[0] + 2, y), "<", 7, shade)
    if entry.day and entry.day.last_day > plan.scale.last:
        sheet.mark((entry.span[1] - 2, y), ">", 7, shade)


def _described(plan: Plan) -> str:
    told = [(lane.name, [_said(entry) for entry in lane.entries]) for lane in plan.lanes]
    return telling.described(plan.answer, told)


def _said(entry: Entry) -> str:
    return f"{entry.speaker} {entry.sign.meaning} ({entry.day or telling.NO_DAY})"
