"""The extractor inside another spaCy pipeline: what it fills in, what survives on disk, what it asks for."""

import doctest
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from kg import component
from kg.errors import KgError, UsageError
from kg.extract import Extractor
from kg.extract.pipeline import SHIPPED
from kg.model import Document, Iri
from kg.rdf.stances import load_cues
from kg.resources import folder

PAGE = Path(__file__).parents[2] / "docs" / "component.md"
TEXT = "The bridge is safe, mayor Ann Lee told the council on Monday. She denied that it had moved."
STANCES = """
@prefix kg: <https://w3id.org/claim-graph/ns#> .
kg:asserts kg:cueVerb "croak", "say" .
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Give a pipeline of somebody else's: a parser, sentences of its own, and our component at its end."""
    found = spacy.load(SHIPPED, exclude=["ner"])
    found.add_pipe(component.NAME)
    return found


def told(doc: Doc) -> list[tuple[str | None, str, str]]:
    """Give speaker, stance and content of each attribution of a document."""
    return [(each.speaker, each.stance, " ".join(map(str, each.content))) for each in doc._.attributions]


SAID = [("Ann Lee", "asserts", "The bridge is safe"), ("Ann Lee", "denies", "that it had moved")]


def test_attributions_of_a_document(nlp: Language) -> None:
    """Source, cue and content are spans of the document; the rest is as `kg extract` gives it."""
    doc = nlp(TEXT)
    assert told(doc) == SAID
    first = doc._.attributions[0]
    assert [str(span) for span in (*first.source, *first.cue)] == ["mayor Ann Lee", "told"]
    assert {span.label_ for span in doc.spans[component.NAME]} == {"SOURCE", "CUE", "CONTENT"}
    assert (first.role, first.named, first.said_on) == ("mayor", True, None)


def test_publisher_and_day_of_a_document(nlp: Language) -> None:
    """A document may say who published it and when; days are resolved against that."""
    doc = nlp.make_doc(TEXT)
    doc._.kg_published = "2024-03-06"
    doc._.kg_publisher = "Orlen Courier"
    assert [each.said_on for each in nlp(doc)._.attributions] == ["2024-03-04", "2024-03-04"]


@pytest.mark.parametrize("processes", [1, 2])
def test_many_documents(nlp: Language, processes: int) -> None:
    """`nlp.pipe` gives the same, in one process or in two."""
    assert [told(doc) for doc in nlp.pipe([TEXT, "", TEXT], n_process=processes)] == [SAID, [], SAID]


def test_one_path_with_the_extractor(nlp: Language) -> None:
    """The component reads as the extractor reads."""
    extractor = Extractor(load_cues(folder("ontology") / "stances.ttl"))
    reading = extractor.read(Document(id=Iri("doc"), text=TEXT))
    theirs = [[(span.start, span.end) for span in each.content] for each in reading.attributions if not each.narrated]
    ours = [[(span.start_char, span.end_char) for span in each.content] for each in nlp(TEXT)._.attributions]
    assert ours == theirs


def test_pipeline_on_disk_keeps_its_settings(tmp_path: Path) -> None:
    """A saved pipeline loads with the stances file and publisher that it was given."""
    (tmp_path / "stances.ttl").write_text(STANCES)
    made = spacy.load(SHIPPED)
    made.add_pipe(component.NAME, config={"stances": str(tmp_path / "stances.ttl"), "publisher": "Orlen Courier"})
    made.to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    assert told(loaded("Ann Lee croaked that the bridge was safe.")) == [
        ("Ann Lee", "asserts", "that the bridge was safe")
    ]
    assert told(loaded("Ann Lee denied that the bridge was safe.")) == []
    finder = loaded.get_pipe(component.NAME)
    assert isinstance(finder, component.Attributions)
    assert finder.publisher == "Orlen Courier"


def test_document_as_bytes_keeps_its_attributions(nlp: Language) -> None:
    """A document written and read again has the same attributions, alone and in a DocBin with its user data."""
    doc = nlp(TEXT)
    assert told(Doc(nlp.vocab).from_bytes(doc.to_bytes())) == SAID
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    assert [told(each) for each in DocBin().from_bytes(kept).get_docs(nlp.vocab)] == [SAID]


def without(nlp: Language, *names: str) -> Iterator[str]:
    """Give what a pipeline without some components says when it is used."""
    with nlp.select_pipes(disable=list(names)), pytest.raises(UsageError) as raised:
        nlp(TEXT)
    yield str(raised.value)


def test_needs_a_parser(nlp: Language) -> None:
    """A document that was not parsed or tagged is refused, and the message names what is missing."""
    blank = spacy.blank("en")
    blank.add_pipe(component.NAME)
    with pytest.raises(UsageError, match="needs a parser before it"):
        blank(TEXT)
    assert list(without(nlp, "tagger")) == ["kg_attributions needs a tagger before it in the pipeline"]
    assert list(blank("")._.attributions) == []


def test_unreadable_stances() -> None:
    """A stances file that is not there is named."""
    with pytest.raises(KgError, match=r"nowhere\.ttl"):
        spacy.blank("en").add_pipe(component.NAME, config={"stances": "nowhere.ttl"})


def test_other_languages_are_named(nlp: Language) -> None:
    """Text in another language gives no attributions, and the reason."""
    doc = nlp("Der Bürgermeister sagte am Montag, dass die Brücke nicht sicher sei. " * 4)
    assert (doc._.attributions, doc._.kg_problems) == ([], ["not English: skipped"])


def test_importing_twice_is_no_error(nlp: Language) -> None:
    """The module can be loaded again, as notebooks do."""
    importlib.reload(component)
    assert told(nlp(TEXT)) == SAID


def test_examples_of_the_page() -> None:
    """What docs/component.md shows is what happens."""
    tried = doctest.testfile(str(PAGE), module_relative=False)
    assert tried.attempted > 5
    assert tried.failed == 0
