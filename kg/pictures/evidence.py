"""Draws what stands behind a claim: from who published it, on the left, to the claim itself, on the right."""

from collections.abc import Container, Sequence
from itertools import groupby
from typing import IO

from kg.corroborate.verdict import Corroboration
from kg.model import Iri
from kg.pictures import legend, telling
from kg.pictures.drawing import DASHED, DOTTED, WHOLE, Box, Pen, Sheet, drawing, need_matplotlib, save
from kg.pictures.evidence_plan import (
    ADMISSION,
    HOP,
    MARGIN,
    MINUS,
    PAD,
    PASSED,
    PLUS,
    PUBLISHER,
    QUIET,
    SAID,
    Block,
    Plan,
    Row,
)
from kg.pictures.lettering import Line, Style, height, width
from kg.pictures.palette import INK, PALE, PAPER, SOFT, tint

COLUMN, SIDE = Style(size=7, ink=SOFT), Style(size=9, bold=True)
CHAIN = Pen(SOFT, 0.9)
STUB = 17.0  # from an origin to its sign
TRUNK = 34.0  # from an origin to the line that gathers those for the claim; the other runs beside it
BESIDE = 8.0
NOTHING = "nothing in the graph says it or denies it"


def draw_evidence(answer: Corroboration, stream: IO[bytes], form: str, picked: Container[Iri] | None = None) -> None:
    """Write the picture of the evidence of a claim as "png" or "svg"; with `picked` of those statements only."""
    need_matplotlib()
    plan = Plan(answer, picked)
    with drawing(plan.width, plan.height) as sheet:
        put(sheet, plan)
        save(sheet, stream, form, f"Evidence of the claim: {answer.text}", _described(plan))


def put(sheet: Sheet, plan: Plan) -> None:
    """Draw all that was planned."""
    sheet.words(MARGIN, MARGIN, plan.title)
    _headings(sheet, plan)
    _gather(sheet, plan)
    _claim(sheet, plan)
    for block in plan.blocks:
        _origin(sheet, block)
        for row in block.rows:
            _row(sheet, plan, block, row)
        for _, same in groupby(block.rows, key=lambda row: row.document):
            _publisher(sheet, plan, list(same))
    if not plan.blocks:
        sheet.words(MARGIN, plan.claim_box.middle - 6, [Line(NOTHING, QUIET)])
    if plan.near:
        _near(sheet, plan)
    legend.draw_legend(sheet, plan.legend, MARGIN, plan.legend_y, plan.room)


def _headings(sheet: Sheet, plan: Plan) -> None:
    passed = [(plan.hop_x[0], "passed on by")] if plan.hop_x else []
    found = [(plan.publisher_x, "published by"), *passed, (plan.said_x, "said by"), (plan.origin_x, "origin")]
    for x, words in found if plan.blocks else ():
        sheet.words(x, plan.columns_y, [Line(words, COLUMN)])
    sheet.words(plan.claim_x, plan.claim_box.y - 12, [Line("claim", COLUMN)])
    for y, words, sign in plan.headings:
        _sign(sheet, (MARGIN + 7, y + 9), sign)
        sheet.words(MARGIN + 19, y + 3, [Line(words, SIDE)])
        start = MARGIN + 19 + width(words, SIDE) + 8
        sheet.line([(start, y + 9), (plan.claim_x - 64, y + 9)], Pen(tint(PALE, 0.5), 0.6))


def _sign(sheet: Sheet, at: tuple[float, float], sign: str) -> None:
    sheet.mark(at, "o", 13, PAPER, Pen(INK, 1))
    sheet.mark(at, sign, 7, INK, Pen(INK, 2) if sign == MINUS else None)


def _gather(sheet: Sheet, plan: Plan) -> None:
    """Draw the two lines that gather the origins of each side and lead to the claim."""
    both = bool(plan.supporting and plan.denying)
    for blocks, dashes, across, down in (
        (plan.supporting, WHOLE, TRUNK, -9.0),
        (plan.denying, DASHED, TRUNK + BESIDE, 9.0),
    ):
        if blocks:
            x = blocks[0].box.right + across
            port = plan.claim_box.middle + (down if both else 0)
            ends = [port, *(block.box.middle for block in blocks)]
            pen = Pen(INK, 1.4, dashes)
            sheet.line([(x, min(ends)), (x, max(ends))], pen)
            sheet.line([(x, port), (plan.claim_x, port)], pen)
            for block in blocks:
                end = (x, block.box.middle)
                ink = pen if block.known else Pen(SOFT, 1.4, DOTTED)
                sheet.line([(block.box.right, block.box.middle), end], ink)


