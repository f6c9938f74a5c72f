"""`kg retract`."""

import click

from kg.cli._common import open_store


@click.command("retract")
@click.argument("judgement")
@click.pass_context
def command(ctx: click.Context, judgement: str) -> None:
    """Take back a judgement or a grade that a person made, by its id; that it was made stays on record."""
    from kg.iris import compact, expand  # noqa: PLC0415
    from kg.judging import retract  # noqa: PLC0415

    with open_store(ctx) as store:
        name = expand(judgement.strip(), store.base)
        retract(store, name)
        click.echo(f"{compact(name, store.base)} is taken back", err=True)
