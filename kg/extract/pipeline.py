"""Loads a spaCy pipeline, the parser that ships with kg or any installed one, and parses texts of any length."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from kg.errors import UsageError
from kg.extract import capitals, mending
from kg.extract.layout import Layout
from kg.extract.sentences import COMPONENT, STARTS
from kg.extract.tokens import Parse

SHIPPED = Path(__file__).parent / "parser"
PIECE = 20_000  # characters that are parsed at once: bounds time and memory
_NEEDED = {"DEP": "parser", "TAG": "tagger", "POS": "tagger or morphologizer"}  # layers, and what makes them
_SPACES = {0xA0: " ", 0x202F: " ", 0x2009: " "}  # no-break and thin spaces, which would hide words from the parser
_WHOLE = ("by-election", "by-elections")  # words that hold a preposition, which the parser would part and then misread
_SENTENCE_END = re.compile(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z“\"])")


@cache
def load(name: str | None = None) -> Language:
    """Load a pipeline by name or path, the shipped one for None, and let it take our sentence starts.

    Raises UsageError when it is not installed, does not load, or does not parse and tag.
    """
    nlp = _shipped() if name is None else _installed(name)
    for rival in ("senter", "sentencizer"):
        if rival in nlp.pipe_names:
            nlp.disable_pipe(rival)
    nlp.add_pipe(COMPONENT, first=True)
    nlp.add_pipe(capitals.COMPONENT, first=True)
    nlp.add_pipe(mending.COMPONENT, last=True)
    if add_special_case := getattr(nlp.tokenizer, "add_special_case", None):
        for word in _WHOLE:
            add_special_case(word, [{"ORTH": word}])
    return nlp


def _shipped() -> Language:
    """Load our own parser, its matrices multiplied by numpy: half again as fast as by thinc's own library."""
    with use_ops("numpy", use_blis=False):
        return spacy.load(SHIPPED)


def _installed(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise UsageError(_reason(name, error)) from error
    lacking = layer_lacking(nlp("It fell."))
    if lacking:
        raise UsageError(f"the spaCy pipeline {name!r} has no {lacking}; take one that has")
    return nlp


def _reason(name: str, error: Exception) -> str:
    """Say in one line why a pipeline does not load, and what to do."""
    if Path(name).exists():
        return f"{name!r} holds no spaCy pipeline that loads here; give a folder written by nlp.to_disk, or a name"
    if isinstance(error, OSError):
        return f"no spaCy pipeline {name!r} is installed; try: python -m spacy download {name}"
    return f"the spaCy pipeline {name!r} does not load: {str(error).splitlines()[0]}"


def layer_lacking(doc: Doc) -> str | None:
    """Name the component whose work the rules need and a document has not; None when all is there."""
    return next((maker for layer, maker in _NEEDED.items() if len(doc) and not doc.has_annotation(layer)), None)


def parse(nlp: Language, content: str, layout: Layout) -> Parse:
    """Parse a text whose layout is known, a long one in pieces that end with paragraphs."""
    plain = content.translate(_SPACES)
    if layout.wraps:
        plain = "".join(" " if i in layout.wraps else letter for i, letter in enumerate(plain))
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
