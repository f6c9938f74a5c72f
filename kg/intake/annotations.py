"""Web Annotations that mark source, cue and content of one statement in the text of a document of the graph.

One object, a list, an AnnotationPage or AnnotationCollection, or one annotation a line.
https://www.w3.org/TR/annotation-model/
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from kg.errors import UnreadableError
from kg.extract.cues import verb_forms
from kg.intake import _json as linked
from kg.intake._targets import Marked, Target, marked, targets
from kg.intake.base import Found, InWords, Note, Record, Source, Teller, Telling
from kg.model import Document, Iri, Spans, Stance
from kg.rdf.stances import load_cues
from kg.resources import folder

ROLES: Final = ("source", "cue", "content")
_TOLD: Final = re.compile(
    rf"(?P<source>.+?) (?P<stance>{'|'.join(Stance)})(?P<negated> that not)?: (?P<claim>.+)", re.DOTALL
)


class AnnotationsImporter:
    """Reads annotations; those that mark no statement are left out and counted."""

    suffixes = (".json", ".jsonld", ".jsonl", ".ndjson")
    corrects = False

    def fits(self, head: bytes) -> bool:
        """Tell whether annotations are spoken of."""
        return b'"Annotation' in head or b"oa:Annotation" in head or b"anno.jsonld" in head

    def read(self, source: Source) -> Iterator[Found]:
        """Give what each group of annotations tells; they are one by the statement that their bodies link to."""
        groups: dict[str, _Group] = {}
        left_out = Counter[str]()
        for found in linked.values(source.path):
            if isinstance(found, UnreadableError):
                yield found
                continue
            for each in linked.objects(found[1], "Annotation"):
                _sort(each, found[0], groups, left_out)
        for reason, number in sorted(left_out.items()):
            yield Note(source.name, f"{number} of its annotations left out: {reason}")
        if not groups and not left_out:
            raise UnreadableError(f"{source.name}: no annotation in it; nothing was taken")
        for group in groups.values():
            try:
                yield group.record(source)
            except ValueError as error:
                yield UnreadableError(f"{group.place}: {group.statement}: {error}")


@dataclass(slots=True)
class _Group:
    """The annotations of one statement."""

    statement: str
    place: str
    marks: list[tuple[str, Any]] = field(default_factory=list)  # the role of each, and its target
    described: str | None = None

    def record(self, source: Source) -> Record:
        """Give the statement that is marked; raises ValueError."""
        addresses = {_address(target) for _, target in self.marks}
        if len(addresses) != 1:
            raise ValueError("its annotations are of several documents; mark each statement in one")
        address = addresses.pop()
        found = targets(source.view, address)
        if not found:
            raise ValueError(f"its document {address} is not in the graph; ingest it first")
        spans, words = self._spans(found)
        marks = [mark for role in ROLES for mark in spans[role]]
        if not spans["content"]:
            raise ValueError("nothing is marked as its content")
        document = marks[0].document
        text = next((each.text for each in found if each.document == document), None)
        own = self.statement if self.statement.startswith(f"{source.view.base}statement/") else None
        return Record(
            place=f"{self.place}: {self.statement}",
            document=Document(id=document, text=_pieced(marks) if text is None else text),
            tellings=(self._telling(spans, words, Iri(own) if own else None),),
            in_graph=True,
        )

    def _spans(self, found: list[Target]) -> tuple[dict[str, list[Marked]], dict[str, str]]:
        """Find all that is marked in one of the documents that may be meant."""
        trouble: ValueError | None = None
        for target in found:
            spans: dict[str, list[Marked]] = {role: [] for role in ROLES}
            try:
                for role, told in self.marks:
                    mark = marked(
                        target, [each for each in linked.many(told.get("selector")) if isinstance(each, dict)]
                    )
                    spans[role].append(mark)
            except ValueError as error:
                trouble = trouble or error
                continue
            for role in ROLES:
                spans[role].sort(key=lambda each: each.span)
            return spans, {role: " … ".join(each.words for each in spans[role]) for role in ROLES}
        raise trouble or ValueError("it marks nothing")

    def _telling(self, spans: dict[str, list[Marked]], words: dict[str, str], own: Iri | None) -> Telling:
        told = _TOLD.fullmatch(self.described or "")
        if not told and not words["source"]:
            raise ValueError("nobody is marked as its source")
        stance = Stance(told["stance"]) if told else stance_of(words["cue"])
        if stance is None:
            raise ValueError(f"its cue {words['cue']!r} is no reporting word of ontology/stances.ttl; mark such a word")
        name = told["source"] if told else words["source"]
        return Telling(
            id=own,
            source=Teller(name=" ".join(name.split()), named=name != name.lower()),
            claim=InWords(text=told["claim"] if told else words["content"]),
            stance=stance,
            affirms=False if told and told["negated"] else None,
            source_spans=_only(spans["source"]),
            cue_spans=_only(spans["cue"]),
            content_spans=_only(spans["content"]),
        )


def _sort(annotation: linked.Object, place: str, groups: dict[str, _Group], left_out: Counter[str]) -> None:
    """Put an annotation to the others of its statement, or count why it says nothing of one."""
    bodies = [each for each in linked.many(annotation.get("body")) if isinstance(each, dict)]
    role = next((value for each in bodies if (value := linked.text(each.get("value"))) in ROLES), None)
    links = [linked.text(each.get("source")) for each in bodies if each.get("purpose") == "linking"]
    targets_ = [each for each in linked.many(annotation.get("target")) if isinstance(each, dict)]
    if role is None or not links or links[0] is None:
        motivation = linked.text(annotation.get("motivation")) or "no motivation"
        left_out[f"{motivation}, which does not say who said what (no body source, cue or content with its link)"] += 1
    elif not targets_ or not _address(targets_[0]):
        left_out["they mark no part of a document"] += 1
    else:
        group = groups.setdefault(links[0], _Group(links[0], place))
        group.marks += [(role, target) for target in targets_]
        described = (linked.text(each.get("value")) for each in bodies if each.get("purpose") == "describing")
        group.described = group.described or next(filter(None, described), None)


def _address(target: linked.Object) -> str:
    source = target.get("source")
    return linked.text(source.get("id") if isinstance(source, dict) else source) or ""


def _only(marks: list[Marked]) -> Spans:
    return tuple(dict.fromkeys(each.span for each in marks))


def _pieced(marks: list[Marked]) -> str:
    """Give a text of which only what is marked is known, at its places."""
    text = [" "] * max(each.span.end for each in marks)
    for each in marks:
        text[each.span.start : each.span.end] = each.words
    return "".join(text)


def stance_of(cue: str) -> Stance | None:
    """Give the stance that a reporting word in one of its forms signals, or None.

    >>> stance_of("denied"), stance_of("according to"), stance_of("walked")
    (<Stance.DENIES: 'denies'>, <Stance.ASSERTS: 'asserts'>, None)
    """
    return _stances().get(" ".join(cue.lower().split()))


@cache
def _stances() -> dict[str, Stance]:
    found: dict[str, Stance] = {}
    for cue in load_cues(folder("ontology") / "stances.ttl"):
        forms = verb_forms(cue.lemma) if cue.part_of_speech == "verb" and " " not in cue.lemma else set[str]()
        for form in {cue.lemma, *forms}:
            found.setdefault(form, cue.stance)
    return found


importer = AnnotationsImporter()
