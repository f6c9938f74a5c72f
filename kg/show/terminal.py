"""An article in the terminal: the text with its marks, then each statement, then what else there is to say.

The marks are written out, so that nothing is lost where there are no colours.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Final

from kg.show import wording
from kg.show._wrap import Piece, wrap
from kg.show.article import Article
from kg.show.runs import Kind, Mark, Run, runs

Json = dict[str, Any]

LEGEND: Final = "{1 source} <1 cue> [1 content 1], each with the number of its statement"
_OPENING: Final = {Kind.SOURCE: "{{{} ", Kind.CUE: "<{} ", Kind.CONTENT: "[{} "}
_CLOSING: Final = {Kind.SOURCE: "}}", Kind.CUE: ">", Kind.CONTENT: " {}]"}
_QUOTE = 400  # letters of a content that are listed at most; the whole is marked in the text


def text_of(article: Article, width: int = 100) -> Iterator[str]:
    """Give the lines that show an article, with colours that `click.echo` leaves out where none belong."""
    yield from wrap([Piece(article.name, "title")], width)
    yield from wrap([Piece(" · ".join(filter(None, [*article.facts, article.url])), "quiet")], width)
    yield ""
    yield from wrap(_marked(article), width)
    yield ""
    yield from wrap([Piece(LEGEND, "quiet")], width)
    yield from _heading(f"Statements ({len(article.statements)})")
    for number, statement in enumerate(article.statements, 1):
        if number > 1:
            yield ""
        yield from _statement(article, number, statement, width)
    yield from _narrated(article, width)
    yield from _problems(article, width)


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield from wrap([Piece(text, "title")], len(text))
    yield ""


# the text


def _marked(article: Article) -> Iterator[Piece]:
    marks = [mark for mark in article.marks if mark.kind in _OPENING]
    return chain.from_iterable(_pieces(article.text, run) for run in runs(len(article.text), marks))


def _pieces(text: str, run: Run) -> Iterator[Piece]:
    for mark in run.opening:
        yield Piece(_OPENING[mark.kind].format(mark.number), "quiet", glued=True)
    yield Piece(text[run.start : run.end], _style(run.marks))
    for mark in run.closing:
        yield Piece(_CLOSING[mark.kind].format(mark.number), "quiet", glued=True)


def _style(marks: Sequence[Mark]) -> str:
    kinds = {mark.kind for mark in marks}
    return next((kind.value for kind in (Kind.CUE, Kind.SOURCE, Kind.CONTENT) if kind in kinds), "")


# the list


def _statement(article: Article, number: int, statement: Json, width: int) -> Iterator[str]:
    first, rest = f"{number:>3}  ", " " * 5
    standing = wording.standing(statement)
    head = [Piece(wording.speaker(statement), "source"), Piece(f" ({standing})" if standing else "")]
    named = article.words(statement["source"])
    if named and named != statement["speaker"]:
        head.append(Piece(f" – “{named}”", "quiet"))
    yield from wrap(head, width, first, rest)
    content = article.words(statement["content"])
    content = content if len(content) <= _QUOTE else content[:_QUOTE].rstrip() + " …"
    cue = article.words(statement["cue"])
    said = [Piece(cue, "cue"), Piece(": ")] if cue else []
    yield from wrap([*said, Piece(content, "content")], width, rest)
    yield from wrap([Piece(" · ".join(wording.manner(statement)))], width, rest)
    yield from wrap([Piece(wording.chain(statement))], width, rest)
    for claim in statement["claims"]:
        for lead, words in zip(("• ", "  "), wording.claim(claim), strict=False):
            yield from wrap([Piece(words)], width, rest + lead, rest + "  ")


def _narrated(article: Article, width: int) -> Iterator[str]:
    if not article.narrated:
        return
    yield from _heading(f"In the paper's own words ({len(article.narrated)})")
    for each in article.narrated:
        claims = "; ".join(claim["text"] for claim in each["claims"])
        yield from wrap([Piece(article.words(each["content"]), "quiet")], width, "  - ", "    ")
        yield from wrap([Piece("= " + claims, "quiet")] if claims else [], width, "    ")


def _problems(article: Article, width: int) -> Iterator[str]:
    if not article.problems:
        return
    yield from _heading(f"Problems ({len(article.problems)})")
    for each in article.problems:
        near = [Piece(": " + article.around(*each["span"]))] if each["span"] else []
        yield from wrap([Piece("! " + each["message"], "problem"), *near], width, "  ", "    ")
