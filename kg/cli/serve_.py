"""`kg serve`."""

import os
from typing import Any

import click

from kg.cli._common import folder_of, read_text
from kg.errors import UsageError

TOKEN = "KG_TOKEN"  # noqa: S105 (the name of the variable)
LEAST = 16  # characters of a token


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 is all.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--write", is_flag=True, help="Take SPARQL Update and documents from those who have the token.")
@click.option("--token-file", metavar="FILE", help=f"A file with the token; without it, {TOKEN} in the environment.")
@click.option("--timeout", default=30.0, show_default=True, type=click.FloatRange(0.1), help="Seconds for a query.")
@click.option("--max-rows", default=100_000, show_default=True, type=click.IntRange(1), help="Rows of an answer.")
@click.option("--max-mb", default=64, show_default=True, type=click.IntRange(1), help="Megabytes of an answer.")
@click.option("--max-body-mb", default=2, show_default=True, type=click.IntRange(1), help="Megabytes of a request.")
@click.option("--max-queries", default=8, show_default=True, type=click.IntRange(2), help="Queries at once.")
@click.pass_context
def command(ctx: click.Context, /, host: str, port: int, write: bool, token_file: str | None, **most: Any) -> None:
    """Serve the graph over HTTP: SPARQL, named queries, and a page for every id."""
    token = token_of(token_file) if write else None
    from kg.serve.limits import Limits  # noqa: PLC0415
    from kg.serve.server import serve  # noqa: PLC0415

    graph = folder_of(ctx, "it is served already")
    limits = Limits(
        seconds=most["timeout"],
        rows=most["max_rows"],
        answer_bytes=most["max_mb"] * 2**20,
        body_bytes=most["max_body_mb"] * 2**20,
        queries=most["max_queries"],
    )

    def ready(address: str) -> None:
        click.echo(f"serving {graph} at {address}", err=True)

    serve(graph, host, port, limits, token=token, ready=ready)


def token_of(file: str | None) -> str:
    """Read the token from a file or the environment; raises UsageError where there is none to speak of."""
    given = os.environ.pop(TOKEN, "")  # so that no other process inherits it
    token = (read_text("--token-file", file) if file else given).strip()
    if len(token) < LEAST or not token.isascii():
        raise UsageError(f"--write needs a token of {LEAST} ASCII characters or more, in {TOKEN} or by --token-file")
    return token
