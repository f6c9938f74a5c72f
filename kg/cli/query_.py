"""`kg query`."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli._common import format_option, open_view, print_result, read_text
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.query.catalog import NamedQuery


@click.command("query", context_settings={"ignore_unknown_options": True})
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAMETER VALUE]...")
@click.option("--list", "listing", is_flag=True, help="List the named queries and their parameters.")
@click.option("--file", "file", metavar="FILE", help="SPARQL of your own; - is stdin.")
@format_option("table", "csv", "json", "ttl")
@click.pass_context
def command(
    ctx: click.Context, name: str | None, parameters: tuple[str, ...], listing: bool, file: str | None, form: str
) -> None:
    """Ask a named question, or SPARQL of your own.

    \b
    kg query --list
    kg query timeline --since 2016-11-15
    kg query --file mine.rq --format csv
    """  # noqa: D301 (\b is click's own mark, which a raw string would lose)
    if listing:
        print_catalog()
        return
    query = chosen(name, file)
    words = parameters if not file or name is None else (name, *parameters)
    from kg.query.run import run  # noqa: PLC0415

    with open_view(ctx) as view:
        print_result(run(view, query, dict(pairs(words))), form, view.base)


def chosen(name: str | None, file: str | None) -> "NamedQuery":
    """Find the query that is asked for, by name or in a file."""
    from kg.query.catalog import load, own  # noqa: PLC0415

    if file is not None:
        return own(read_text("--file", file), Path("stdin" if file == "-" else file))
    if name is None:
        raise UsageError("name a query, or give --file or --list")
    return load(name)


def pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Take `--name value` and `--name=value` apart."""
    rest = iter(words)
    for word in rest:
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise UsageError(f"{word!r} is no parameter; write --name value")
        if not equals:
            following = next(rest, None)
            if following is None:
                raise UsageError(f"--{name} has no value; write --{name} VALUE")
            value = following
        yield name, value


def print_catalog() -> None:
    """Print each named query with its parameters."""
    from kg.query.catalog import catalog  # noqa: PLC0415

    for query in catalog():
        click.echo(click.style(query.name, bold=True) + f"  {query.summary}")
        for parameter in query.parameters:
            default = f" = {parameter.default}" if parameter.default else ""
            needed = " (required)" if parameter.required else ""
            click.echo(
                f"    --{parameter.name} {parameter.type.value.upper()}{default}{needed}  {parameter.description}"
            )
