"""Writes the pages of docs/ that list things from the things themselves; `--check` only compares."""

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from kg.cli import main as kg
from kg.query.catalog import NamedQuery, Parameter, catalog

DOCS = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py; change the code it is made from, then run `make docs`. -->\n"


def pages() -> dict[str, str]:
    """Make the text of every generated page, by file name."""
    return {"cli-reference.md": cli_reference(), "queries.md": query_reference()}


def cli_reference() -> str:
    """Describe `kg` and all its commands."""
    head = "# Command line\n\nExit codes: 0 done, 1 the work failed or some input was refused, 2 wrong usage.\n"
    return "\n".join([head, NOTE, *commands(kg, "kg")])


def commands(command: click.Command, name: str) -> Iterator[str]:
    """Describe a command and those under it."""
    yield f"## {name}\n"
    arguments = [argument(item) for item in command.params if isinstance(item, click.Argument)]
    more = "COMMAND" if isinstance(command, click.Group) else ""
    yield f"    {' '.join(filter(None, [name, '[OPTIONS]', *arguments, more]))}\n"
    yield cleandoc(command.help or "").replace("\b\n", "") + "\n"
    options = [item for item in command.params if isinstance(item, click.Option) and not item.hidden]
    if options:
        yield "| option | meaning |\n|---|---|"
        yield "\n".join(option(item) for item in options) + "\n"
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for each in command.list_commands(context):
            child = command.get_command(context, each)
            if child and not child.hidden:
                yield from commands(child, f"{name} {each}")


def argument(item: click.Argument) -> str:
    """Write an argument as usage lines do."""
    name = (item.metavar or item.name or "").upper().removesuffix("...") + ("..." if item.nargs == -1 else "")
    return name if item.required or name.startswith("[") else f"[{name}]"


def option(item: click.Option) -> str:
    """Write an option as a row of a table."""
    value = "" if item.is_flag else " " + value_of(item)
    default = item.default if item.show_default and item.default is not None else None
    notes = [
        item.help or "",
        f"Default: `{default}`." if default is not None else "",
        f"Also: `{item.envvar}` in the environment." if item.envvar else "",
    ]
    names = ", ".join(f"`{name}{value}`" for name in [*item.opts, *item.secondary_opts])
    return f"| {cell(names)} | {cell(' '.join(filter(None, notes)))} |"


def value_of(item: click.Option) -> str:
    """Name what an option takes: its choices, or the kind of value."""
    if isinstance(item.type, click.Choice):
        return "|".join(map(str, item.type.choices))
    return item.metavar or item.type.name.upper().removesuffix(" RANGE")


def query_reference() -> str:
    """Describe all named queries."""
    head = (
        "# Named queries\n\n`kg query NAME --param value`; the files are in `queries/`. "
        "A thing is given by its id (`agent:amaq-news-agency`), its IRI or one of its names.\n"
    )
    return "\n".join([head, NOTE, *(named_query(query) for query in catalog())])


def named_query(query: NamedQuery) -> str:
    """Describe one named query and its parameters."""
    parts = [f"## {query.name}\n", query.summary, query.description]
    if query.parameters:
        parts.append("\n| parameter | type | meaning |\n|---|---|---|\n" + "\n".join(map(row, query.parameters)))
    if query.example:
        parts.append(f"\n    {query.example}")
    return "\n".join(filter(None, parts)) + "\n"


def row(parameter: Parameter) -> str:
    """Write a parameter as a row of a table."""
    need = "required" if parameter.required else f"default `{parameter.default}`" if parameter.default else "optional"
    meaning = f"{parameter.description} ({need})" if parameter.description else need
    of = f" of {', '.join(parameter.choices)}" if parameter.choices else ""
    return f"| `--{parameter.name}` | {parameter.type.value}{of} | {cell(meaning)} |"


def cell(text: str) -> str:
    """Make text fit a table's cell."""
    return text.replace("|", "\\|").replace("\n", " ")


def run(*, check: bool) -> int:
    """Write or compare all pages; gives the exit code."""
    stale = [name for name, text in pages().items() if not same(DOCS / name, text)]
    if check:
        for name in stale:
            print(f"docs/{name} is out of date; run `make docs`", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        (DOCS / name).write_text(pages()[name], encoding="utf-8")
        print(f"wrote docs/{name}")
    return 0


def same(path: Path, text: str) -> bool:
    """Tell whether a page is already as it should be."""
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(run(check="--check" in sys.argv[1:]))
