"""`kg demo`."""

import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import ask, print_result, progress
from kg.cli._verdict import print_verdict

if TYPE_CHECKING:
    from kg.store import Store, View

EVENT = "mosul-2016"
ROWS = 8  # of each list
TRIED = 12  # claims, of which the best supported is shown in full
SURE = 0.8  # match of a statement that surely supports one
LISTS = {
    "Corroborated: independent origins say the same": "corroborated-claims",
    "Contested: some affirm it, others deny it": "contested-claims",
    "Single source: one origin, however many papers carry it": "single-source-claims",
}


@click.command("demo")
@click.option("--to", "target", default="demo", show_default=True, type=click.Path(file_okay=False, path_type=Path),
              help="Where to write.")  # fmt: skip
def command(target: Path) -> None:
    """Read the reports that ship with kg and show whose claims agree."""
    from kg.store import create  # noqa: PLC0415

    graph, page = target / "mosul.kg", target / "mosul.html"
    if (graph / "graph.toml").exists():
        shutil.rmtree(graph)
    target.mkdir(parents=True, exist_ok=True)
    with create(graph) as store:
        fill(store)
        show(store)
        write_page(store, page)
    click.secho("\nTry next", bold=True)
    place = shlex.quote(str(graph))
    for line in (
        f'kg --graph {place} corroborate "the advance in Mosul paused"',
        f'kg --graph {place} query statements-by-source --source "Amaq News Agency"',
        f"kg --graph {place} agreement --by party",
    ):
        click.echo(f"  {line}")


def fill(store: "Store") -> None:
    """Load the actors and places of the event, then read its reports."""
    from kg.pipeline import ingest, load_entities  # noqa: PLC0415
    from kg.rdf.entities import load_entities as read  # noqa: PLC0415
    from kg.resources import folder  # noqa: PLC0415

    seeds = folder("seeds") / EVENT
    load_entities(read(seeds / "entities.ttl"), store)
    for outcome in progress(ingest([str(seeds / "articles")], store), "reading"):
        if outcome.error:
            raise outcome.error


def show(view: "View") -> None:
    """Print who speaks, what is corroborated, contested and single-source, and one verdict in full."""
    heading("Who speaks")
    print_top(view, "sources")
    for title, query in LISTS.items():
        heading(title)
        print_top(view, query)
    heading("One claim in full")
    print_verdict(example(view))


def example(view: "View") -> dict[str, Any]:
    """Give the verdict on the claim that most statements surely support, if it can be on one that a side admits."""
    from kg.inquiry import Inquiry  # noqa: PLC0415

    supported = [row["claim"] for row in ask(view, "corroborated-claims").plain()]
    admitted = {row["claim"] for row in ask(view, "admissions-against-interest").plain()}
    candidates = [claim for claim in supported if claim in admitted] or supported
    inquiry = Inquiry(view)
    answers = [inquiry.corroborate(claim) for claim in candidates[:TRIED]]
    return max(answers, key=lambda each: sum(said.match.score >= SURE for said in each.supports)).to_json()


def heading(title: str) -> None:
    """Print a heading."""
    click.secho(f"\n{title}", bold=True)


def print_top(view: "View", query: str) -> None:
    """Print the first rows of a named query and say how many more there are."""
    from kg.query.run import Rows  # noqa: PLC0415

    found = ask(view, query)
    print_result(Rows(found.columns[:-1], tuple(row[:-1] for row in found.rows[:ROWS])), "table", view.base)
    if len(found.rows) > ROWS:
        click.echo(f"… and {len(found.rows) - ROWS} more: kg query {query}")


def write_page(view: "View", page: Path) -> None:
    """Write the page to look at in a browser."""
    from kg.cli._common import output  # noqa: PLC0415
    from kg.export import export  # noqa: PLC0415

    with output(str(page)) as stream:
        export("html", view, stream)
    click.echo(f"\nOpen {page} in a browser to look around.")
