"""`kg extract`."""

import json
import sys

import click

from kg.cli._hints import HINTS, Hinted


@click.command("extract")
@click.argument("paths", nargs=-1, required=True)
@HINTS
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="How many processes read.")
@click.option("--with-text", is_flag=True, help="Add the text as read, which the offsets count in.")
@click.option("--entities", type=click.Path(exists=True, dir_okay=False), help="Turtle file of actors and places.")
def command(paths: tuple[str, ...], jobs: int, with_text: bool, entities: str | None, **hinted: str | None) -> None:
    """Find who says what, without storing it: one JSON line a document."""
    from pathlib import Path  # noqa: PLC0415

    from kg.errors import UnreadableError  # noqa: PLC0415
    from kg.ingest import read_documents  # noqa: PLC0415
    from kg.lines import to_line  # noqa: PLC0415
    from kg.rdf.entities import load_entities  # noqa: PLC0415
    from kg.tools import Recipe, Tools, Understood  # noqa: PLC0415
    from kg.workers import understand  # noqa: PLC0415

    hints, nlp = Hinted.of(hinted)
    tools = Tools(Recipe(entities=load_entities(Path(entities)) if entities else (), nlp=nlp))
    refused = False
    for found in understand(read_documents(paths, hints, tools.recipe.minter), tools, jobs=jobs):
        if isinstance(found, Understood):
            click.echo(json.dumps(to_line(found, tools.recipe.entities, with_text=with_text), ensure_ascii=False))
        elif isinstance(found, UnreadableError):
            refused = True
            click.echo(f"refused: {found}", err=True)
    sys.exit(1 if refused else 0)
