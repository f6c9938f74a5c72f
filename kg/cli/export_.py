"""`kg export`."""

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import open_view, output
from kg.cli._days import parsed_day
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.export.base import Exporter
    from kg.export.selection import Selection
    from kg.store import View

Function = Callable[..., Any]
OPTIONS = (
    (
        "--view",
        "shape",
        "VIEW",
        "Which picture: full, sources, claims, agreement, or of a --claim evidence, timeline; each format has some.",
    ),
    ("--claim", "claim", "ID", "Only this claim, with what says the same or the opposite."),
    ("--since", "since", "DAY", "Only what was said on this day or after, or else published then."),
    ("--until", "until", "DAY", "Only what was said on this day or before, or else published then."),
    ("--party", "party", "PARTY", "Only what this side says: an id or a name."),
    ("--place", "place", "PLACE", "Only what is said of this place and what lies in it: an id or a name."),
    ("--verdict", "verdict", "VERDICT", "Only claims with this verdict."),
    ("--query", "query", "NAME", "Only what the answer of this query names; also a file that ends in .rq."),
)
BINARY = ("application/zip", "application/vnd.apache.parquet", "image/png")


def selection_options(command: Function) -> Function:
    """Add the options that pick a part of the graph and a view of it."""
    command = click.option("--param", "values", metavar="NAME=VALUE", multiple=True, help="Of --query.")(command)
    for option, name, metavar, words in reversed(OPTIONS):
        command = click.option(option, name, metavar=metavar, help=words)(command)
    return command


@click.command("export")
@click.argument("form", metavar="FORMAT", required=False)
@click.option("-o", "--output", "target", metavar="FILE", help="Where to write; stdout when left out.")
@selection_options
@click.option("--list", "listing", is_flag=True, help="List the formats, with their views and endings.")
@click.pass_context
def command(ctx: click.Context, /, form: str | None, target: str | None, listing: bool, **asked: Any) -> None:
    """Write the graph, or a part of it, for other programs.

    \b
    kg export --list
    kg export gexf -o claims.gexf
    kg export dot --view evidence --claim claim:7f3a -o evidence.dot
    kg export csv --since 2016-11-01 --party "Islamic State" -o said.csv
    """  # noqa: D301 (\b is click's own mark, which a raw string would lose)
    if listing:
        print_formats()
        return
    if form is None:
        raise UsageError("name a format; list them: kg export --list")
    from kg.export import check_shape, export, exporter  # noqa: PLC0415

    chosen = exporter(form)
    check_target(form, chosen, target)
    with open_view(ctx) as view:
        selection = selected(view, asked, chosen.shapes[0])
        check_shape(form, selection)
        with output(target) as stream:
            export(form, view, stream, selection)


def check_target(form: str, exporter: "Exporter", target: str | None) -> None:
    """Refuse to write to a terminal what is no text; raises UsageError."""
    if target is None and exporter.media_type in BINARY and sys.stdout.isatty():
        raise UsageError(f"{form} is no text for a terminal; add -o FILE{exporter.suffix}")


def print_formats() -> None:
    """Print each format with its ending, its views and what it is."""
    from importlib import import_module  # noqa: PLC0415

    from kg.export import EXPORTERS, exporter  # noqa: PLC0415

    for name in EXPORTERS.names():
        found = exporter(name)
        about = (import_module(type(found).__module__).__doc__ or "").partition("\n")[0]
        click.echo(click.style(name, bold=True) + f"  {about}")
        click.echo(f"    FILE{found.suffix}; views: {', '.join(found.shapes)}")


def selected(view: "View", asked: dict[str, Any], shape: str) -> "Selection":
    """Read the options of a call as what they pick; raises UsageError and QueryError."""
    from kg.export.selection import Selection  # noqa: PLC0415
    from kg.model import Iri  # noqa: PLC0415
    from kg.query.lookup import find  # noqa: PLC0415

    since, until = parsed_day("--since", asked["since"]), parsed_day("--until", asked["until"])
    if since and until and since.first_day > until.last_day:
        raise UsageError(f"--since {since} is after --until {until}; swap them")
    claim = Iri(find(view, asked["claim"], ("claim",)).value) if asked["claim"] else None
    if asked["values"] and not asked["query"]:
        raise UsageError("--param is a parameter of --query; name the query")
    days = {"since": since, "until": until}
    rest = {name: asked[name] for name in ("party", "place", "verdict", "query")}
    return Selection(shape=asked["shape"] or shape, claim=claim, values=dict(_values(asked["values"])), **days, **rest)


def _values(words: Iterable[str]) -> Iterable[tuple[str, str]]:
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise UsageError(f"--param takes name=value, not {word!r}")
        yield name, value
