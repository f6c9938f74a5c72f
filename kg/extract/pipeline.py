"""Loads a spaCy pipeline: the parser that ships with kg, or any installed one."""

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language

from kg.errors import UsageError
from kg.extract import capitals
from kg.extract.sentences import COMPONENT

SHIPPED = Path(__file__).parent / "parser"
MAX_LENGTH = 5_000_000  # characters; spaCy's own limit guards a memory that this parser does not use


@cache
def load(name: str | None = None) -> Language:
    """Load a pipeline by name or path, the shipped one for None, and let it take our sentence starts.

    Raises UsageError when it is not installed or has no parser.
    """
    try:
        nlp = spacy.load(name or SHIPPED)
    except OSError as error:
        raise UsageError(f"no spaCy pipeline {name!r} is installed; try: python -m spacy download {name}") from error
    if "parser" not in nlp.pipe_names:
        raise UsageError(f"the spaCy pipeline {name!r} has no parser; take one that has")
    for rival in ("senter", "sentencizer"):
        if rival in nlp.pipe_names:
            nlp.disable_pipe(rival)
    nlp.add_pipe(capitals.COMPONENT, first=True)
    nlp.add_pipe(COMPONENT, before="parser")
    nlp.max_length = MAX_LENGTH
    return nlp


def version_of(nlp: Language) -> str:
    """Name a pipeline and its version: "core_news/1.0.0"."""
    return f"{nlp.meta['name']}/{nlp.meta['version']}"
