"""Draws who agrees with whom: for each two a square of the claims they agree on, a diamond of those they do not."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import IO

from kg.corroborate.agreement import Agreement, Row
from kg.pictures import legend
from kg.pictures.drawing import Box, Pen, Sheet, drawing, need_matplotlib, save
from kg.pictures.lettering import Line, Style, height, width, wrapped
from kg.pictures.palette import AGREES, CONTRADICTS, PALE, PAPER, SOFT, tint
from kg.pictures.telling import counted

SHOWN = 40  # names at most: those who share most
MARGIN = 18.0
CELL, ROOMY, WIDEST = 19.0, 28.0, 32.0  # points: with many names, with few, with many long numbers
SIDE = 760.0  # the whole matrix at most, where cells may be larger
LONGEST = 170.0  # points of a name
FULLEST, EMPTIEST = 0.92, 0.5  # of a cell: for the pair with most claims, and for one claim at least
TOGETHER = 0.46  # of a cell for each of two marks in it
DIAMOND = 0.75  # the edge of a diamond, a little more than would make it as wide as a square
SLOPE = 1.3  # a diamond is so much wider than the number that has room in it
SLANT = 50  # degrees
COSINE, SINE = 0.643, 0.766
TITLE, SUBTITLE = Style(size=12, bold=True), Style(size=8.5, ink=SOFT)
NAME, NUMBER = Style(size=8), Style(size=6.5)
WHO = {"source": "sources", "party": "sides", "publisher": "publishers"}


class Plan:
    """The matrix: who is in it, in which order, and where."""

    def __init__(self, found: Agreement) -> None:
        self.found = found
        order = _order(found.rows)
        self.shown, self.hidden = order[:SHOWN], max(len(order) - SHOWN, 0)
        self.rows = [row for row in found.rows if row.left in self.shown and row.right in self.shown]
        self.most = max((max(row.agree, row.contradict) for row in self.rows), default=1)
        self.labels = _labels(found.rows)
        self.cell = max(min(ROOMY, max(CELL, SIDE / max(len(self.shown), 1))), min(self._room_for_numbers(), WIDEST))
        widest = max((width(self.labels[name].words, NAME) for name in self.shown), default=0.0)
        self.side = len(self.shown) * self.cell
        self.left = MARGIN + widest + 8
        self.width = max(self.left + self.side + widest * COSINE + MARGIN, 380.0)
        self.room = self.width - 2 * MARGIN
        who = WHO[found.by]
        self.title = wrapped(
            f"Claims that two {who} share" if self.shown else f"No two {who} share a claim", self.room, TITLE, 2
        )
        for words in self._notes():
            self.title += wrapped(words, self.room, SUBTITLE, 2)
        self.top = MARGIN + height(self.title) + 12 + widest * SINE + 8
        self.legend_y = self.top + self.side + 12
        self.legend = [
            legend.symbol("they agree", "s", 9, tint(AGREES, 0.4), Pen(AGREES, 1)),
            legend.symbol("they contradict each other", "D", 8, tint(CONTRADICTS, 0.4), Pen(CONTRADICTS, 1)),
            legend.Entry("the number says on how many claims"),
        ]
        self.height = self.legend_y + legend.height(self.legend, self.room) + MARGIN

    def _room_for_numbers(self) -> float:
        """Say how wide a cell has to be for two marks beside each other with the longest numbers."""
        counts = (max(row.agree, row.contradict) for row in self.rows if row.agree and row.contradict)
        return max((width(_written(count), NUMBER) for count in counts), default=0.0) * SLOPE / TOGETHER

    def _notes(self) -> list[str]:
        agree, contradict = (sum(getattr(row, what) for row in self.found.rows) for what in ("agree", "contradict"))
        pairs = counted(len(self.found.rows), "pair")
        told = [f"{pairs}, who agree {agree} times and contradict each other {contradict} times"] if self.shown else []
        more = [f"{self.hidden} more that share less are not shown"] if self.hidden else []
        return [*told, *more, *self.found.notes]

    def place(self, name: str) -> float:
        """Say how far from the first name the middle of a name's row or column is."""
        return (self.shown.index(name) + 0.5) * self.cell


def draw_matrix(found: Agreement, stream: IO[bytes], form: str) -> int:
    """Write the matrix as "png" or "svg", and say how many names had no room."""
    need_matplotlib()
    plan = Plan(found)
    with drawing(plan.width, plan.height) as sheet:
        put(sheet, plan)
        title = f"Agreement of {WHO[found.by]}"
        save(sheet, stream, form, title, _described(plan))
    return plan.hidden


