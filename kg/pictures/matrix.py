"""Draws who agrees with whom as a matrix: a square for each two, its parts the claims they agree on and contradict."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.corroborate.agreement import Agreement, Row
from kg.pictures.drawing import AGREES, CONTRADICTS, FAINT, INK, drawing, save

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SHOWN = 40  # names at most: those who share most
CELL = 0.34  # inches
LONGEST = 34  # characters of a name
FULLEST = 0.92  # of a cell is filled by the pair that shares most
EMPTIEST = 0.22
ROOMY = 0.45  # of a cell: from here on the number is written into it


def draw_matrix(found: Agreement, path: str) -> int:
    """Write the matrix to a PNG or SVG file, and say how many names had no room."""
    names = _order(found.rows)
    shown = names[:SHOWN]
    side = max(len(shown) * CELL, 3 * CELL)
    with drawing(side + 3.2, side + 2.4) as figure:
        axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        _frame(axes, shown, found, len(names) - len(shown))
        most = max((row.shared for row in found.rows), default=1)
        for row in found.rows:
            if row.left in shown and row.right in shown:
                _cell(axes, row, shown, most)
        save(figure, path)
    return len(names) - len(shown)


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


def _frame(axes: "Axes", shown: Sequence[str], found: Agreement, hidden: int) -> None:
    labels = _labels(found.rows)
    count = len(shown)
    edge = max(count, 1) - 0.5
    axes.set_xlim(-0.5, edge)
    axes.set_ylim(edge, -0.5)
    axes.set_aspect("equal")
    axes.set_xticks(range(count), [labels[name] for name in shown], rotation=50, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(count), [labels[name] for name in shown])
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    for place in range(count):
        axes.axhline(place, color=FAINT, linewidth=0.3, alpha=0.4, zorder=0)
        axes.axvline(place, color=FAINT, linewidth=0.3, alpha=0.4, zorder=0)
    who = {"source": "sources", "party": "sides", "publisher": "publishers"}[found.by]
    more = f"; {hidden} more that share less are not shown" if hidden > 0 else ""
    title = f"Claims that two {who} share: how many, and how they stand to them{more}"
    axes.set_title(title if shown else f"No two {who} share a claim", loc="left", fontsize=10, color=INK, pad=26)
    _legend(axes)


def _labels(rows: Iterable[Row]) -> dict[str, str]:
    names = {name: label for row in rows for name, label in ((row.left, row.left_name), (row.right, row.right_name))}
    return {name: label if len(label) <= LONGEST else f"{label[:LONGEST].rstrip()} …" for name, label in names.items()}


def _legend(axes: "Axes") -> None:
    from matplotlib.patches import Patch  # noqa: PLC0415

    patches = [
        Patch(facecolor=AGREES, label="they agree"),
        Patch(facecolor=CONTRADICTS, label="they contradict", hatch="///", edgecolor="white"),
    ]
    axes.legend(handles=patches, loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False, borderaxespad=0.2)


def _cell(axes: "Axes", row: Row, shown: Sequence[str], most: int) -> None:
    """Draw a pair on both sides of the diagonal: its area says how much they share, its parts how they stand."""
    from matplotlib.patches import Rectangle  # noqa: PLC0415
    from matplotlib.patheffects import withStroke  # noqa: PLC0415

    size = EMPTIEST + (FULLEST - EMPTIEST) * (row.shared / most) ** 0.5
    for x, y in ((shown.index(row.left), shown.index(row.right)), (shown.index(row.right), shown.index(row.left))):
        agreed = size * row.agree / row.shared
        corner = (x - size / 2, y - size / 2)
        axes.add_patch(Rectangle(corner, agreed, size, facecolor=AGREES, linewidth=0))
        rest = (corner[0] + agreed, corner[1])
        if row.contradict:
            against = Rectangle(rest, size - agreed, size, facecolor=CONTRADICTS, hatch="//////", edgecolor="white")
            against.set_linewidth(0)
            axes.add_patch(against)
        if size > ROOMY:
            label = axes.text(x, y, str(row.shared), ha="center", va="center", fontsize=7, color="white")
            label.set_path_effects([withStroke(linewidth=2, foreground=INK)])
