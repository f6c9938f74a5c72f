"""`kg import`."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli._common import count, folder_of, open_store, progress

if TYPE_CHECKING:
    from kg.intake import Outcome

FORMATS = "rdf, nanopub, claimreview, annotations or csv"


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", metavar="FORMAT", help=f"What FILES are: {FORMATS}. Told by name and content if left out."
)
@click.option("--by", metavar="WHO", help="Who wrote the claims, where the files do not say.")
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], form: str | None, by: str | None) -> None:
    """Load graphs, and take in what others wrote.

    FILES of RDF (.trig, as `kg export trig` writes, .nq, .ttl, .nt, .rdf, .jsonld) are loaded all or none; the texts of
    documents are not in them. Of nanopublications (.trig, .nq), fact checks in ClaimReview (.jsonld, .json, .html), Web
    Annotations (.jsonld, .json, .jsonl) and curated claims (.csv) what is broken is named, and the rest goes in.
    """
    from kg.importing import import_files  # noqa: PLC0415
    from kg.intake import importer_of  # noqa: PLC0415

    found = [(file, importer_of(file, form)) for file in files]
    graphs = [file for file, importer in found if importer is None]
    if graphs:
        folder = folder_of(ctx, "load files with the loader of the server itself")
        statements = import_files(folder, graphs)
        click.echo(f"{count(graphs, 'file')} loaded; the graph holds {count(statements, 'statement')}", err=True)
    others = [(file, importer) for file, importer in found if importer]
    if others:
        from kg.intake import take  # noqa: PLC0415

        with open_store(ctx) as store:
            tally = report(progress(take(others, store, by), "reading"))
        click.echo(
            f"{count(tally['new'], 'statement')} taken in, {tally['corrected']} put right, {tally['known']} known, "
            f"{tally['refused']} refused",
            err=True,
        )
        sys.exit(1 if tally["refused"] else 0)


def report(outcomes: "Iterable[Outcome]") -> Counter[str]:
    """Say on stderr what was refused and what was left out; give the numbers of all."""
    tally = Counter[str]()
    for outcome in outcomes:
        tally.update(new=outcome.new, corrected=outcome.corrected, known=outcome.known)
        if outcome.error:
            tally["refused"] += 1
            click.echo(f"refused: {outcome.error}", err=True)
        if outcome.note:
            click.echo(f"note: {outcome.place}: {outcome.note}", err=True)
    return tally
