"""`kg reindex`."""

import click

from kg.cli._common import count, open_store


@click.command("reindex")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Make anew what is kept beside the graph to answer faster: the table of statements and the text index.

    After an ingest that was ended halfway, what follows from the graph is derived first.
    """
    from kg.beside import refresh  # noqa: PLC0415
    from kg.corroborate.derive import derive  # noqa: PLC0415
    from kg.store import is_stale  # noqa: PLC0415

    with open_store(ctx) as store:
        if is_stale(store):
            derive(store)
        statements, texts = refresh(store)
    click.echo(f"{count(statements, 'statement')} in the table, {count(texts, 'text')} in the index", err=True)