def put(sheet: Sheet, plan: Plan) -> None:
    """Draw all that was planned."""
    sheet.words(MARGIN, MARGIN, plan.title)
    _frame(sheet, plan)
    for row in plan.rows:
        _pair(sheet, plan, row.left, row.right, row)
        _pair(sheet, plan, row.right, row.left, row)
    if plan.shown:
        legend.draw_legend(sheet, plan.legend, MARGIN, plan.legend_y, plan.room)


def _frame(sheet: Sheet, plan: Plan) -> None:
    sheet.box(Box(plan.left, plan.top, plan.side, plan.side), PAPER, Pen(tint(PALE, 0.5), 0.5), round_by=0, over=0.2)
    for name in plan.shown:
        x, y = plan.left + plan.place(name), plan.top + plan.place(name)
        label = plan.labels[name]
        sheet.words(plan.left - 6, y - label.height / 2, [label], "right")
        sheet.slanted(x, plan.top - 4, label, SLANT)
        half = plan.cell / 2
        _rules(sheet, plan, plan.place(name) - half)
        sheet.box(Box(x - half, y - half, plan.cell, plan.cell), tint(PALE, 0.25), None, round_by=0, over=0.4)


def _rules(sheet: Sheet, plan: Plan, at: float) -> None:
    """Draw the upper edge of a row and the left edge of a column."""
    pen = Pen(tint(PALE, 0.5), 0.5)
    x, y = plan.left + at, plan.top + at
    sheet.line([(plan.left, y), (plan.left + plan.side, y)], pen, over=0.3)
    sheet.line([(x, plan.top), (x, plan.top + plan.side)], pen, over=0.3)


def number(count: int, room: float) -> Line:
    """Write a number as large as it may be in its mark.

    >>> number(12345, 9).words
    '12k'
    """
    words = _written(count)
    size = min(NUMBER.size, NUMBER.size * room / width(words, NUMBER))
    return Line(words, Style(size=round(size, 1)))


def _written(count: int) -> str:
    return str(count) if count < 1000 else f"{count // 1000}k"


def _pair(sheet: Sheet, plan: Plan, one: str, other: str, row: Row) -> None:
    """Draw how two stand to each other in the row of the one and the column of the other."""
    x, y = plan.left + plan.place(other), plan.top + plan.place(one)
    both = bool(row.agree and row.contradict)
    marks = (("s", row.agree, AGREES, -1), ("D", row.contradict, CONTRADICTS, 1))
    for shape, count, shade, aside in marks:
        if not count:
            continue
        share = EMPTIEST + (FULLEST - EMPTIEST) * ((count - 1) / max(plan.most - 1, 1)) ** 0.5
        wide = plan.cell * (TOGETHER if both else share)
        at = (x + (aside * plan.cell / 4 if both else 0), y)
        # The size of a diamond is that of its edge.
        sheet.mark(at, shape, wide * (DIAMOND if shape == "D" else 1), tint(shade, 0.4), Pen(shade, 0.8))
        line = number(count, wide / SLOPE if shape == "D" else wide - 2)
        sheet.words(at[0], at[1] - line.height / 2, [line], "center")


def _order(rows: Sequence[Row]) -> list[str]:
    """Give the ids of all, those who share most first, each followed by whom it agrees with most."""
    total: Counter[str] = Counter()
    bonds: dict[str, Counter[str]] = {}
    for row in rows:
        for one, other in ((row.left, row.right), (row.right, row.left)):
            total[one] += row.shared
            bonds.setdefault(one, Counter())[other] += row.agree - row.contradict
    chosen = sorted(total, key=lambda name: (-total[name], name))[:SHOWN]
    rest = sorted(set(total) - set(chosen), key=lambda name: (-total[name], name))
    ordered: list[str] = []
    while len(ordered) < len(chosen):
        left = [name for name in chosen if name not in ordered]
        last = bonds[ordered[-1]] if ordered else Counter[str]()
        ordered.append(max(left, key=lambda name: (last[name], total[name], name)))
    return ordered + rest


def _labels(rows: Iterable[Row]) -> dict[str, Line]:
    names = {name: label for row in rows for name, label in ((row.left, row.left_name), (row.right, row.right_name))}
    return {name: (wrapped(label, LONGEST, NAME, 1) or [Line("?", NAME)])[0] for name, label in names.items()}


def _described(plan: Plan) -> str:
    told = [
        f"{row.left_name} and {row.right_name} agree on {row.agree} and contradict each other on {row.contradict}"
        for row in plan.rows
    ]
    return "; ".join([*plan._notes(), *told])
