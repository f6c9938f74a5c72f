"""The extractor as a spaCy component: `nlp.add_pipe("kg_attributions")` after the parser of any English pipeline.

It fills `doc._.attributions` and the spans of `doc.spans["kg_attributions"]`; `docs/component.md` shows both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.dates import PartialDate
from kg.errors import UsageError
from kg.extract.cues import Lexicon
from kg.extract.extractor import mark, read_with
from kg.extract.layout import Layout
from kg.extract.pipeline import layer_lacking
from kg.extract.text import Text
from kg.extract.tokens import parse_of
from kg.model import Attribution, Document, Iri, Problem, Spans
from kg.rdf.stances import load_cues
from kg.resources import folder

NAME = "kg_attributions"  # of the factory, of the span group, and of the key in `doc.user_data`


@dataclass(frozen=True, slots=True, kw_only=True)
class DocAttribution:
    """One attribution of a `Doc`: its words as spans, all else as in a line of `kg extract`."""

    source: tuple[Span, ...]  # empty where the text names none
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None  # in the fullest form that the text has
    role: str | None
    organization: str | None
    named: bool  # False for "officials", "a resident"
    via: tuple[str, ...]
    stance: str
    affirms: bool
    certainty: str
    quotation: str
    said_on: str | None
    confidence: float


class Attributions:
    """A pipeline component that finds who said what in documents that are parsed already."""

    def __init__(self, lexicon: Lexicon, publisher: str | None = None) -> None:
        self.lexicon, self.publisher = lexicon, publisher

    def __call__(self, doc: Doc) -> Doc:
        """Fill in what is said in a document; raises UsageError when it was not parsed."""
        lacking = layer_lacking(doc)
        if lacking:
            raise UsageError(f"{NAME} needs a {lacking} before it in the pipeline")

        def parse(content: str, layout: Layout) -> tuple[Text, list[Problem]]:
            return mark(content, layout, parse_of(doc))

        reading = read_with(parse, self._document(doc), self.lexicon)
        told = [each for each in reading.attributions if not each.narrated]
        doc.user_data[NAME] = [_plain(each) for each in told]
        doc._.kg_problems = [problem.message for problem in reading.problems]
        doc.spans[NAME] = [span for each in attributions_of(doc) for span in (*each.source, *each.cue, *each.content)]
        return doc

    def _document(self, doc: Doc) -> Document:
        published = doc._.kg_published
        return Document(
            id=Iri("doc"),
            text=doc.text,
            publisher=doc._.kg_publisher or self.publisher,
            published=PartialDate(published) if published else None,
        )


@Language.factory(
    NAME,
    default_config={"stances": None, "publisher": None},
    assigns=["doc._.attributions", "doc.spans"],
    requires=["token.dep", "token.tag", "token.pos"],
)
def make(nlp: Language, name: str, stances: str | None, publisher: str | None) -> Attributions:  # noqa: ARG001
    """Make the component: `stances` is the path of another stances file, `publisher` whose texts these are."""
    path = Path(stances) if stances else folder("ontology") / "stances.ttl"
    return Attributions(Lexicon(load_cues(path)), publisher)


def attributions_of(doc: Doc) -> list[DocAttribution]:
    """Give the attributions that the component found in a document, in the order of the text."""
    return [
        DocAttribution(
            source=_spans(doc, found["source"], "SOURCE"),
            cue=_spans(doc, found["cue"], "CUE"),
            content=_spans(doc, found["content"], "CONTENT"),
            **found["facts"] | {"via": tuple(found["facts"]["via"])},
        )
        for found in doc.user_data.get(NAME, ())
    ]


def _spans(doc: Doc, offsets: Sequence[Sequence[int]], label: str) -> tuple[Span, ...]:
    found = (doc.char_span(start, end, label=label) for start, end in offsets)
    return tuple(span for span in found if span is not None)


def _plain(found: Attribution) -> dict[str, Any]:
    """Give an attribution as values that `Doc.to_bytes` can write."""
    speaker = found.speaker
    facts = {
        "speaker": speaker and speaker.name,
        "role": speaker and speaker.role,
        "organization": speaker and speaker.organization,
        "named": bool(speaker and speaker.named),
        "via": [link.name for link in found.via],
        "stance": found.stance.value,
        "affirms": found.affirms,
        "certainty": found.certainty.value,
        "quotation": found.quotation.value,
        "said_on": found.said_on and str(found.said_on),
        "confidence": found.confidence,
    }
    places = {"source": found.source, "cue": found.cue, "content": found.content}
    return {name: _offsets(spans) for name, spans in places.items()} | {"facts": facts}


def _offsets(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


Doc.set_extension("attributions", getter=attributions_of, force=True)  # force: so that a reload is no error
Doc.set_extension("kg_publisher", default=None, force=True)
Doc.set_extension("kg_published", default=None, force=True)
Doc.set_extension("kg_problems", default=[], force=True)
