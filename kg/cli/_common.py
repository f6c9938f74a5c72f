"""What several commands share: opening the graph, progress, output files, tables."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from kg.store import Store, View

T = TypeVar("T")

FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)


def open_view(ctx: click.Context) -> "View":
    """Open the graph of this call for reading, with all that is derived from it up to date."""
    from kg.store import open_graph  # noqa: PLC0415

    return open_graph(ctx.find_root().obj, read_only=True)


def open_store(ctx: click.Context) -> "Store":
    """Open the graph of this call for writing."""
    from kg.store import open_graph  # noqa: PLC0415

    return open_graph(ctx.find_root().obj)


@contextmanager
def output(path: str | None) -> Iterator[IO[bytes]]:
    """Give a stream to write to: a file, or stdout for None and "-"."""
    if path in (None, "-"):
        yield sys.stdout.buffer
    else:
        with click.open_file(str(path), "wb", atomic=True) as stream:
            yield stream


def progress(items: Iterable[T], label: str) -> Iterator[T]:
    """Pass items on, with a progress line on stderr when that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr, show_pos=True) as bar:
        yield from bar


def print_rows(header: Sequence[str], rows: Iterable[Sequence[object]], form: str) -> None:
    """Print rows as an aligned table, as CSV or as JSON objects in a list."""
    lines = [["" if value is None else value for value in row] for row in rows]
    if form == "json":
        click.echo(json.dumps([dict(zip(header, row, strict=True)) for row in lines], ensure_ascii=False, indent=2))
    elif form == "csv":
        csv.writer(sys.stdout).writerows([header, *lines])
    else:
        print_table(header, lines)


def print_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows in columns, the last of which runs on."""
    table = [[str(value) for value in row] for row in [header, *rows]]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for number, row in enumerate(table):
        line = "  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip()
        click.echo(click.style(line, bold=True) if number == 0 else line)


def print_json(value: Any) -> None:
    """Print one JSON value, indented."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
