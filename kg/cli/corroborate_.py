"""`kg corroborate`."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import format_option, open_view, print_json, progress, read_text
from kg.cli._days import parsed_day
from kg.cli._verdict import print_verdict
from kg.errors import KgError, UnreadableError, UsageError

if TYPE_CHECKING:
    from kg.inquiry import Inquiry

_QUESTION = 'write {"key": …, "claim": words}'


@click.command("corroborate")
@click.argument("question", nargs=-1, metavar="WORDS|IRI")
@click.option("--as-of", metavar="DAY", help="Answer from what had been published by then.")
@click.option("--batch", metavar="FILE", help='JSON lines {"key": …, "claim": words}; one verdict a line. - is stdin.')
@format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, question: tuple[str, ...], as_of: str | None, batch: str | None, form: str) -> None:
    """Show who stands behind a claim and who against it, and how many of them are independent."""
    from kg.inquiry import Inquiry  # noqa: PLC0415

    words = " ".join(question).strip()
    if bool(words) == (batch is not None):
        raise UsageError("give a claim in words or by its id, or --batch FILE")
    day = parsed_day("--as-of", as_of)
    with open_view(ctx) as view:
        inquiry = Inquiry(view, day)
        if batch is not None:
            sys.exit(answer_all(inquiry, batch))
        answer = inquiry.corroborate(words).to_json()
    print_json(answer) if form == "json" else print_verdict(answer)


def answer_all(inquiry: "Inquiry", batch: str) -> int:
    """Print the verdict on each question of a batch; what is no question is refused. Gives the exit code."""
    refused = 0
    for number, line in enumerate(progress(read_text("--batch", batch).splitlines(), "corroborating"), 1):
        try:
            if line.strip():
                key, claim = asked(line)
                click.echo(json.dumps({"key": key} | inquiry.corroborate(claim).to_json(), ensure_ascii=False))
        except KgError as error:
            refused = 1
            click.echo(f"refused: {batch}:{number}: {error}", err=True)
    return refused


def asked(line: str) -> tuple[Any, str]:
    """Take a line of a batch apart into its key and its claim."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"no JSON; {_QUESTION}") from error
    if not isinstance(row, dict):
        raise UnreadableError(f"no object; {_QUESTION}")
    if missing := sorted({"key", "claim"} - row.keys()):
        raise UnreadableError(f"no {' and no '.join(map(repr, missing))}; {_QUESTION}")
    if not isinstance(row["claim"], str) or not row["claim"].strip():
        raise UnreadableError("the claim holds no words")
    return row["key"], row["claim"]
