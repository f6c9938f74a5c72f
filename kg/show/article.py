"""What is shown of one article: its text, the marks on it, and what `kg extract` says of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.lines import to_line
from kg.model import Entity
from kg.show.runs import Kind, Mark
from kg.tools import Understood

Json = dict[str, Any]
AROUND = 30  # letters before and after a place are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article with its statements in the order in which they are met in the text, numbered from 1."""

    text: str
    name: str  # its id
    title: str | None
    facts: tuple[str, ...]  # publisher, author, day
    url: str | None
    statements: tuple[Json, ...]  # as in the line of `kg extract`
    narrated: tuple[Json, ...]
    problems: tuple[Json, ...]
    marks: tuple[Mark, ...]

    def words(self, spans: Iterable[Sequence[int]]) -> str:
        """Give what stands at spans on one line, left-out words as an ellipsis."""
        return " ".join(" … ".join(self.text[start:end] for start, end in spans).split())

    def around(self, start: int, end: int) -> str:
        """Give the words around a place on one line, the middle of a long stretch left out."""
        low, high = max(0, start - AROUND), min(len(self.text), end + AROUND)
        spans = [(low, start + AROUND), (end - AROUND, high)] if end - start > 2 * AROUND else [(low, high)]
        return f"{'… ' if low else ''}{self.words(spans)}{' …' if high < len(self.text) else ''}"


def article_of(found: Understood, entities: Iterable[Entity] = ()) -> Article:
    """Make ready what was found in one document."""
    document = found.reading.document
    line = to_line(found, entities)
    statements = sorted(line["attributions"], key=_place)
    return Article(
        text=document.text,
        name=line["id"],
        title=document.title,
        facts=tuple(filter(None, (document.publisher, document.author, document.published))),
        url=document.url,
        statements=tuple(statements),
        narrated=tuple(line["narrated"]),
        problems=tuple(line["problems"]),
        marks=tuple(_marks(statements, line["problems"])),
    )


def _place(statement: Json) -> tuple[int, int]:
    spans = [*statement["source"], *statement["cue"], *statement["content"]]
    return min(start for start, _ in spans), -max(end for _, end in spans)


def _marks(statements: Sequence[Json], problems: Sequence[Json]) -> Iterator[Mark]:
    for number, statement in enumerate(statements, 1):
        for kind in (Kind.CONTENT, Kind.SOURCE, Kind.CUE):
            for part, (start, end) in enumerate(statement[kind], 1):
                yield Mark(start, end, kind, number, part)
    for number, problem in enumerate(problems, 1):
        if problem["span"]:
            start, end = problem["span"]
            yield Mark(start, end, Kind.PROBLEM, number)
