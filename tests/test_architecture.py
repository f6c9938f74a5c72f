"""The shape of the code: layers, sizes, and words that may not be in it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "kg").rglob("*.py"))
MAX_LINES = 300


def test_layers_hold() -> None:
    """Imports go downwards only, as `[tool.importlinter]` draws it."""
    command = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([str(command), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_no_file_is_too_long() -> None:
    """A file that one cannot read in a sitting holds more than one concept."""
    lines = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: length for path, length in lines.items() if length > MAX_LINES} == {}


def test_commands_start_fast() -> None:
    """The command line imports nothing heavy before a command needs it."""
    heavy = {"spacy", "pyoxigraph", "rdflib", "networkx", "numpy", "trafilatura", "pyshacl", "jinja2"}
    script = "import sys, kg.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not heavy & set(run.stdout.split())
