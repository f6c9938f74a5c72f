"""`kg extract`."""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from kg.cli._common import format_option, note_problems, progress
from kg.cli._hints import HINTS, Hinted
from kg.errors import UnreadableError, UsageError

if TYPE_CHECKING:
    from kg.model import Document, Entity, Reading
    from kg.tools import Understood

LINE = 120  # columns; longer lines are hard to read


def set_color(ctx: click.Context, _: click.Parameter, value: bool | None) -> None:
    """Put this option before NO_COLOR and what stdout is."""
    ctx.color = ctx.color if value is None else value


@click.command("extract")
@click.argument("paths", nargs=-1, required=True)
@HINTS
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="How many processes read.")
@click.option(
    "--with-text",
    is_flag=True,
    help="Add to the JSON the text as read, and all that kg ingest needs to take the lines.",
)
@click.option("--entities", type=click.Path(exists=True, dir_okay=False), help="Turtle file of actors and places.")
@click.option("--show", is_flag=True, help="Show each article with what was found marked in it: --format text.")
@format_option("json", "text", "html")
@click.option("--color/--no-color", default=None, callback=set_color, expose_value=False,
              help="Write with colours or without; by default with colours in a terminal.")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    jobs: int,
    with_text: bool,
    entities: str | None,
    **others: str | None,
) -> None:
    """Find who says what, without storing it: one JSON line a document, or the articles with their marks.

    PATHS are files (.md, .txt, .html, .jsonl), folders, or - for stdin.

    \b
    kg extract articles
    kg extract --show article.md
    kg extract --format html articles > page.html
    """  # noqa: D301 (\b is click's own mark, which a raw string would lose)
    from pathlib import Path  # noqa: PLC0415

    from kg.ingest import read_documents  # noqa: PLC0415
    from kg.rdf.entities import load_entities  # noqa: PLC0415
    from kg.tools import Recipe, Tools  # noqa: PLC0415
    from kg.workers import understand  # noqa: PLC0415

    form = chosen_format(ctx)
    hints, nlp = Hinted.of(others)
    tools = Tools(Recipe(entities=load_entities(Path(entities)) if entities else (), nlp=nlp))
    found = understand(read_documents(paths, hints, tools.recipe.minter), tools, jobs=jobs)
    refused: list[UnreadableError] = []
    readings = heeded(found if sys.stdout.isatty() else progress(found, "reading"), refused, noted=form != "text")
    for text in written(readings, form, tools.recipe.entities, with_text=with_text):
        click.echo(text)
    sys.exit(1 if refused else 0)


def chosen_format(ctx: click.Context) -> str:
    """Settle `--show`, `--format` and `--with-text`; raises UsageError where they contradict each other."""
    form: str = ctx.params["form"]
    if ctx.params["show"]:
        if form != "text" and ctx.get_parameter_source("form") is not ParameterSource.DEFAULT:
            raise UsageError(f"--show is --format text, not {form}; give one of the two")
        form = "text"
    if ctx.params["with_text"] and form != "json":
        raise UsageError(f"--with-text adds to the JSON; the {form} shows the text anyway")
    return form


def heeded(
    found: "Iterable[Understood | Document | Reading | UnreadableError]", refused: list[UnreadableError], *, noted: bool
) -> "Iterator[Understood]":
    """Pass on what was read; say on stderr what was refused and, if `noted`, what could not be understood."""
    from kg.tools import Understood  # noqa: PLC0415

    for each in found:
        if isinstance(each, UnreadableError):
            refused.append(each)
            click.echo(f"refused: {each}", err=True)
        elif isinstance(each, Understood):
            if noted:
                note_problems(each.reading.document.location, each.reading.problems)
            yield each


def written(
    readings: "Iterable[Understood]", form: str, entities: "Sequence[Entity]", *, with_text: bool
) -> Iterator[str]:
    """Write what was read in a format, piece by piece."""
    from kg.lines import to_line  # noqa: PLC0415
    from kg.show import article_of, page_of, text_of  # noqa: PLC0415

    if form == "html":
        yield page_of([article_of(each, entities) for each in readings])
        return
    width = min(shutil.get_terminal_size((LINE, 24)).columns, LINE)
    for number, each in enumerate(readings):
        if form == "json":
            yield json.dumps(to_line(each, entities, with_text=with_text), ensure_ascii=False)
        else:
            yield "\n".join([*(["", "═" * width, ""] if number else []), *text_of(article_of(each, entities), width)])
