"""`kg export`."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import open_view, output
from kg.cli._days import parsed_day
from kg.errors import UsageError

if TYPE_CHECKING:
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


def selection_options(command: Function) -> Function:
    """Add the options that pick a part of the graph and a view of it."""
    command = click.option("--param", "values", metavar="NAME=VALUE", multiple=True, help="Of --query.")(command)
    for option, name, metavar, words in reversed(OPTIONS):
        command = click.option(option, name, metavar=metavar, help=words)(command)
    return command


@click.command("export")
@click.argument("form", metavar="FORMAT")
@click.option("-o", "--output", "target", metavar="FILE", help="Where to write; stdout when left out.")
@selection_options
@click.pass_context
def command(ctx: click.Context, /, form: str, target: str | None, **asked: Any) -> None:
    """Write the graph, or a part of it, for other programs.

    FORMAT is graphml, gexf, cytoscape, html, trig, svg or png.
    """
    from kg.export import check_shape, export, exporter  # noqa: PLC0415

    shapes = exporter(form).shapes
    with open_view(ctx) as view:
        selection = selected(view, asked, shapes[0])
        check_shape(form, selection)
        with output(target) as stream:
            export(form, view, stream, selection)


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