def _claim(sheet: Sheet, plan: Plan) -> None:
    box = plan.claim_box
    sheet.box(box, tint(INK, 0.05), Pen(INK, 1.4))
    y = box.y + 2 * PAD
    sheet.words(box.x + 2 * PAD, y, plan.claim)
    y += height(plan.claim) + PAD
    wide = max(width(line.words, line.style) for line in plan.verdict) + 3 * PAD
    sheet.box(Box(box.x + 2 * PAD, y, wide, height(plan.verdict) + 1.5 * PAD), INK, None, over=2)
    sheet.words(box.x + 3.5 * PAD, y + 0.75 * PAD, plan.verdict)


def _origin(sheet: Sheet, block: Block) -> None:
    origin, box = block.shown.origin, block.box
    sheet.box(box, tint(block.shade), Pen(block.shade, 2.2 if block.admits else 1.0, WHOLE if block.known else DOTTED))
    sheet.box(Box(box.x, box.y, 4, box.height), block.shade, None, round_by=0, over=2)
    sheet.words(box.x + PAD + 6, box.middle - height(block.words) / 2, block.words)
    at = (box.right + STUB, box.middle)
    _sign(sheet, at, PLUS if origin.affirms else MINUS)
    if block.admits:
        sheet.mark((at[0], at[1] - 12), ADMISSION, 7, INK)


def _row(sheet: Sheet, plan: Plan, block: Block, row: Row) -> None:
    said = Box(plan.said_x, row.y, SAID, row.height)
    sheet.box(said, PAPER, Pen(block.shade, 1.0))
    sheet.words(said.x + PAD + 2, said.middle - height(row.said) / 2, row.said)
    sheet.line([(said.right, row.middle), (plan.origin_x, row.middle)], Pen(block.shade, 1.0))
    start = plan.publisher_x + PUBLISHER
    for x, hop in zip(plan.hop_x, row.hops, strict=False):
        _passed(sheet, start, x, row.middle)
        tall = height(hop) + PAD
        sheet.box(Box(x, row.middle - tall / 2, HOP, tall), PAPER, Pen(SOFT, 0.8), round_by=min(tall / 2, 8))
        sheet.words(x + HOP / 2, row.middle - height(hop) / 2, hop, "center")
        start = x + HOP
    _passed(sheet, start, plan.said_x, row.middle)


def _passed(sheet: Sheet, start: float, end: float, y: float) -> None:
    sheet.line([(start, y), (end, y)], CHAIN)
    sheet.mark((start + 3, y), PASSED, 4, SOFT)


def _publisher(sheet: Sheet, plan: Plan, rows: Sequence[Row]) -> None:
    """Draw a document once for all its passages that follow each other."""
    words = rows[0].publisher
    box = Box(plan.publisher_x, rows[0].y, PUBLISHER, rows[-1].y + rows[-1].height - rows[0].y)
    sheet.box(box, tint(PALE, 0.1), Pen(SOFT, 0.8), round_by=0)
    sheet.words(box.x + PAD, box.middle - height(words) / 2, words)


def _near(sheet: Sheet, plan: Plan) -> None:
    sheet.words(MARGIN, plan.near_y, [Line("comes near, but does not count", Style(size=8, bold=True, ink=SOFT))])
    top = plan.near_y + 14
    sheet.words(MARGIN + 14, top, plan.near)
    sheet.line([(MARGIN + 5, top), (MARGIN + 5, top + height(plan.near))], Pen(PALE, 1, DOTTED))


def _described(plan: Plan) -> str:
    told = [
        (what, [telling.stand(block.shown.origin, plan.answer.evidence) for block in blocks])
        for what, blocks in (("For it", plan.supporting), ("Against it", plan.denying))
    ]
    return telling.described(plan.answer, told)
