"""What is installed from a wheel is whole: it runs the demo away from the checkout."""

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: object, cwd: Path) -> str:
    """Run a command with no word of this checkout in its environment, and give what it prints."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KG_", "VIRTUAL"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_demo_runs_from_the_wheel(tmp_path: Path) -> None:
    """Build, install into a clean environment, run `kg demo`: ontology, queries, seeds and parser are all in it."""
    run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", ROOT, cwd=tmp_path)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    names = {Path(name).name for name in ZipFile(wheel).namelist()}
    assert {"LICENSE", "cytoscape.LICENSE"} <= names or "cytoscape.min.js" not in names
    assert any(name.endswith("kg/extract/parser/LICENSE") for name in ZipFile(wheel).namelist())
    venv.create(tmp_path / "venv", with_pip=True)
    binaries = tmp_path / "venv" / "bin"
    run(binaries / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    where = run(binaries / "python", "-c", "import kg; print(kg.__file__)", cwd=tmp_path)
    assert where.startswith(str(tmp_path))
    shown = run(binaries / "kg", "demo", cwd=tmp_path)
    assert "Amaq" in shown
    assert (tmp_path / "demo" / "mosul.html").stat().st_size > 0
