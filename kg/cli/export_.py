"""`kg export`."""

import click

from kg.cli._common import open_view, output


@click.command("export")
@click.argument("form", metavar="FORMAT")
@click.option("-o", "--output", "target", metavar="FILE", help="Where to write; stdout when left out.")
@click.pass_context
def command(ctx: click.Context, form: str, target: str | None) -> None:
    """Write the graph for other programs.

    FORMAT is graphml, gexf, cytoscape, html or trig.
    """
    from kg.export import export, exporter  # noqa: PLC0415

    exporter(form)
    with open_view(ctx) as view, output(target) as stream:
        export(form, view, stream)
