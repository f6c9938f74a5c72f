"""`kg import`."""

from pathlib import Path

import click

from kg.cli._common import count, folder_of


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Load RDF into the graph: all of FILES, or nothing where one is broken.

    FILES are .trig, as `kg export trig` writes, .nq, .ttl, .nt, .rdf or .jsonld. Texts of documents are not in them.
    """
    from kg.importing import import_files  # noqa: PLC0415

    graph = folder_of(ctx, "load files with the loader of the server itself")
    statements = import_files(graph, files)
    click.echo(f"{count(files, 'file')} loaded; the graph holds {count(statements, 'statement')}", err=True)
