"""`kg stats`."""

import click

from kg.cli._common import ask, format_option, open_view, print_result


@click.command("stats")
@format_option("table", "csv", "json")
@click.pass_context
def command(ctx: click.Context, form: str) -> None:
    """Count what the graph holds."""
    with open_view(ctx) as view:
        print_result(ask(view, "stats"), form, view.base)
