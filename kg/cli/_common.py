"""What several commands share: opening the graph, progress, output files, answers."""

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from kg.errors import UnreadableError, UsageError

if TYPE_CHECKING:
    from kg.model import Problem
    from kg.query.run import Result, Rows
    from kg.store import Store, View

T = TypeVar("T")
PLACES = 3  # of one kind of problem are named
Function = Callable[..., Any]


def format_option(*choices: str) -> Callable[[Function], Function]:
    """Add `--format` with the first choice as default."""
    return click.option(
        "--format", "form", type=click.Choice(choices), default=choices[0], show_default=True, help="How to write it."
    )


def by_option(words: str) -> Callable[[Function], Function]:
    """Add `--by`: whether sources, their sides or the publishers are told apart."""
    return click.option(
        "--by", type=click.Choice(["source", "party", "publisher"]), default="source", show_default=True, help=words
    )


def count(things: Any, one: str, many: str = "") -> str:
    """Write a number with its word: "1 origin", "2 origins"."""
    number = things if isinstance(things, int) else len(things)
    return f"{number} {one if number == 1 else many or one + 's'}"


def read_text(option: str, path: str) -> str:
    """Read the file that an option names, or stdin for "-"; an error names both."""
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return data.decode()
    except OSError as error:
        raise UsageError(f"{option} {path!r}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{option} {path!r}: not UTF-8; convert the file to UTF-8") from error


def folder_of(ctx: click.Context, cure: str) -> Path:
    """Give the folder of the graph of this call, for what only a folder can have; raises UsageError."""
    place: str = ctx.find_root().obj
    if "://" in place:
        raise UsageError(f"{place} is no folder; {cure}")
    return Path(place)


@contextmanager
def open_view(ctx: click.Context) -> Iterator["View"]:
    """Open the graph of this call for reading; say so when an ingest into it has not come to its end."""
    from kg.store import is_stale, open_graph  # noqa: PLC0415

    store = open_graph(ctx.find_root().obj, read_only=True)
    try:
        if is_stale(store):
            click.echo("note: an ingest did not come to its end; lists of verdicts wait for the next one", err=True)
        yield store
    finally:
        store.close()


@contextmanager
def open_store(ctx: click.Context) -> Iterator["Store"]:
    """Open the graph of this call for writing."""
    from kg.store import open_graph  # noqa: PLC0415

    store = open_graph(ctx.find_root().obj)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def output(path: str | None) -> Iterator[IO[bytes]]:
    """Give a stream to write to: a file that appears when it is whole, or stdout for None and "-"."""
    if path is None or path == "-":
        yield sys.stdout.buffer
    else:
        try:
            with click.open_file(path, "wb", atomic=True) as stream:
                yield stream
        except OSError as error:
            raise OSError(error.errno, f"{error.strerror}; choose another place", path) from error


def progress(items: Iterable[T], label: str) -> Iterator[T]:
    """Pass items on, with a progress line on stderr when that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr, show_pos=True) as bar:
        yield from bar


def note_problems(place: str | None, problems: "Iterable[Problem]") -> None:
    """Say on stderr what could not be understood in a document, each kind of problem in one line."""
    found: dict[str, list[int]] = {}
    for problem in problems:
        found.setdefault(problem.message, []).extend([problem.span.start] if problem.span else [])
    for message, starts in found.items():
        more = f" and {len(starts) - PLACES} more" if len(starts) > PLACES else ""
        at = f" (at {', '.join(map(str, starts[:PLACES]))}{more})" if starts else ""
        click.echo(f"note: {place or 'text'}: {message}{at}", err=True)


def ask(view: "View", name: str, values: Mapping[str, str] | None = None) -> "Rows":
    """Ask one of the named queries; all of them select rows."""
    from kg.errors import QueryError  # noqa: PLC0415
    from kg.query.catalog import load  # noqa: PLC0415
    from kg.query.run import Rows, run  # noqa: PLC0415

    answer = run(view, load(name), values)
    if not isinstance(answer, Rows):
        raise QueryError(f"the query {name} selects no rows")
    return answer


def print_result(result: "Result", form: str, base: str) -> None:
    """Print the answer of a query; a table fits the terminal."""
    from kg.query.results import render  # noqa: PLC0415

    width = shutil.get_terminal_size((120, 24)).columns
    click.echo(render(result, form, width=width, base=base), nl=False)


def print_json(value: Any) -> None:
    """Print one JSON value, indented."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
