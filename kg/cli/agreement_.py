"""`kg agreement`."""

from typing import TYPE_CHECKING

import click

from kg.cli._common import format_option, open_view, print_json, print_result

if TYPE_CHECKING:
    from kg.corroborate.agreement import By

COLUMNS = ("left", "right", "shared", "agree", "contradict")


@click.command("agreement")
@click.option("--by", type=click.Choice(["source", "party", "publisher"]), default="source", show_default=True,
              help="Whom to compare.")  # fmt: skip
@format_option("table", "csv", "json")
@click.pass_context
def command(ctx: click.Context, by: "By", form: str) -> None:
    """Show how many claims each two sources, sides or publishers share, agree on and contradict."""
    from pyoxigraph import Literal  # noqa: PLC0415

    from kg.corroborate.agreement import agreement  # noqa: PLC0415
    from kg.inquiry import Inquiry  # noqa: PLC0415
    from kg.query.run import Rows  # noqa: PLC0415

    with open_view(ctx) as view:
        found = [
            (row.left_name, row.right_name, row.shared, row.agree, row.contradict)
            for row in agreement(Inquiry(view).evidence, by).rows
        ]
        if form == "json":
            print_json([dict(zip(COLUMNS, row, strict=True)) for row in found])
        else:
            print_result(Rows(COLUMNS, tuple(tuple(Literal(value) for value in row) for row in found)), form, view.base)
