"""`kg init`."""

import click

from kg.iris import DEFAULT_BASE


@click.command("init")
@click.option(
    "--base", default=DEFAULT_BASE, show_default=True, metavar="IRI", help="What the ids of the graph begin with."
)
@click.pass_context
def command(ctx: click.Context, base: str) -> None:
    """Make an empty graph."""
    from kg.store import create  # noqa: PLC0415

    location = ctx.find_root().obj
    create(location, base=base).close()
    click.echo(f"made {location}", err=True)
