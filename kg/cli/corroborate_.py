"""`kg corroborate`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kg.cli._common import format_option, open_view, print_json, progress
from kg.cli._verdict import print_verdict
from kg.errors import UsageError


@click.command("corroborate")
@click.argument("question", nargs=-1, metavar="WORDS|IRI")
@click.option("--as-of", metavar="DAY", help="Answer from what had been published by then.")
@click.option("--batch", metavar="FILE", help='JSON lines {"key": …, "claim": words}; one verdict a line. - is stdin.')
@format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, question: tuple[str, ...], as_of: str | None, batch: str | None, form: str) -> None:
    """Show who stands behind a claim and who against it, and how many of them are independent."""
    from kg.inquiry import Inquiry  # noqa: PLC0415

    if bool(question) == bool(batch):
        raise UsageError("give a claim in words or by its id, or --batch FILE")
    day = parsed_day(as_of)
    with open_view(ctx) as view:
        inquiry = Inquiry(view, day)
        if batch:
            for row in progress(list(rows(batch)), "corroborating"):
                verdict = {"key": row["key"]} | inquiry.corroborate(row["claim"]).to_json()
                click.echo(json.dumps(verdict, ensure_ascii=False))
            return
        answer = inquiry.corroborate(" ".join(question)).to_json()
    print_json(answer) if form == "json" else print_verdict(answer)


def parsed_day(text: str | None) -> Any:
    """Check a day of the command line."""
    from kg.dates import PartialDate  # noqa: PLC0415

    try:
        return PartialDate(text) if text else None
    except ValueError as error:
        raise UsageError(f"--as-of: {error}") from error


def rows(batch: str) -> Iterator[dict[str, str]]:
    """Read the questions of a batch; raises UsageError naming the line that is none."""
    try:
        lines = (sys.stdin.read() if batch == "-" else Path(batch).read_text(encoding="utf-8")).splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"--batch {batch}: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield {"key": row["key"], "claim": str(row["claim"])}
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f'{batch}:{number}: no question; write {{"key": …, "claim": words}}') from error
