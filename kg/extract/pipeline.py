"""Loads a spaCy pipeline, the parser that ships with kg or any installed one, and parses texts of any length."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import use_ops

from kg.errors import UsageError
from kg.extract import capitals
from kg.extract.layout import Layout
from kg.extract.sentences import COMPONENT, STARTS
from kg.extract.tokens import Parse

SHIPPED = Path(__file__).parent / "parser"
PIECE = 20_000  # characters that are parsed at once: bounds time and memory
_SPACES = {0xA0: " ", 0x202F: " ", 0x2009: " "}  # no-break and thin spaces, which would hide words from the parser
_SENTENCE_END = re.compile(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z“\"])")


@cache
def load(name: str | None = None) -> Language:
    """Load a pipeline by name or path, the shipped one for None, and let it take our sentence starts.

    Raises UsageError when it is not installed or has no parser.
    """
    nlp = _shipped() if name is None else _installed(name)
    for rival in ("senter", "sentencizer"):
        if rival in nlp.pipe_names:
            nlp.disable_pipe(rival)
    nlp.add_pipe(capitals.COMPONENT, first=True)
    nlp.add_pipe(COMPONENT, before="parser")
    return nlp


def _shipped() -> Language:
    """Load our own parser, its matrices multiplied by numpy: half again as fast as by thinc's own library."""
    with use_ops("numpy", use_blis=False):
        return spacy.load(SHIPPED)


def _installed(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise UsageError(f"no spaCy pipeline {name!r} is installed; try: python -m spacy download {name}") from error
    if "parser" not in nlp.pipe_names:
        raise UsageError(f"the spaCy pipeline {name!r} has no parser; take one that has")
    return nlp


def parse(nlp: Language, content: str, layout: Layout) -> Parse:
    """Parse a text whose layout is known, a long one in pieces that end with paragraphs."""
    plain = content.translate(_SPACES)
    found = Parse(plain)
    for start, end in pairwise(_cuts(plain, layout)):
        doc = nlp.make_doc(plain[start:end])
        doc.user_data[STARTS] = {each.start - start for each in layout.paragraphs}
        found.add(nlp(doc))
    return found


def _cuts(content: str, layout: Layout) -> list[int]:
    """Give where the pieces of a text start, and its end."""
    cuts, last = [0], 0
    for place in [*_ends(content, layout), len(content)]:
        if place - cuts[-1] > PIECE and last > cuts[-1]:
            cuts.append(last)
        while place - cuts[-1] > PIECE:  # a sentence longer than a piece
            space = content.rfind(" ", cuts[-1] + 1, cuts[-1] + PIECE)
            cuts.append(space if space > 0 else cuts[-1] + PIECE)
        last = place
    return [*cuts, len(content)]


def _ends(content: str, layout: Layout) -> Iterator[int]:
    """Yield where paragraphs end, and the sentences of very long ones."""
    for paragraph in layout.paragraphs:
        if paragraph.end - paragraph.start > PIECE:
            yield from (match.start() for match in _SENTENCE_END.finditer(content, paragraph.start, paragraph.end))
        yield paragraph.end


def version_of(nlp: Language) -> str:
    """Name a pipeline and its version: "core_news/1.0.0"."""
    return f"{nlp.meta['name']}/{nlp.meta['version']}"
