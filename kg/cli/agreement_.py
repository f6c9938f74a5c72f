"""`kg agreement`."""

from typing import TYPE_CHECKING

import click

from kg.cli._common import by_option, count, format_option, open_view, output, print_json, print_result
from kg.cli._days import days_options, parsed_days

if TYPE_CHECKING:
    from kg.corroborate.agreement import By

COLUMNS = ("left", "right", "shared", "agree", "contradict")


@click.command("agreement")
@by_option("Whom to compare.")
@days_options
@click.option("--shared", type=click.IntRange(1), default=1, show_default=True, help="Only who share so many claims.")
@click.option("--most", type=click.IntRange(1), metavar="N", help="Only the N pairs that share most.")
@click.option("--plot", metavar="FILE", help="Draw the matrix to a .png or .svg file, and print nothing.")
@format_option("table", "csv", "json")
@click.pass_context
def command(
    ctx: click.Context, /, by: "By", shared: int, most: int | None, plot: str | None, form: str, **words: str | None
) -> None:
    """Show how many claims each two sources, sides or publishers share, agree on and contradict."""
    from pyoxigraph import Literal  # noqa: PLC0415

    from kg.corroborate.agreement import agreement  # noqa: PLC0415
    from kg.pictures.drawing import picture_format  # noqa: PLC0415
    from kg.pictures.matrix import draw_matrix  # noqa: PLC0415
    from kg.query.run import Rows  # noqa: PLC0415
    from kg.table import open_table  # noqa: PLC0415

    days = parsed_days(**words)
    if plot:
        picture_format(plot)
    with open_view(ctx) as view:
        with open_table(view) as table:
            matrix = agreement(table, by, **days._asdict(), shared=shared, most=most)
        for note in matrix.notes:
            click.echo(f"note: {note}", err=True)
        found = [(row.left_name, row.right_name, row.shared, row.agree, row.contradict) for row in matrix.rows]
        if plot:
            with output(plot) as stream:
                draw_matrix(matrix, stream, picture_format(plot))
            click.echo(f"{count(found, 'pair')} drawn to {plot}", err=True)
        elif form == "json":
            print_json([dict(zip(COLUMNS, row, strict=True)) for row in found])
        else:
            print_result(Rows(COLUMNS, tuple(tuple(Literal(value) for value in row) for row in found)), form, view.base)
