"""docs/notebook.md runs as it stands."""

import doctest
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "notebook.md"


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # of rdflib about itself
def test_the_page_runs_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of the page gives what the page says."""
    monkeypatch.chdir(tmp_path)
    examples = doctest.DocTestParser().get_doctest(PAGE.read_text(encoding="utf-8"), {}, PAGE.name, str(PAGE), 0)
    told: list[str] = []
    found = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=told.append)
    assert found.attempted > 15
    assert not found.failed, "".join(told)
