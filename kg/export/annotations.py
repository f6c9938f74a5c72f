"""W3C Web Annotations: each source, cue and content as a stretch of its document, for annotation tools.

Offsets count code points of the plain text that kg read, so the target is that text and not the page it came from,
which is its `via`. https://www.w3.org/TR/annotation-model/
"""

from collections.abc import Iterator
from typing import IO

from kg.export._nested import Json, known, web_url
from kg.export._records import Records, records
from kg.export._wording import sentence
from kg.export._writing import compact_json, write_list
from kg.export.selection import EVERYTHING, Selection
from kg.iris import Minter
from kg.rdf.nodes import Node, number, text
from kg.rdf.terms import iri
from kg.rdf.vocab import ANNOTATION_CONTEXT, KG, OA, PROV, SCHEMA
from kg.store.base import View

_ROLES = {"source": KG.sourceSpan, "cue": KG.cueSpan, "content": KG.contentSpan}
_AROUND = 32  # characters of the text on either side, by which a quote is found again


class Annotations:
    """One page of annotations, one for each span of each statement."""

    suffix = ".annotations.jsonld"
    media_type = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the annotations, one a line of `items`, document by document."""
        page = {"@context": ANNOTATION_CONTEXT, "id": f"{view.base}annotations", "type": "AnnotationPage"}
        start = compact_json(page).removesuffix(b"}") + b',\n"items":'
        with records(view, selection) as graph:
            write_list(stream, start, _annotations(graph), b"}")


def _annotations(graph: Records) -> Iterator[Json]:
    for document in graph.of_class(SCHEMA.NewsArticle):
        digest = document.one(KG.textDigest, text)
        words = (graph.text(digest) if digest else None) or ""
        for statement in graph.told_of(document.iri, PROV.wasQuotedFrom):
            for role, link in _ROLES.items():
                for name in statement.iris(link):
                    target = {"source": _text_of(document), "selector": _selectors(graph.read(name), words)}
                    yield _annotation(statement, role, name, graph) | {"target": target}


def _annotation(statement: Node, role: str, span: str, graph: Records) -> Json:
    run = statement.one(PROV.wasGeneratedBy, iri)
    made = graph.node(run) if run else None
    maker = made.one(PROV.wasAssociatedWith, iri) if made else None
    body = [
        {"type": "TextualBody", "purpose": "tagging", "value": role},
        {"type": "SpecificResource", "purpose": "linking", "source": statement.iri},
        {"type": "TextualBody", "purpose": "describing", "value": sentence(statement, graph)},
    ]
    return known(
        {
            "id": Minter(graph.base).hashed("annotation", statement.iri, role, span),
            "type": "Annotation",
            "motivation": "describing",
            "created": made.one(PROV.generatedAtTime, text) if made else None,
            "generator": {"id": maker, "type": "Software", "name": graph.name(maker)} if maker else None,
            "body": body,
        }
    )


def _text_of(document: Node) -> Json:
    return known(
        {
            "id": document.iri,
            "type": "Text",
            "format": "text/plain",
            "language": document.one(SCHEMA.inLanguage, text),
            "via": web_url(document),
        }
    )


def _selectors(span: Node, words: str) -> list[Json]:
    exact = span.one(OA.exact, text) or ""
    quoted: Json = {"type": "TextQuoteSelector", "exact": exact}
    start = span.one(OA.start, number)
    if start is None:
        return [quoted]
    begin = int(start)
    end = int(span.one(OA.end, number) or begin + len(exact))
    if words[begin:end] == exact:
        quoted = known(
            quoted | {"prefix": words[max(0, begin - _AROUND) : begin], "suffix": words[end : end + _AROUND]}
        )
    return [{"type": "TextPositionSelector", "start": begin, "end": end}, quoted]


exporter = Annotations()
