"""Which spaCy pipelines are taken in place of our own, and what is said of those that are not."""

from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner

from kg.cli import main
from kg.errors import UsageError
from kg.extract.pipeline import SHIPPED, load


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ([], "has no parser; take one that has"),
        (["tok2vec", "parser"], "has no tagger; take one that has"),
    ],
)
def test_pipeline_that_lacks_a_layer(tmp_path: Path, parts: list[str], reason: str) -> None:
    """A pipeline that does not parse, or does not tag, is refused."""
    nlp = spacy.load(SHIPPED)
    for name in set(nlp.pipe_names) - set(parts):
        nlp.remove_pipe(name)
    nlp.to_disk(tmp_path)
    with pytest.raises(UsageError, match=reason):
        load(str(tmp_path))


def test_pipeline_of_an_unknown_component(tmp_path: Path) -> None:
    """A folder whose pipeline needs what is not installed is named."""
    spacy.blank("en").to_disk(tmp_path)
    config = (tmp_path / "config.cfg").read_text()
    (tmp_path / "config.cfg").write_text(config.replace("pipeline = []", 'pipeline = ["nowhere"]'))
    with pytest.raises(UsageError, match="holds no spaCy pipeline that loads here"):
        load(str(tmp_path))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("en_nowhere", "no spaCy pipeline 'en_nowhere' is installed; try: python -m spacy download en_nowhere"),
        (".", "'.' holds no spaCy pipeline that loads here"),
        ("text.txt", "'text.txt' holds no spaCy pipeline that loads here"),
    ],
)
def test_wrong_name_is_wrong_usage(name: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--nlp` with what is no pipeline ends with exit code 2 and one line that says so."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.txt").write_text("The bridge is safe, Ann Lee said.")
    result = CliRunner().invoke(main, ["extract", "--nlp", name, "text.txt"])
    assert result.exit_code == 2
    assert reason in result.stderr
    assert "Traceback" not in result.stderr


def test_another_parser_by_any_name(tmp_path: Path) -> None:
    """A parser is known by what it does, not by its name."""
    nlp = spacy.load(SHIPPED)
    nlp.rename_pipe("parser", "tree")
    nlp.to_disk(tmp_path)
    assert load(str(tmp_path))("It fell.").has_annotation("DEP")
