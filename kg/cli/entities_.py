"""`kg entities`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli._common import count, format_option, open_store, open_view, print_result
from kg.iris import compact

if TYPE_CHECKING:
    from kg.model import Entity


@click.group("entities")
def command() -> None:
    """Say who is who: actors, their parties and names, places."""


@command.command("load")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_context
def load(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Add actors, parties and places from files; texts that were read before are read again with them.

    Turtle (.ttl), a GeoNames dump (.txt, .tsv) or rows of the Wikidata query service (.jsonl). Lines that cannot be
    read are named, the others go in. Places of lists are kept beside the graph; those that texts name go into it.
    """
    from kg.pipeline import load_entities, load_places  # noqa: PLC0415
    from kg.rdf.entities import load_entities as read  # noqa: PLC0415
    from kg.rdf.gazetteers import SUFFIXES  # noqa: PLC0415

    lists = [path for path in files if path.suffix in SUFFIXES]
    found: list[Entity] = [entity for path in files if path not in lists for entity in read(path)]
    wrong = 0

    def report(problem: str) -> None:
        nonlocal wrong
        wrong += 1
        click.echo(problem, err=True)

    with open_store(ctx) as store:
        others, rows = load_places(lists, store, report) if lists else ([], 0)
        again = load_entities([*found, *others], store)
    places = f"{count(range(rows), 'row')} of gazetteers; " if lists else ""
    entities = count([*found, *others], "entity", "entities")
    click.echo(f"{places}{entities}; {count(again, 'document')} read again", err=True)
    if wrong:
        ctx.exit(1)


@command.command("list")
@format_option("table", "csv", "json")
@click.pass_context
def listing(ctx: click.Context, form: str) -> None:
    """List the actors, parties and places that were loaded."""
    from pyoxigraph import Literal, NamedNode  # noqa: PLC0415

    from kg.query.run import Rows  # noqa: PLC0415
    from kg.rdf.entities import read_entities  # noqa: PLC0415

    with open_view(ctx) as view:
        rows = [
            (
                NamedNode(entity.id),
                Literal(entity.name),
                Literal(", ".join(entity.labels)),
                NamedNode(above) if (above := entity.party or entity.part_of) else None,
            )
            for entity in sorted(read_entities(view), key=lambda entity: compact(entity.id, view.base))
        ]
        print_result(Rows(("id", "name", "also", "party_or_part_of"), tuple(rows)), form, view.base)


@command.command("suggest")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many.")
@format_option("table", "csv", "json")
@click.pass_context
def suggest(ctx: click.Context, limit: int, form: str) -> None:
    """List names that may stand for one and that no one has judged yet, with score and reason."""
    from pyoxigraph import Literal, NamedNode  # noqa: PLC0415

    from kg.judging import suggest as find  # noqa: PLC0415
    from kg.query.run import Rows  # noqa: PLC0415
    from kg.rdf.terms import decimal  # noqa: PLC0415

    with open_view(ctx) as view:
        rows = [
            (
                decimal(join.likeness.score),
                Literal(join.left.name),
                Literal(join.right.name),
                Literal(join.likeness.reason),
                NamedNode(join.left.id),
                NamedNode(join.right.id),
            )
            for join in find(view)[:limit]
        ]
        print_result(Rows(("score", "a", "b", "reason", "a_id", "b_id"), tuple(rows)), form, view.base)
