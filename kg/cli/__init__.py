"""The command line: one file a verb; parse, call, print."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from io import UnsupportedOperation

import click

from kg import __version__
from kg.errors import KgError, UsageError

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one process, one core: `--jobs` is how kg takes more

COMMANDS = (
    "init", "ingest", "extract", "query", "claims", "sources", "corroborate", "agreement", "contradictions",
    "reliability", "explain", "entities", "judge", "retract", "export", "import", "serve", "validate", "stats",
    "reindex", "demo",
)  # fmt: skip


class Commands(click.Group):
    """A group whose commands are the modules of this package, and whose errors are one line on stderr."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """List the commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the module of a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}_").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what goes wrong leaves as one line and an exit code."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise click.UsageError(str(error), self.called(ctx)) from error
        except KgError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            forget_stdout()
            sys.exit(0)
        except OSError as error:
            forget_stdout()
            raise click.ClickException(f"{error.filename or 'output'}: {error.strerror or error}") from error

    def called(self, ctx: click.Context) -> click.Context:
        """Give the context of the command that was called, whose usage an error shows."""
        name = ctx.invoked_subcommand or ""
        command = self.get_command(ctx, name)
        return click.Context(command, info_name=name, parent=ctx) if command else ctx


def forget_stdout() -> None:
    """Let nothing more be written where nothing can be, also at the end of the program."""
    with suppress(UnsupportedOperation):  # a stream in memory, as tests have
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--graph", envvar="KG_GRAPH", default="./claims.kg", show_default=True, metavar="PATH|URL",
              help="The graph to work on: a folder, or the address of a SPARQL server.")  # fmt: skip
@click.version_option(__version__, prog_name="kg")
@click.pass_context
def main(ctx: click.Context, graph: str) -> None:
    """Keep who said what, when and through whom, and see whose claims agree."""
    ctx.obj = graph
    if os.environ.get("NO_COLOR"):
        ctx.color = False
