"""`kg explain`."""

import shutil
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kg.cli._common import format_option, open_view, print_json
from kg.cli._days import parsed_day

if TYPE_CHECKING:
    from kg.explain import Part

NARROWEST = 60  # columns
LEFT_OUT = 3  # reasons for which something was left out that are shown; JSON has all


@click.command("explain")
@click.argument("iri")
@click.option("--as-of", metavar="DAY", help="Explain from what had been published by then.")
@format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, iri: str, as_of: str | None, form: str) -> None:
    """Show the evidence behind a claim, statement or judgement, down to the characters of the text."""
    from kg.corroborate.evidence import load  # noqa: PLC0415
    from kg.explain import explain  # noqa: PLC0415

    with open_view(ctx) as view:
        found = explain(iri, load(view, as_of=parsed_day("--as-of", as_of)), view)
        if form == "json":
            print_json(found.to_json(view.base))
            return
        for line in tree(found, view.base, shutil.get_terminal_size((120, 24)).columns):
            click.echo(line)


def tree(part: "Part", base: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """Draw a part and all it rests on as lines of at most `width` columns, where they are wide enough."""
    from kg.iris import compact  # noqa: PLC0415

    words = f"{part.text}  [{compact(part.id, base)}]" if part.id else part.text
    below = rest + ("│  " if part.parts else "   ")
    yield from textwrap.wrap(
        words, max(width, len(first) + NARROWEST), initial_indent=first, subsequent_indent=below,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    shown = [*_shown(part, base)]
    for number, each in enumerate(shown, 1):
        last = number == len(shown)
        yield from tree(each, base, width, rest + ("└─ " if last else "├─ "), rest + ("   " if last else "│  "))


def _shown(part: "Part", base: str) -> Iterator["Part"]:
    from kg.explain import Part  # noqa: PLC0415
    from kg.iris import compact  # noqa: PLC0415

    left_out = [each for each in part.parts if each.kind == "left-out"]
    hidden = left_out[LEFT_OUT:]
    yield from (each for each in part.parts if each not in hidden)
    if hidden and part.id:
        again = f"kg explain {compact(part.id, base)} --format json"
        yield Part(kind="other", text=f"left out for {len(hidden)} more reasons: {again}")
