"""The documentation says what is there, and its links lead somewhere."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kg.cli import main
from kg.export import EXPORTERS
from kg.model import Decision, Stance
from kg.registry import Registry

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "seeds").glob("*/README.md")])
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#|mailto:)([^)#\s]+)")


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Give every command with the words that call it."""
    yield name, command
    if isinstance(command, click.Group):
        for each in command.list_commands(click.Context(command)):
            child = command.get_command(click.Context(command), each)
            assert child, f"{name} {each} is listed but missing"
            yield from commands(child, f"{name} {each}")


def test_generated_pages_are_up_to_date() -> None:
    """`docs/generate.py --check` finds nothing to write."""
    script = ROOT / "docs" / "generate.py"
    run = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_every_command_and_option_has_help() -> None:
    """`--help` leaves nothing unexplained."""
    for name, command in commands(main, "kg"):
        assert command.help, name
        options = [item for item in command.params if isinstance(item, click.Option)]
        assert [f"{name} {item.opts[0]}" for item in options if not item.help] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page names a file that is there."""
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_readers_and_formats_are_documented() -> None:
    """docs/extending.md names every reader, format of taking in and algorithm."""
    page = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
    readers = Registry[object]("reader", package="kg.ingest", group="kg.readers").names()
    algorithms = Registry[object]("algorithm", package="kg.corroborate.truth", group="kg.truth").names()
    importers = Registry[object]("importer", package="kg.intake", group="kg.importers").names()
    assert [name for name in [*readers, *importers, *algorithms] if f"`{name}`" not in page] == []


def test_glossary_explains_the_words_of_the_graph() -> None:
    """docs/glossary.md has every stance, decision and verdict."""
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    verdicts = ["unknown", "contested", "corroborated-across-sides", "corroborated", "uncorroborated"]
    assert [word for word in [*Stance, *Decision, *verdicts] if f"`{word}`" not in page] == []


def test_readme_commands_exist() -> None:
    """Every `kg …` of the README is a command, and every `make …` a target."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    known = {name.removeprefix("kg ").partition(" ")[0] for name, _ in commands(main, "kg")}
    shown = "".join(re.findall(r"```sh\n(.*?)```", readme, re.DOTALL))
    used = re.findall(r"(?m)^kg (?:--graph \S+ )?([a-z]+)", shown)
    assert used, "the README shows commands"
    assert set(used) <= known
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    assert set(re.findall(r"\bmake ([a-z-]+)", readme)) <= targets


@pytest.mark.parametrize("name", EXPORTERS.names())
def test_every_export_format_has_a_section(name: str) -> None:
    """docs/exports.md or docs/interchange.md says what it is and gives the command that writes it."""
    page = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("exports.md", "interchange.md"))
    assert re.search(rf"^#+ .*`{name}`", page, re.MULTILINE)
    assert re.search(rf"\bkg export {name}\b", page)
