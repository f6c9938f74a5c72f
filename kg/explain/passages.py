"""The characters of a document that a statement was read from, in their surroundings."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.explain.part import Part
from kg.model import Iri
from kg.rdf.nodes import Nodes, text
from kg.rdf.terms import node
from kg.rdf.vocab import KG, OA, PROV
from kg.store.base import View

ROLES = ((KG.sourceSpan, "source"), (KG.cueSpan, "cue"), (KG.contentSpan, "content"))
AROUND = 80  # characters shown before and after a passage


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of a document's text and what it is in a statement; offsets are code points, the end exclusive."""

    start: int
    end: int
    role: str
    exact: str


def passages(statement: Iri, view: View) -> list[Passage]:
    """Read where the source, the cue and the content of a statement stand, in the order of the text."""
    return sorted(passage for predicate, role in ROLES for passage in _of(statement, predicate, role, view))


def _of(statement: Iri, predicate: NamedNode, role: str, view: View) -> Iterator[Passage]:
    for found in view.quads(node(statement), predicate):
        if isinstance(found.object, NamedNode):
            (span,) = Nodes(view.quads(found.object)).values()
            start, end = (int(span.need(each, text)) for each in (OA.start, OA.end))
            yield Passage(start, end, role, span.one(OA.exact, text) or "")


def passage_parts(statement: Iri, view: View) -> Iterator[Part]:
    """Give the passages of a statement as parts; the content comes with the words around it where they are kept."""
    document = next(view.quads(node(statement), PROV.wasQuotedFrom), None)
    name = Iri(text(document.object)) if document else None
    words = _text_of(name, view) if name else None
    for passage in passages(statement, view):
        facts: dict[str, object] = {"role": passage.role, "start": passage.start, "end": passage.end}
        if words is not None:
            facts["before"] = words[max(0, passage.start - AROUND) : passage.start]
            facts["after"] = words[passage.end : passage.end + AROUND]
        quoted = " ".join(passage.exact.split())
        where = f"{passage.role}, characters {passage.start}–{passage.end}: “{quoted}”"
        yield Part(kind="passage", id=name, text=where, facts=facts | {"exact": passage.exact})


def _text_of(document: Iri, view: View) -> str | None:
    digest = next(view.quads(node(document), KG.textDigest), None)
    return view.text(text(digest.object)) if digest else None
