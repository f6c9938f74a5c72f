"""Finds claims and statements that hold some words, in the text index or, on a server, by SPARQL."""

import re
import sqlite3
from collections.abc import Iterator
from enum import StrEnum

from pyoxigraph import Literal, QuerySolutions

from kg.errors import QueryError
from kg.model import Iri
from kg.search.index import opened
from kg.store.base import View, is_stale

MOST = 10_000  # things are found, the nearest first
_WORD = re.compile(r"\w{3,}")
_PARTS = re.compile(r'"([^"]+)"|(\w+)')


class Kind(StrEnum):
    """What is looked for."""

    CLAIM = "claim"
    STATEMENT = "statement"


_NEAR = """
    WITH found AS MATERIALIZED (
      SELECT claim, rank FROM texts JOIN things ON number = texts.rowid WHERE texts MATCH ? ORDER BY rank LIMIT ?)
    SELECT claim FROM found GROUP BY claim ORDER BY min(rank), claim"""
_FOUND = {
    Kind.CLAIM: """
        WITH found AS MATERIALIZED (
          SELECT claim, rank FROM texts JOIN things ON number = texts.rowid WHERE texts MATCH ?)
        SELECT claim FROM found GROUP BY claim ORDER BY min(rank), claim LIMIT ?""",
    Kind.STATEMENT: """
        WITH found AS MATERIALIZED (
          SELECT thing, claim, rank FROM texts JOIN things ON number = texts.rowid WHERE texts MATCH ?)
        SELECT name FROM (
          SELECT thing AS name, rank FROM found WHERE thing != claim
          UNION ALL SELECT things.thing, found.rank FROM found JOIN things USING (claim)
          WHERE found.thing = found.claim AND things.thing != things.claim)
        GROUP BY name ORDER BY min(rank), name LIMIT ?""",
}
_ASKED = {
    Kind.CLAIM: """
        { ?thing a kg:Claim ; schema:text|skos:altLabel ?words }
        UNION { ?statement kg:claim ?thing ; kg:contentSpan/oa:exact ?words }""",
    Kind.STATEMENT: """
        { ?thing kg:claim/(schema:text|skos:altLabel) ?words }
        UNION { ?thing kg:claim ?claim ; kg:contentSpan/oa:exact ?words }""",
}


def find(view: View, words: str, kind: Kind = Kind.CLAIM) -> list[Iri]:
    """Give the claims, or the statements, that hold all of some words in what is claimed or quoted, the nearest first.

    A word stands for its forms and for words that begin with it; words in "quotation marks" stand in that order.
    """
    parts = [(phrase or word) for phrase, word in _PARTS.findall(words)]
    if not parts:
        raise QueryError(f"{words!r} holds no word to look for; give one, or several")
    if view.words is None:
        return list(_on_a_server(view, parts, kind))
    asked = " ".join(f'"{part}"*' for part in parts)
    with opened(view, view.words) as connection:
        return list(_in_index(connection, asked, kind))


def near(view: View, words: str, limit: int) -> list[Iri]:
    """Give claims that share words with a text, or of which such words are quoted, the nearest first.

    At most so many texts are looked at; without a text index that is in step there are none.
    """
    if view.words is None or not view.words.is_file() or is_stale(view):
        return []
    asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(_WORD.findall(words)))
    with opened(view, view.words) as connection:
        return [Iri(name) for (name,) in connection.execute(_NEAR, (asked, limit))] if asked else []


def _in_index(connection: sqlite3.Connection, asked: str, kind: Kind) -> Iterator[Iri]:
    for (name,) in connection.execute(_FOUND[kind], (asked, MOST)):
        yield Iri(name)


def _on_a_server(view: View, parts: list[str], kind: Kind) -> Iterator[Iri]:
    """Ask for the letters of the words, which is all that every server can look for."""
    held = " && ".join(f"CONTAINS(LCASE(STR(?words)), {Literal(part.lower())})" for part in parts)
    holding = f"{{ {_ASKED[kind]} FILTER({held}) }}"
    answer = view.query(f"SELECT DISTINCT ?thing WHERE {holding} ORDER BY ?thing LIMIT {MOST}")
    if isinstance(answer, QuerySolutions):
        for row in answer:
            yield Iri(row["thing"].value)
