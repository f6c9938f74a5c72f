"""Commands that are one named query with a word to search by."""

import click

from kg.cli._common import ask, format_option, open_view, print_result


def search_command(name: str, parameter: str, help: str) -> click.Command:  # noqa: A002 (click's own word)
    """Make the command that asks the query of its name, with the given words as its one parameter."""

    @click.command(name, help=help)
    @click.argument("words", nargs=-1)
    @format_option("table", "csv", "json")
    @click.pass_context
    def command(ctx: click.Context, words: tuple[str, ...], form: str) -> None:
        with open_view(ctx) as view:
            print_result(ask(view, name, {parameter: " ".join(words)} if words else None), form, view.base)

    return command
