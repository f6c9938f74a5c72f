"""Where all is in the picture of the evidence of a claim, found out before anything is drawn.

Columns from the left: who published it, who passed it on, who said it, the origin, the claim.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from kg.corroborate.relevance import Bearing
from kg.corroborate.verdict import Corroboration
from kg.model import Iri
from kg.pictures import legend, telling
from kg.pictures.drawing import DASHED, DOTTED, Box, Pen
from kg.pictures.lettering import Line, Style, height, wrapped
from kg.pictures.palette import INK, NOBODY, PAPER, SOFT, colour
from kg.pictures.rows import Shown, party_colours, passages, rows_of

MARGIN, PAD = 18.0, 4.0
PUBLISHER, HOP, SAID, ORIGIN, CLAIM = 108.0, 84.0, 206.0, 136.0, 128.0  # widths of the columns
GAP, REACH = 18.0, 56.0  # between columns; from an origin to the claim
HOPS = 3  # columns of those who passed it on; longer chains are counted in the last
BETWEEN_ROWS, BETWEEN_ORIGINS, HEADING = 5.0, 11.0, 20.0
NEAR = 6  # statements that only come near are listed at most

TITLE, SUBTITLE = Style(size=12, bold=True), Style(size=8.5, ink=SOFT)
CLAIMED, VERDICT = Style(size=9, bold=True), Style(size=8, bold=True, ink=PAPER)
NAME, FACT, STRESS = Style(size=8, bold=True), Style(size=7.5), Style(size=7.5, bold=True)
QUOTE, QUIET = Style(size=7, italic=True, ink=SOFT), Style(size=7.5, ink=SOFT)
ADMISSION, PLUS, MINUS, PASSED = "^", "P", "_", "<"  # matplotlib's names of the signs


@dataclass(slots=True)
class Row:
    """What one passage says, with its chain and its publisher, each with its words; `y` is its top."""

    document: Iri
    said: list[Line]
    hops: list[list[Line]]  # from the publisher's end
    publisher: list[Line]
    y: float = 0.0

    @property
    def height(self) -> float:
        """How tall it is."""
        return max(height(block) for block in (self.said, self.publisher, *self.hops)) + 2 * PAD

    @property
    def middle(self) -> float:
        """Where its lines run."""
        return self.y + self.height / 2


@dataclass(slots=True)
class Block:
    """An origin with its rows."""

    shown: Shown
    words: list[Line]
    shade: str
    rows: list[Row]
    box: Box = field(default_factory=lambda: Box(0, 0, 0, 0))

    @property
    def known(self) -> bool:
        """Whether it is known who is behind it."""
        return self.shown.origin.known

    @property
    def admits(self) -> bool:
        """Whether it speaks against its own interest."""
        return telling.admits(self.shown.origin)


class Plan:
    """The picture of the evidence of one claim; with `picked` only of the statements in it."""

    def __init__(self, answer: Corroboration, picked: Container[Iri] | None = None) -> None:
        self.answer = answer
        self.colours = party_colours(answer)
        found = rows_of(answer, picked)
        self.supporting = [self._block(each) for each in found.supporting]
        self.denying = [self._block(each) for each in found.denying]
        self._across()
        y = self._head(telling.left_out(answer, picked, found.hidden))
        y = self._sides(y)
        y = self._claim(y)
        self.near_y = y + 12
        self.near = [*self._near(picked)]
        y = self.near_y + (height(self.near) + 14 + 10 if self.near else 0)
        self.legend_y, self.legend = y, [*self._legend()]
        self.height = y + legend.height(self.legend, self.room) + MARGIN

    @property
    def blocks(self) -> list[Block]:
        """All origins, from top to bottom."""
        return [*self.supporting, *self.denying]

    # words

    def _block(self, shown: Shown) -> Block:
        origin, evidence = shown.origin, self.answer.evidence
        party, stand = telling.side(origin, evidence), telling.standing(origin)
        room = ORIGIN - 2 * PAD - 6
        words = wrapped(telling.name(origin), room, NAME, 3)
        words += wrapped(party, room, FACT, 2) if party != origin.name else []
        words += wrapped(f"▲ {stand}", room, STRESS, 2) if telling.admits(origin) else wrapped(stand, room, FACT, 2)
        words += wrapped(telling.weighs(shown.term), room, QUIET, 1)
        if shown.hidden:
            words += wrapped(f"… and {telling.counted(shown.hidden, 'more statement')}", room, QUIET, 2)
        return Block(shown, words, colour(origin.party, self.colours), [self._row(each) for each in shown.said])

    def _row(self, together: Sequence[Bearing]) -> Row:
        first, evidence, room = together[0], self.answer.evidence, SAID - 2 * PAD - 2
        facts = [telling.deed(first), telling.day(first)]
        facts += [telling.counted(len(together), "statement")] if len(together) > 1 else []
        said = wrapped(telling.speaker(first, evidence), room, NAME, 2)
        said += wrapped(" · ".join(facts), room, FACT, 2)
        if quote := first.testimony.quote.strip():
            said += wrapped(f"“{quote}”", room, QUOTE, 2)
        names = telling.carriers(first, evidence)
        if len(names) > HOPS:
            names = [*names[: HOPS - 1], f"{names[HOPS - 1]} and {len(names) - HOPS} more"]
        publisher = wrapped(telling.publisher(first, evidence), PUBLISHER - 2 * PAD, NAME, 2)
        publisher += wrapped(telling.published(first), PUBLISHER - 2 * PAD, QUIET, 2)
        hops = [wrapped(name, HOP - 2 * PAD, FACT, 3) for name in names]
        return Row(first.testimony.document, said, hops, publisher)

    def _near(self, picked: Container[Iri] | None) -> Iterator[Line]:
        """List what only comes near, a line each."""
        evidence = self.answer.evidence
        kept = [each for each in self.answer.qualifies if picked is None or each.testimony.statement in picked]
        found = passages(kept)
        for together in found[:NEAR]:
            each = together[0]
            who = f"{telling.speaker(each, evidence)} in {telling.publisher(each, evidence)}"
            yield from wrapped(f"{telling.day(each)}, {who}: {'; '.join(each.reasons)}", self.room - 14, QUIET, 1)
        if more := sum(map(len, found[NEAR:])):
            yield Line(f"… and {more} more", QUIET)

    # places

    def _across(self) -> None:
        hops = max((len(row.hops) for block in self.blocks for row in block.rows), default=0)
        self.publisher_x = MARGIN
        self.hop_x = [MARGIN + PUBLISHER + GAP + place * (HOP + GAP) for place in range(hops)]
        self.said_x = MARGIN + PUBLISHER + GAP + hops * (HOP + GAP)
        self.origin_x = self.said_x + SAID + GAP
        self.claim_x = self.origin_x + ORIGIN + REACH
        self.width = self.claim_x + CLAIM + MARGIN
        self.room = self.width - 2 * MARGIN

    def _head(self, notes: Sequence[str]) -> float:
        self.title = wrapped(self.answer.text, self.room, TITLE, 3)
        for words in (telling.verdict(self.answer), *notes):
            self.title += wrapped(words, self.room, SUBTITLE, 2)
        self.columns_y = MARGIN + height(self.title) + 8
        return self.columns_y + 14

    def _sides(self, y: float) -> float:
        self.top, self.between = y, y
        self.headings: list[tuple[float, str, str]] = []
        for words, sign, blocks in (("for it", PLUS, self.supporting), ("against it", MINUS, self.denying)):
            if blocks:
                self.headings.append((y, words, sign))
                self.between = y
                y = self._stack(blocks, y + HEADING) + 4
        if not (self.supporting and self.denying):
            self.between = (self.top + HEADING + y - 4) / 2
        return y

    def _stack(self, blocks: Sequence[Block], y: float) -> float:
        for block in blocks:
            rows = sum(row.height for row in block.rows) + BETWEEN_ROWS * (len(block.rows) - 1)
            tall = max(rows, height(block.words) + 2 * PAD)
            block.box = Box(self.origin_x, y, ORIGIN, tall)
            at = y + (tall - rows) / 2
            for row in block.rows:
                row.y = at
                at += row.height + BETWEEN_ROWS
            y += tall + BETWEEN_ORIGINS
        return y - BETWEEN_ORIGINS

    def _claim(self, bottom: float) -> float:
        """Place the claim where what speaks for it ends and what speaks against it begins."""
        room = CLAIM - 4 * PAD
        self.claim = wrapped(self.answer.text, room, CLAIMED, 8)
        self.verdict = wrapped(telling.plain(self.answer.verdict), room - 2 * PAD, VERDICT, 2)
        tall = height(self.claim) + height(self.verdict) + 7 * PAD
        y = max(self.top, self.between - tall / 2)
        self.claim_box = Box(self.claim_x, y, CLAIM, tall)
        return max(bottom, y + tall)

    def _legend(self) -> Iterator[legend.Entry]:
        name = self.answer.evidence.knowledge.name
        shown = {block.shown.origin.party for block in self.blocks}
        yield from (legend.swatch(name(party), shade) for party, shade in self.colours.items() if party in shown)
        if None in shown:
            yield legend.swatch(telling.NO_PARTY, NOBODY)
        if self.supporting:
            yield legend.stroke("speaks for the claim", Pen(INK, 1.4), PLUS)
        if self.denying:
            yield legend.stroke("speaks against it", Pen(INK, 1.4, DASHED), MINUS)
        if not all(block.known for block in self.blocks):
            yield legend.stroke("nobody knows who is behind it", Pen(SOFT, 1.2, DOTTED))
        if any(block.admits for block in self.blocks):
            yield legend.symbol("says it against its own interest", ADMISSION, 7, INK)
        if self.blocks:
            yield legend.symbol("was passed on to, or published by", PASSED, 5, SOFT)
