"""`kg ingest`."""

import sys

import click

from kg.cli._common import open_store, progress
from kg.cli._hints import HINTS, Hinted


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True)
@HINTS
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="How many processes read.")
@click.option("--no-text", is_flag=True, help="Keep the quotes only, not the full texts.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], jobs: int, no_text: bool, **hinted: str | None) -> None:
    """Read articles, find who says what in them, and store it.

    PATHS are files (.md, .txt, .html, .jsonl), folders, or - for stdin.
    """
    from kg.pipeline import ingest  # noqa: PLC0415

    hints, nlp = Hinted.of(hinted)
    outcomes = ingest(paths, open_store(ctx), hints=hints, nlp=nlp, jobs=jobs, keep_text=not no_text)
    stored = known = refused = statements = 0
    for outcome in progress(outcomes, "reading"):
        known += outcome.known
        statements += outcome.statements
        if outcome.error:
            refused += 1
            click.echo(f"refused: {outcome.error}", err=True)
        elif not outcome.known:
            stored += 1
        for problem in outcome.problems:
            click.echo(f"note: {outcome.document}: {problem.message}", err=True)
    click.echo(f"{stored} documents stored with {statements} statements, {known} known, {refused} refused", err=True)
    sys.exit(1 if refused else 0)
