"""What the extractor promises, case by case: `tests/cases/extract/*.md`.

A case is a text, after optional lines `# published:` and `# publisher:`, then a line `# statements` and the
attributions expected of it as JSON lines. Words of `source`, `cue` and `content` are looked up in the text (a list
where they are discontinuous); only the fields that a line gives are compared. Every attribution that is not
narrated must be expected; narrated ones may be. A line with `credits` or `problems` checks the whole reading.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.dates import PartialDate
from kg.extract import Extractor
from kg.model import Attribution, Document, Iri, Reading, Spans

CASES = sorted((Path(__file__).parents[2] / "cases" / "extract").glob("*.md"))
HEADER = re.compile(r"# (published|publisher): *(.*)\n")
Line = dict[str, Any]


def load_case(path: Path) -> tuple[Document, list[Line]]:
    """Split a case file into its document and the lines expected."""
    given_part, _, expected = path.read_text().partition("\n# statements\n")
    facts = {}
    while match := HEADER.match(given_part):
        facts[match[1]] = match[2]
        given_part = given_part[match.end() :]
    published = PartialDate(facts["published"]) if "published" in facts else None
    document = Document(id=Iri("case"), text=given_part.strip(), publisher=facts.get("publisher"), published=published)
    return document, [json.loads(line) for line in expected.splitlines() if line.strip()]


def words(document: Document, spans: Spans) -> list[str]:
    """Give what stands at the spans, checking that they lie in the text in order."""
    ends = [0, *(end for span in spans for end in (span.start, span.end)), len(document.text)]
    assert ends == sorted(ends), spans
    assert all(span.start < span.end for span in spans)
    return [document.text[span.start : span.end] for span in spans]


def as_list(value: str | list[str]) -> list[str]:
    """Write one span as a list of one, no words as none."""
    return value if isinstance(value, list) else [value] if value else []


def facts_of(document: Document, found: Attribution) -> Line:
    """Give all that a case may expect of an attribution, in the words of the case."""
    speaker = found.speaker
    return {
        "source": words(document, found.source),
        "cue": words(document, found.cue),
        "content": words(document, found.content),
        "speaker": speaker.name if speaker else None,
        "role": speaker.role if speaker else None,
        "organization": speaker.organization if speaker else None,
        "kind": speaker.kind.value if speaker else None,
        "named": speaker.named if speaker else None,
        "via": [link.name for link in found.via],
        "stance": found.stance.value,
        "affirms": found.affirms,
        "certainty": found.certainty.value,
        "realized": found.realized,
        "distanced": found.distanced,
        "quotation": found.quotation.value,
        "said_on": found.said_on,
        "said_on_basis": found.said_on_basis.value,
        "narrated": found.narrated,
        "sure": found.confidence > 0.5,
    }


def check_reading(reading: Reading, line: Line) -> bool:
    """Check a line about the whole reading; False for a line about one attribution."""
    if "credits" in line:
        assert [credit.name for credit in reading.credits] == line["credits"]
    if "problems" in line:
        assert [problem.message for problem in reading.problems] == line["problems"]
    return "credits" in line or "problems" in line


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, extractor: Extractor) -> None:
    """Every attribution of a case is found with the facts it expects, and no other."""
    document, lines = load_case(path)
    reading = extractor.read(document)
    found = [facts_of(document, each) for each in reading.attributions]
    expected = [line for line in lines if not check_reading(reading, line)]
    for line in expected:
        line = {key: as_list(value) if key in {"source", "cue", "content"} else value for key, value in line.items()}
        narrated = line.setdefault("narrated", False)
        fitting = [each for each in found if each["content"] == line["content"] and each["narrated"] == narrated]
        assert fitting, f"{line['content']} not among {[each['content'] for each in found]}"
        got = next((each for each in fitting if line.items() <= each.items()), fitting[0])
        assert {key: got[key] for key in line} == line
        found.remove(got)
    assert [each for each in found if not each["narrated"]] == []


def test_cases_are_found() -> None:
    """There are at least 25 cases, so that an empty folder does not pass for a success."""
    assert len(CASES) >= 25


PIECES = st.sampled_from(
    [
        *("The minister ", "said ", "that ", "it ", "fell", ". ", ", ", '"', "“", "”", "''", "'s ", "\n", "\n\n", "# "),
        *("(AP) - ", "according to ", "Ann Lee ", "told ", "reporters ", "on Thursday ", "not ", "denied ", "é", "—"),
        *("…", "\xa0", "by ", "Editing by ", "(", ")", "# ", ": ", "; ", "who ", "citing "),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80)))
def test_any_text_is_read(extractor: Extractor, text: str) -> None:
    """No text makes the extractor fail, and every span lies in it."""
    document = Document(id=Iri("any"), text=text)
    for each in extractor.read(document).attributions:
        assert "".join(words(document, each.content)).strip()
        for spans in (each.source, each.cue, *(proposition.spans for proposition in each.propositions)):
            words(document, spans)


def test_reading_twice_is_the_same(extractor: Extractor) -> None:
    """A document is read the same each time: nothing is kept from the one before."""
    document, _ = load_case(CASES[0])
    assert extractor.read(document) == extractor.read(document)


def test_version_names_extractor_and_parser(extractor: Extractor) -> None:
    """The version tells by which rules and which parser a reading was made."""
    assert re.fullmatch(r"kg-rules/\d+\+\S+/[\d.]+", extractor.version)


def test_claim_in_words(extractor: Extractor) -> None:
    """A claim in words is read as propositions."""
    (found,) = extractor.read_claim("The army retook Denna from the rebels")
    assert (found.predicate, found.object and found.object.text) == ("retake", "Denna")
