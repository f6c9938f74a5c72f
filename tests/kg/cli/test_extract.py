"""What `kg extract` prints, in each of its formats."""

import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

CASES = Path(__file__).parents[2] / "cases"
TEXT = 'The mayor, Ira Stell, said on Monday that the bridge was open.\n\nThe old "plan was gone.\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give an article with one statement and one problem."""
    path = tmp_path / "bridge.md"
    path.write_text(f"---\npublisher: Vale Post\npublished: 2031-05-06\n---\n{TEXT}", encoding="utf-8")
    return path


def extract(*arguments: object, **options: object) -> Result:
    """Run `kg extract`, which must succeed."""
    done = CliRunner().invoke(main, ["extract", *map(str, arguments)], **options)  # type: ignore[arg-type]
    assert done.exit_code == 0, done.output
    return done


def stdin(text: str) -> io.BufferedReader:
    """Give a stream such as stdin is."""
    return io.BufferedReader(io.BytesIO(text.encode()))  # type: ignore[arg-type]


def test_claims_have_the_fields_of_the_contract(file: Path) -> None:
    """A claim is told in words with its scope, and whether it is affirmed."""
    (line,) = map(json.loads, extract(file).stdout.splitlines())
    assert line.keys() == {"id", "url", "publisher", "published", "attributions", "narrated", "problems"}
    (claim,) = line["attributions"][0]["claims"]
    assert claim.keys() == {
        "text",
        "subject",
        "predicate",
        "object",
        "place",
        "time",
        "time_text",
        "time_basis",
        "quantity",
        "affirms",
    }


def test_show_marks_the_text(file: Path) -> None:
    """The article is shown with its marks, the statement with its facts, and the problem with its place."""
    shown = extract("--show", "--publisher", "unused", file).stdout
    assert "{1 The mayor, Ira Stell}, <1 said> on Monday [1 that the bridge was open 1]." in shown
    assert "  1  Ira Stell (mayor)" in shown
    assert "Ira Stell → Vale Post" in shown
    assert "said 2031-05-05 (resolved from publication)" in shown
    assert "! a quotation mark has no partner: … " in shown
    assert extract("--format", "text", file).stdout == shown


def test_problems_are_noted_beside_the_json(file: Path) -> None:
    """What could not be understood is one line on stderr, with file and place; stdout stays JSON."""
    done, at = extract(file), TEXT.index('"')
    assert done.stderr == f"note: {file}: a quotation mark has no partner (at {at})\n"
    assert json.loads(done.stdout)["problems"][0]["message"] == "a quotation mark has no partner"


def test_stdin_and_several_articles() -> None:
    """`-` reads stdin; articles follow one another, apart."""
    lines = "".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in ("one", "two"))
    shown = extract("--show", "-", input=stdin(lines)).stdout
    assert shown.startswith("one\n")
    assert "═\n\ntwo\n" in shown
    page = extract("--format", "html", "-", input=stdin(lines)).stdout
    assert page.count('<article class="article"') == 2


def test_colours_where_they_belong(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets colours unless NO_COLOR is set, a pipe none; the option comes before both."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in extract("--show", file, color=True).stdout
    assert "\x1b[" not in extract("--show", file).stdout
    assert "\x1b[" in extract("--show", "--color", file).stdout
    assert "\x1b[" not in extract("--show", "--no-color", file, color=True).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in extract("--show", file, color=True).stdout
    assert "\x1b[" in extract("--show", "--color", file).stdout


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Give a file of broken and hostile texts, one a line."""
    cases = map(json.loads, (CASES / "broken" / "texts.jsonl").read_text(encoding="utf-8").splitlines())
    path = tmp_path / "broken.jsonl"
    short = [case for case in cases if "times" not in case]
    path.write_text("".join(json.dumps({"id": each["id"], "text": each["text"]}) + "\n" for each in short), "utf-8")
    return path


@pytest.mark.parametrize("options", [(), ("--show",), ("--format", "html")])
def test_broken_texts_are_told_in_one_line_each(broken: Path, options: tuple[str, ...]) -> None:
    """What is refused or not understood is named with its line; every other text is there; nothing is thrown."""
    done = CliRunner().invoke(main, ["extract", *options, str(broken)])
    assert done.exit_code == 1
    assert all(re.match(rf"(note|refused): {re.escape(str(broken))}:\d+: ", line) for line in done.stderr.splitlines())
    assert "kg itself failed" not in done.stderr
    assert "right to left inside" in done.stdout
    assert ("not English: skipped" in done.stderr) == (options != ("--show",))


def test_broken_texts_are_stored_as_far_as_they_go(broken: Path, tmp_path: Path) -> None:
    """`kg ingest` stores what can be read, names the rest as `kg extract` does, and the graph is sound."""
    graph = ["--graph", str(tmp_path / "broken.kg")]
    assert CliRunner().invoke(main, [*graph, "init"]).exit_code == 0
    done = CliRunner().invoke(main, [*graph, "ingest", str(broken)])
    told = CliRunner().invoke(main, ["extract", str(broken)]).stderr.splitlines()
    assert done.exit_code == 1
    *named, without_publisher, without_day, _ = done.stderr.splitlines()
    assert named == told
    assert without_publisher.endswith("say it in the file or with --publisher")
    assert without_day.endswith("say it in the file or with --published")
    assert CliRunner().invoke(main, [*graph, "validate"]).exit_code == 0
