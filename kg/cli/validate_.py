"""`kg validate`."""

import sys

import click

from kg.cli._common import count, open_view
from kg.iris import compact


@click.command("validate")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Check the graph against its shapes, the table and the text index against the graph; names all that fails."""
    from kg.rdf.validate import validate  # noqa: PLC0415
    from kg.search.check import differences as of_index  # noqa: PLC0415
    from kg.table import differences as of_table  # noqa: PLC0415

    with open_view(ctx) as view:
        violations = (*validate(view.quads()), *of_table(view), *of_index(view))
        for found in violations:
            click.echo(f"{compact(found.node, view.base)}  {found.rule}  {found.message}")
    click.echo(count(violations, "problem") if violations else "the graph is valid", err=True)
    sys.exit(1 if violations else 0)
