"""`kg ingest`."""

import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kg.cli._common import count, note_problems, open_store, progress
from kg.cli._hints import HINTS, Hinted

if TYPE_CHECKING:
    from kg.pipeline import Outcome

UNSAID = {"--publisher": "a publisher", "--published": "a day of publication"}


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True)
@HINTS
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="How many processes read.")
@click.option("--no-text", is_flag=True, help="Keep the quotes only, not the full texts.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], jobs: int, no_text: bool, **hinted: str | None) -> None:
    """Read articles, find who says what in them, and store it.

    PATHS are files (.md, .txt, .html, .jsonl), folders, or - for stdin.
    Lines that kg extract --with-text wrote are taken as they are, not read again.
    """
    from kg.pipeline import ingest  # noqa: PLC0415

    hints, nlp = Hinted.of(hinted)
    tally = Counter[str]()
    with open_store(ctx) as store:
        outcomes = ingest(paths, store, hints=hints, nlp=nlp, jobs=jobs, keep_text=not no_text)
        try:
            for outcome in progress(outcomes, "reading"):
                tally["statements"] += outcome.statements
                tally["refused" if outcome.error else "known" if outcome.known else "stored"] += 1
                tally.update(unsaid(outcome))
                report(outcome)
        except KeyboardInterrupt as error:
            stored = count(tally["stored"], "document")
            raise click.ClickException(f"interrupted; {stored} stored; give the same command to go on") from error
    stored, statements = count(tally["stored"], "document"), count(tally["statements"], "statement")
    for option in (each for each in UNSAID if tally[each]):
        without = f"{count(tally[option], 'document')} without {UNSAID[option]}"
        click.echo(f"note: {without}; say it in the file or with {option}", err=True)
    click.echo(f"{stored} stored with {statements}, {tally['known']} known, {tally['refused']} refused", err=True)
    sys.exit(1 if tally["refused"] else 0)


def unsaid(outcome: "Outcome") -> Iterator[str]:
    """Give the options that would say what is not known of a document that was stored."""
    if not outcome.error and not outcome.known:
        if outcome.publisher is None:
            yield "--publisher"
        if outcome.published is None:
            yield "--published"


def report(outcome: "Outcome") -> None:
    """Say on stderr what was refused, and what could not be understood."""
    if outcome.error:
        click.echo(f"refused: {outcome.error}", err=True)
    note_problems(outcome.location, outcome.problems)
