"""Where all is in a timeline, found out before anything is drawn: a lane a party, a mark for each who said it."""

from collections.abc import Container, Iterable, Iterator

from kg.corroborate.verdict import Corroboration
from kg.model import Iri
from kg.pictures import legend, telling
from kg.pictures.drawing import Box, Pen
from kg.pictures.lanes import NEAR, SIGNS, Entry, Lane, lanes
from kg.pictures.lettering import Line, Style, height, width, wrapped
from kg.pictures.palette import INK, PALE, PAPER, SOFT
from kg.pictures.rows import party_colours
from kg.pictures.timescale import scale

MARGIN, PAD = 18.0, 5.0
LANE, PLOT, UNKNOWN = 112.0, 590.0, 142.0  # widths: names of parties, days, day unknown
GAP, LABEL = 10.0, 122.0
MARK = 7.5  # from the middle of a mark to its words
CARRIERS = 4  # of one mark are named
TITLE, SUBTITLE = Style(size=12, bold=True), Style(size=8.5, ink=SOFT)
PARTY = Style(size=8.5, bold=True)
NAME, FAR, QUIET = Style(size=7.5, bold=True), Style(size=7.5, ink=SOFT), Style(size=7, ink=SOFT)


class Plan:
    """The timeline of one claim; with `picked` only of the statements in it."""

    def __init__(self, answer: Corroboration, picked: Container[Iri] | None = None) -> None:
        self.answer = answer
        self.colours = party_colours(answer)
        told = [*answer.supports, *answer.denies, *answer.qualifies]
        kept = [each for each in told if picked is None or each.testimony.statement in picked]
        self.lanes, hidden = lanes(kept, answer.evidence, self.colours)
        self.entries = [entry for lane in self.lanes for entry in lane.entries]
        self.undated = any(entry.day is None for entry in self.entries)
        self.left = MARGIN + LANE + GAP
        right = self.left + PLOT
        self.unknown_x = right + GAP
        self.width = (self.unknown_x + UNKNOWN if self.undated else right) + MARGIN
        self.room = self.width - 2 * MARGIN
        self.scale = scale((entry.day for entry in self.entries if entry.day), self.left, right)
        notes = telling.left_out(answer, picked, 0)
        notes += [f"{telling.counted(hidden, 'more mark')} not shown"] if hidden else []
        self._down(notes)

    def name(self, lane: Lane) -> list[Line]:
        """Give the name of a party as lines."""
        return wrapped(lane.name, LANE - 2 * PAD - 4, PARTY, 3)

    def _down(self, notes: Iterable[str]) -> None:
        self.title = wrapped(self.answer.text, self.room, TITLE, 3)
        for words in (telling.verdict(self.answer), *notes):
            self.title += wrapped(words, self.room, SUBTITLE, 2)
        self.axis_y = MARGIN + height(self.title) + 10
        y = self.top = self.axis_y + 14
        for lane in self.lanes:
            tall = max(self._pack(lane, y + PAD), height(self.name(lane))) + 2 * PAD
            lane.box = Box(MARGIN, y, self.room, tall)
            y += tall + 4
        self.bottom = y - 4 if self.lanes else y + 20
        self.legend_y = self.bottom + 24
        self.legend = [*self._legend()]
        self.height = self.legend_y + legend.height(self.legend, self.room) + MARGIN

    def _pack(self, lane: Lane, top: float) -> float:
        """Place the entries of a lane, each as high up as it finds room, and say how tall they are together."""
        placed: list[Box] = []
        for entry in sorted(lane.entries, key=lambda each: (each.day is None, each.day or "", each.speaker)):
            self._measure(entry)
            wide, tall = self._extent(entry)
            x = min(entry.left, entry.span[0]) if entry.is_bar else min(entry.left, entry.at - MARK)
            tops = sorted({top, *(box.y + box.height + 3 for box in placed)})
            boxes = (Box(x, y, wide, tall) for y in tops)
            entry.box = next(box for box in boxes if not any(_meet(box, other) for other in placed))
            placed.append(entry.box)
        return max((box.y + box.height for box in placed), default=top) - top

    def _measure(self, entry: Entry) -> None:
        """Find the words of an entry and where they stand: right of its mark, or left where there is no room."""
        if entry.day is None:
            entry.span = (self.unknown_x + MARK + 2,) * 2
        elif entry.is_bar:
            entry.span = self.scale.start(entry.day.first_day), self.scale.end(entry.day.last_day)
        else:
            entry.span = (self.scale.middle(entry.day.first_day),) * 2
        entry.lines = wrapped(entry.speaker, LABEL, FAR if entry.sign == NEAR else NAME, 2)
        entry.lines += wrapped(f"on a day of {entry.day}", LABEL, QUIET, 1) if entry.is_bar else []
        for road in entry.carriers[:CARRIERS]:
            entry.lines += wrapped(f"← {road}", LABEL, QUIET, 2)
        if len(entry.carriers) > CARRIERS:
            entry.lines += wrapped(f"and {len(entry.carriers) - CARRIERS} more", LABEL, QUIET, 1)
        wide = max(width(line.words, line.style) for line in entry.lines)
        edge = self.unknown_x + UNKNOWN if entry.day is None else self.scale.right
        start = entry.span[0] if entry.is_bar else entry.at + MARK
        back = edge - wide if entry.is_bar else entry.at - MARK - wide
        entry.left = start if start + wide <= edge else back

    def _extent(self, entry: Entry) -> tuple[float, float]:
        wide = max(width(line.words, line.style) for line in entry.lines)
        if entry.is_bar:
            start, end = min(entry.left, entry.span[0]), max(entry.left + wide, entry.span[1])
            return end - start, height(entry.lines) + 2 * MARK
        return wide + 2 * MARK, height(entry.lines)

    def _legend(self) -> Iterator[legend.Entry]:
        used = {entry.sign for entry in self.entries}
        for sign in SIGNS:
            if sign in used:
                pen = None if sign.filled else Pen(INK, 1.2)
                yield legend.symbol(sign.meaning, sign.shape, sign.size, INK if sign.filled else PAPER, pen)
        if any(entry.is_bar for entry in self.entries):
            yield legend.stroke("on one of these days, not known which", Pen(PALE, 3))
        if self.entries:
            yield legend.Entry("← in whose report")


def _meet(one: Box, other: Box) -> bool:
    across = one.x < other.right + 6 and other.x < one.right + 6
    return across and one.y < other.y + other.height + 2 and other.y < one.y + one.height + 2
