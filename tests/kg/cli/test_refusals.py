"""What is wrong is said in one line that names it, with the right exit code, and nothing that is good is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import main

FILE = Path(__file__).parents[2] / "cases" / "cli" / "refusals.jsonl"
CASES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_refusal(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends with the exit code and the words of the case, and without a traceback."""
    monkeypatch.chdir(tmp_path)
    for name, text in case.get("files", {}).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    runner = CliRunner()
    for arguments in case.get("before", ()):
        assert runner.invoke(main, arguments).exit_code == 0
    done = runner.invoke(main, case["args"])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == case["exit"], done.stderr
    assert case["says"] in done.stderr
    if "stored" in case:
        assert case["stored"] in done.stderr
    assert case.get("prints", "") in done.stdout
    assert (tmp_path / case.get("kept", ".")).exists()
